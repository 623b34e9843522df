package pathprox.certificate;

import static pathprox.matrix.Arguments.require;

import java.util.List;
import java.util.Locale;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.matrix.Units;
import pathprox.metrics.FittingExamples;
import pathprox.network.Network;
import pathprox.network.Pairing;
import pathprox.network.running.PairUnits;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.ProximablePenalty;

/**
 * The smallest λ at which all units stay dead: with the weights out of all paired units set to 0,
 * the largest ‖∇_{v_i}L‖/‖w_i‖, divided by f′(0)/λ, which is 1 for the path norm.
 *
 * <p>At v_i = 0 the objective has a local minimum in v_i, for w_i scaled to length 1, exactly if
 * ‖∇_{v_i}L‖ ≤ f′(0). Biases and unpaired weights are those of the network, and w_i those it has;
 * another start gives another number. Of several pairs all before the last one have the value 0, as
 * a dead pair lets no gradient through, which makes it of little use for choosing λ there. An
 * {@link IllegalArgumentException} says if network, dataset and loss do not fit together.
 *
 * @param perPair one number for each pair, in the order of the network; infinite if a unit with w_i
 *     = 0, whose v_i costs nothing, has a gradient
 */
public record LambdaMax(List<Double> perPair) {
  public LambdaMax {
    perPair = List.copyOf(perPair);
  }

  /**
   * {@return λmax for the path norm, of {@code network}, at least one pair, dead or not, and the
   * mean of {@code loss} over {@code dataset}}
   */
  public static LambdaMax of(Network network, Dataset dataset, Loss loss) {
    return of(network, dataset, loss, new GroupLasso(1));
  }

  /**
   * {@return as for {@code network}, {@code dataset} and {@code loss} alone, for {@code penalty}
   * with λ above 0; infinite if its slope at 0 is 0, 0 if that is infinite}
   */
  public static LambdaMax of(
      Network network, Dataset dataset, Loss loss, ProximablePenalty penalty) {
    String relative = "λmax needs a penalty with λ > 0, for its slope relative to λ, was %s";
    require(penalty.lambda() > 0, relative, penalty);
    Pairing pairing = network.architecture().pairing();
    String none = "λmax needs a pair of layers, found none: %s";
    require(!pairing.pairs().isEmpty(), none, pairing.reasons());
    try (WorkingNetwork dead = network.working()) {
      dead.pairs().forEach(pair -> pair.outgoing().weights().value().fill(0));
      Examples examples = FittingExamples.of(dataset, network, loss, dead.arena());
      return new LambdaMax(growthLimits(dead, examples, loss, penalty));
    }
  }

  /**
   * {@return for each pair of {@code network} as it is, not dead, the λ from which on no unit grows
   * by the mean of {@code loss} over {@code dataset} and f = {@code penalty}, with λ above 0: the
   * largest ‖∇_{v_i}L‖/‖w_i‖, by which the loss can fall at most for each unit of path norm,
   * divided by f′(‖w_i‖‖v_i‖)/λ; NaN or infinite where numbers overflow, w_i = 0 or f′ = 0}
   */
  public static List<Double> growthLimits(
      Network network, Dataset dataset, Loss loss, ProximablePenalty penalty) {
    try (WorkingNetwork working = network.working()) {
      Examples examples = FittingExamples.of(dataset, network, loss, working.arena());
      return growthLimits(working, examples, loss, penalty);
    }
  }

  private static List<Double> growthLimits(
      WorkingNetwork working, Examples examples, Loss loss, ProximablePenalty penalty) {
    DataGradient gradient = new DataGradient(working, examples, loss);
    gradient.measure();
    return working.pairs().stream().map(pair -> growthLimit(gradient, pair, penalty)).toList();
  }

  private static double growthLimit(
      DataGradient gradient, PairUnits pair, ProximablePenalty penalty) {
    double largest = 0;
    for (int i = 0; i < pair.all(); i++) {
      double w = Units.norm(pair.incoming().weights().value(), i, pair.all());
      double v = Units.norm(pair.outgoing().weights().value(), i, pair.all());
      double g = Units.norm(gradient.of(pair.outgoing().weights()), i, pair.all());
      largest = Math.max(largest, g == 0 ? 0 : g / w / penalty.slope(w * v));
    }
    return penalty.lambda() * largest;
  }

  /** {@return the largest number of all pairs, 0 or more} */
  public double value() {
    return perPair.stream().mapToDouble(Double::doubleValue).reduce(0, Math::max);
  }

  @Override
  public String toString() {
    List<String> each = perPair.stream().map(LambdaMax::text).toList();
    return "λmax %s, per pair %s".formatted(text(value()), each);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
