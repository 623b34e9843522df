package pathprox.certificate;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.metrics.FittingExamples;
import pathprox.network.Network;
import pathprox.network.running.PairUnits;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.ProximablePenalty;

/**
 * From which λ on no unit of a pair grows: the largest ‖∇_{v_i}L‖/‖w_i‖, by which the loss can fall
 * at most for each unit of path norm, divided by f′(‖w_i‖‖v_i‖)/λ; {@link LambdaMax} is that of the
 * dead network.
 */
public final class GrowthLimit {
  private GrowthLimit() {}

  /**
   * {@return the limit of each pair of {@code network} for the mean of {@code loss} over {@code
   * dataset} and f = {@code penalty}, with λ above 0; NaN or infinite where numbers overflow, w_i =
   * 0 or f′ = 0}
   *
   * @throws IllegalArgumentException if network, dataset and loss do not fit together
   */
  public static List<Double> perPair(
      Network network, Dataset dataset, Loss loss, ProximablePenalty penalty) {
    try (WorkingNetwork working = network.working()) {
      return perPair(working, network, dataset, loss, penalty::slope).stream()
          .map(limit -> limit * penalty.lambda())
          .toList();
    }
  }

  /** The largest ‖∇_{v_i}L‖/‖w_i‖/slope(‖w_i‖‖v_i‖) of each pair of a working network. */
  static List<Double> perPair(
      WorkingNetwork working,
      Network network,
      Dataset dataset,
      Loss loss,
      DoubleUnaryOperator slope) {
    Examples examples = FittingExamples.of(dataset, network, loss, working.arena());
    DataGradient gradient = new DataGradient(working, examples, loss);
    gradient.measure();
    return working.pairs().stream().map(pair -> largest(gradient, pair, slope)).toList();
  }

  private static double largest(DataGradient gradient, PairUnits pair, DoubleUnaryOperator slope) {
    double[] w = UnitSums.norms(pair.incoming().weights().value(), pair.all());
    double[] v = UnitSums.norms(pair.outgoing().weights().value(), pair.all());
    double[] g = UnitSums.norms(gradient.of(pair.outgoing().weights()), pair.all());
    double largest = 0;
    for (int i = 0; i < w.length; i++) {
      double limit = g[i] == 0 ? 0 : g[i] / w[i] / slope.applyAsDouble(w[i] * v[i]);
      largest = Math.max(largest, limit);
    }
    return largest;
  }
}
