package pathprox.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import pathprox.network.LayerParameters;
import pathprox.network.UnitPair;
import pathprox.tensor.Matrix;

/** The residuals of the units of one pair, from parameters and gradients as they are in memory. */
final class UnitResiduals {
  private final int pair;
  private final double[] w;
  private final double[] v;
  private final double[] wGradient;
  private final double[] vGradient;

  /** ‖∇w − ⟨w, ∇w⟩w/‖w‖²‖: the part of the gradient along the sphere. */
  private final double[] tangential;

  /** ‖∇v + ‖w‖λv/‖v‖‖. */
  private final double[] balance;

  private final double[] lambdas;
  private final Matrix biasGradient;

  private UnitResiduals(
      DataGradient gradient, int pair, double lambda, DoubleUnaryOperator weight) {
    this.pair = pair;
    UnitPair layers = gradient.network().pairing().pairs().get(pair);
    int units = layers.units();
    List<LayerParameters> parameters = gradient.network().parameters();
    Matrix incoming = parameters.get(layers.incoming()).weights().value();
    Matrix outgoing = parameters.get(layers.outgoing()).weights().value();
    Matrix incomingGradient = gradient.weights(layers.incoming());
    Matrix outgoingGradient = gradient.weights(layers.outgoing());
    biasGradient = gradient.bias(layers.incoming());
    w = UnitSums.norms(incoming, units);
    v = UnitSums.norms(outgoing, units);
    wGradient = UnitSums.norms(incomingGradient, units);
    vGradient = UnitSums.norms(outgoingGradient, units);
    double[] radial = UnitSums.products(incoming, incomingGradient, units);
    lambdas = new double[units];
    double[] pull = new double[units];
    for (int i = 0; i < units; i++) {
      lambdas[i] =
          lambda == 0 ? 0 : lambda * checked(weight.applyAsDouble(w[i] * v[i]), w[i] * v[i]);
      pull[i] = v[i] > 0 ? w[i] * lambdas[i] / v[i] : 0;
      radial[i] = w[i] > 0 ? -radial[i] / (w[i] * w[i]) : 0;
    }
    tangential = UnitSums.normsOfSum(incomingGradient, radial, incoming);
    balance = UnitSums.normsOfSum(outgoingGradient, pull, outgoing);
  }

  private static double checked(double weight, double pathNorm) {
    if (!(weight >= 0)) {
      throw new IllegalArgumentException(
          "the weight of a unit must be >= 0, was %s at path norm %s".formatted(weight, pathNorm));
    }
    return weight;
  }

  static List<UnitResidual> of(
      DataGradient gradient, int pair, double lambda, DoubleUnaryOperator weight) {
    UnitResiduals residuals = new UnitResiduals(gradient, pair, lambda, weight);
    List<UnitResidual> units = new ArrayList<>();
    for (int i = 0; i < residuals.w.length; i++) {
      units.add(residuals.unit(i));
    }
    return units;
  }

  private UnitResidual unit(int i) {
    double bias = Math.abs(biasGradient.get(i, 0));
    if (w[i] == 0) {
      double excess = Math.max(0, wGradient[i] - lambdas[i] * v[i]);
      return new UnitResidual(pair, i, false, 0, vGradient[i], excess, bias);
    }
    double outgoing = v[i] > 0 ? balance[i] / w[i] : Math.max(0, vGradient[i] / w[i] - lambdas[i]);
    return new UnitResidual(
        pair, i, v[i] > 0, w[i] * v[i], outgoing, w[i] * tangential[i], w[i] * bias);
  }
}
