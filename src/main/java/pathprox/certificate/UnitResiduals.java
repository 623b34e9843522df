package pathprox.certificate;

import java.util.List;
import pathprox.matrix.Matrix;
import pathprox.network.running.PairUnits;
import pathprox.penalty.ProximablePenalty;

/** The residuals of the units of one pair, from parameters and gradients as they are in memory. */
final class UnitResiduals {
  private final int number;
  private final PairUnits pair;
  private final ProximablePenalty penalty;
  private final Matrix biasGradient;
  private final double[] w;
  private final double[] v;
  private final double[] wGradient;
  private final double[] vGradient;

  private final double[] wTangential; // ‖∇w − ⟨w, ∇w⟩w/‖w‖²‖, along the sphere
  private final double[] vTangential;
  private final double[] vRadial; // ⟨v, ∇v⟩/‖v‖, which changes the path norm

  private UnitResiduals(DataGradient gradient, int number, ProximablePenalty penalty) {
    this.number = number;
    this.penalty = penalty;
    pair = gradient.network().pairs().get(number);
    int units = pair.active();
    Matrix incoming = pair.incoming().weights().value();
    Matrix outgoing = pair.outgoing().weights().value();
    Matrix incomingGradient = gradient.of(pair.incoming().weights());
    Matrix outgoingGradient = gradient.of(pair.outgoing().weights());
    biasGradient = gradient.of(pair.incoming().bias());
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

  /** One residual for each unit, in the order of the network. */
  static List<UnitResidual> of(DataGradient gradient, int number, ProximablePenalty penalty) {
    UnitResiduals active = new UnitResiduals(gradient, number, penalty);
    UnitResidual[] residuals = new UnitResidual[active.pair.all()];
    for (int place = 0; place < active.w.length; place++) {
      int unit = active.pair.unit(place);
      residuals[unit] = active.unit(place, unit);
    }
    int inactive = active.pair.inactive();
    double[] w = UnitSums.norms(active.pair.inactiveWeights(), inactive);
    double[] gradients = UnitSums.norms(gradient.ofInactive(number), inactive);
    for (int i = 0; i < inactive; i++) {
      int unit = active.pair.unit(active.w.length + i);
      double outgoing = w[i] == 0 ? gradients[i] : penalty.distance(0, gradients[i] / w[i]);
      residuals[unit] = new UnitResidual(number, unit, false, 0, outgoing, 0, 0);
    }
    return List.of(residuals);
  }

  private UnitResidual unit(int i, int unit) {
    double bias = Math.abs(biasGradient.get(i, 0));
    if (w[i] == 0) {
      double excess = v[i] > 0 ? v[i] * penalty.distance(0, wGradient[i] / v[i]) : wGradient[i];
      return new UnitResidual(number, unit, false, 0, vGradient[i], excess, bias);
    }
    return new UnitResidual(
        number, unit, v[i] > 0, w[i] * v[i], outgoing(i), w[i] * wTangential[i], w[i] * bias);
  }

  private double outgoing(int i) {
    return v[i] == 0
        ? penalty.distance(0, vGradient[i] / w[i])
        : Math.hypot(penalty.distance(w[i] * v[i], vRadial[i] / w[i]), vTangential[i] / w[i]);
  }
}
