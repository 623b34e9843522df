package pathprox.certificate;

import java.util.ArrayList;
import java.util.List;
import pathprox.matrix.Matrix;
import pathprox.network.LayerParameters;
import pathprox.network.UnitPair;
import pathprox.penalty.ProximablePenalty;

/** The residuals of the units of one pair, from parameters and gradients as they are in memory. */
final class UnitResiduals {
  private final int pair;
  private final ProximablePenalty penalty;
  private final double[] w;
  private final double[] v;
  private final double[] wGradient;
  private final double[] vGradient;

  /** ‖∇w − ⟨w, ∇w⟩w/‖w‖²‖: the part of the gradient along the sphere. */
  private final double[] wTangential;

  /** The same of v, and ⟨v, ∇v⟩/‖v‖, the part that changes the path norm. */
  private final double[] vTangential;

  private final double[] vRadial;

  private final Matrix biasGradient;

  private UnitResiduals(DataGradient gradient, int pair, ProximablePenalty penalty) {
    this.pair = pair;
    this.penalty = penalty;
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
    wTangential = tangential(incomingGradient, incoming, w);
    vTangential = tangential(outgoingGradient, outgoing, v);
    vRadial = UnitSums.products(outgoing, outgoingGradient, units);
    for (int i = 0; i < units; i++) {
      vRadial[i] = v[i] > 0 ? vRadial[i] / v[i] : 0;
    }
  }

  /** The norms of what is left of the gradients without their parts along the rows. */
  private static double[] tangential(Matrix gradient, Matrix rows, double[] norms) {
    double[] factors = UnitSums.products(rows, gradient, norms.length);
    for (int i = 0; i < factors.length; i++) {
      factors[i] = norms[i] > 0 ? -factors[i] / norms[i] / norms[i] : 0;
    }
    return UnitSums.normsOfSum(gradient, factors, rows);
  }

  static List<UnitResidual> of(DataGradient gradient, int pair, ProximablePenalty penalty) {
    UnitResiduals residuals = new UnitResiduals(gradient, pair, penalty);
    List<UnitResidual> units = new ArrayList<>();
    for (int i = 0; i < residuals.w.length; i++) {
      units.add(residuals.unit(i));
    }
    return units;
  }

  private UnitResidual unit(int i) {
    double bias = Math.abs(biasGradient.get(i, 0));
    if (w[i] == 0) {
      double excess = v[i] > 0 ? v[i] * penalty.distance(0, wGradient[i] / v[i]) : wGradient[i];
      return new UnitResidual(pair, i, false, 0, vGradient[i], excess, bias);
    }
    return new UnitResidual(
        pair, i, v[i] > 0, w[i] * v[i], outgoing(i), w[i] * wTangential[i], w[i] * bias);
  }

  private double outgoing(int i) {
    return v[i] == 0
        ? penalty.distance(0, vGradient[i] / w[i])
        : Math.hypot(penalty.distance(w[i] * v[i], vRadial[i] / w[i]), vTangential[i] / w[i]);
  }
}
