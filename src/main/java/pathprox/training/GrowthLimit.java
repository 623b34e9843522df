package pathprox.training;

import java.util.ArrayList;
import java.util.List;
import pathprox.certificate.DataGradient;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.matrix.Matrix;
import pathprox.matrix.Units;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.network.WorkingCopy;
import pathprox.penalty.ProximablePenalty;

/**
 * From which λ on no unit of a pair grows: the largest ‖∇_{v_i}L‖/‖w_i‖, by which the loss can fall
 * at most for each unit of path norm, divided by f′(‖w_i‖‖v_i‖)/λ, which is 1 for the path norm.
 *
 * <p>{@link pathprox.certificate.LambdaMax} says the same of dead networks, which is exact for one
 * pair and says nothing of several, since a dead pair lets no gradient through.
 */
final class GrowthLimit {
  private GrowthLimit() {}

  /** One number for each pair; NaN or infinite where numbers overflow, w_i = 0 or f′ = 0. */
  static List<Double> perPair(Network network, Dataset data, Loss loss, ProximablePenalty penalty) {
    WorkingCopy copy = new WorkingCopy(network);
    DataGradient gradient = new DataGradient(copy, Examples.of(data, network.type()), loss);
    gradient.measure();
    List<Double> limits = new ArrayList<>();
    for (UnitPair pair : copy.pairing().pairs()) {
      Matrix incoming = copy.parameters().get(pair.incoming()).weights().value();
      double[] w = norms(incoming, pair.units());
      double[] v = norms(copy.parameters().get(pair.outgoing()).weights().value(), pair.units());
      double[] g = norms(gradient.weights(pair.outgoing()), pair.units());
      double largest = 0;
      for (int i = 0; i < w.length; i++) {
        largest =
            Math.max(largest, g[i] == 0 ? 0 : g[i] / w[i] / relativeSlope(penalty, w[i] * v[i]));
      }
      limits.add(largest);
    }
    return limits;
  }

  private static double relativeSlope(ProximablePenalty penalty, double pathNorm) {
    return penalty.slope(pathNorm) / penalty.lambda();
  }

  private static double[] norms(Matrix matrix, int units) {
    double[] norms = new double[units];
    Units.norms(matrix, units, norms);
    return norms;
  }
}
