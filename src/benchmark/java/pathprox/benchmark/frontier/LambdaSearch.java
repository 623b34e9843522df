package pathprox.benchmark.frontier;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import pathprox.network.Network;

/**
 * Finds the λ that leave wanted numbers of units, each by a training of full length from the start.
 */
final class LambdaSearch {
  private static final int REFINEMENTS = 4;
  private static final double STEP = 4;
  private static final double FIRST = 3e-3;

  /** How far the number may be below the wanted one, relative to it; one unit is always allowed. */
  private static final double TOLERANCE = 0.05;

  private final Trial trial;
  private final DoubleFunction<Optional<Network>> training;
  private final TreeMap<Double, Network> trained = new TreeMap<>();

  /** The smallest λ that was tried, also if its training diverged. */
  private double smallest = Double.POSITIVE_INFINITY;

  /** Prepares a search; the training makes a network of a λ, or none if it diverges. */
  LambdaSearch(Trial trial, DoubleFunction<Optional<Network>> training) {
    this.trial = trial;
    this.training = training;
  }

  /**
   * Trains at the given λ, and then nearer and nearer to each wanted number.
   *
   * @return for each share the network that is nearest to it, with at most as many units
   */
  List<Kept> run(List<Double> lambdas, List<Double> shares) {
    (lambdas.isEmpty() ? List.of(FIRST) : lambdas).forEach(this::train);
    for (double share : shares) {
      int wanted = Kept.wanted(trial.problem(), share);
      for (int i = 0; i < REFINEMENTS && !isReached(wanted); i++) {
        train(nextLambda(wanted));
      }
    }
    return shares.stream().map(this::best).toList();
  }

  private void train(double lambda) {
    smallest = Math.min(smallest, lambda);
    if (!trained.containsKey(lambda)) {
      training.apply(lambda).ifPresent(network -> trained.put(lambda, UnitRanking.strong(network)));
    }
  }

  private int units(double lambda) {
    return UnitRanking.units(trained.get(lambda));
  }

  /** A little below the wanted number is near enough, above it is not. */
  private boolean isNear(double lambda, int wanted) {
    return units(lambda) <= wanted && units(lambda) >= wanted - margin(wanted);
  }

  private static double margin(int wanted) {
    return Math.max(1, TOLERANCE * wanted);
  }

  private boolean isReached(int wanted) {
    return trained.keySet().stream().anyMatch(lambda -> isNear(lambda, wanted));
  }

  /** Between the largest λ with too many units and the next one, on logarithmic scales. */
  private double nextLambda(int wanted) {
    Double below = null;
    for (double lambda : trained.keySet()) {
      below = units(lambda) > wanted ? Double.valueOf(lambda) : below;
    }
    if (below == null) {
      return smallest / STEP;
    }
    Double above = trained.higherKey(below);
    if (above == null) {
      return below * STEP;
    }
    double part =
        Math.log(units(below) / (wanted - margin(wanted) / 2))
            / Math.log(units(below) / Math.max(0.5, units(above)));
    return below * Math.pow(above / below, Math.min(0.85, Math.max(0.15, part)));
  }

  /** The nearest network; without its weakest units where it has too many. */
  private Kept best(double share) {
    int wanted = Kept.wanted(trial.problem(), share);
    Comparator<Double> nearest =
        Comparator.<Double>comparingInt(lambda -> isNear(lambda, wanted) ? 0 : 1)
            .thenComparingInt(lambda -> Math.abs(units(lambda) - wanted));
    Optional<Double> found = trained.keySet().stream().min(nearest);
    Optional<Network> network =
        found.map(trained::get).map(each -> UnitRanking.strongest(each, wanted));
    return Kept.of(trial, share, network, found.orElse(null));
  }
}
