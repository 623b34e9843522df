package pathprox.method;

import java.util.Arrays;
import java.util.List;
import pathprox.network.LayerParameters;
import pathprox.network.UnitPair;
import pathprox.network.WorkingCopy;
import pathprox.penalty.ProximablePenalty;
import pathprox.tensor.Matrix;

/**
 * Balancing, normalization and proximal operator of all pairs: one pass that reads norms and one
 * that scales rows.
 */
final class ProximalStep {
  /** The published code divides by no norm below this, so that a zero w stays zero. */
  private static final double SMALLEST_NORM = 1e-6;

  private final ProximablePenalty penalty;
  private final boolean balances;
  private final boolean normsIncludeBias;
  private final List<PairStep> pairs;
  private final double[] scales;

  ProximalStep(
      WorkingCopy network, ProximablePenalty penalty, boolean balances, boolean normsIncludeBias) {
    this.penalty = penalty;
    this.balances = balances;
    this.normsIncludeBias = normsIncludeBias;
    if (network.pairing().pairs().isEmpty()) {
      throw new IllegalArgumentException(
          "a path norm needs a pair of layers, found none: " + network.pairing().reasons());
    }
    pairs = network.pairing().pairs().stream().map(pair -> new PairStep(network, pair)).toList();
    scales = new double[pairs.size()];
  }

  void take(double learningRate) {
    for (int k = 0; k < scales.length; k++) {
      scales[k] = pairs.get(k).readPathNorm();
    }
    if (balances) {
      LayerBalancing.toScales(scales);
    } else {
      Arrays.fill(scales, 1);
    }
    for (int k = 0; k < scales.length; k++) {
      pairs.get(k).apply(k == 0 ? 1 : scales[k - 1], scales[k], learningRate);
    }
  }

  private final class PairStep {
    private final Matrix w;
    private final Matrix incomingBias;
    private final Matrix v;
    private final Matrix outgoingBias;
    private final double[] wNorms;
    private final double[] vNorms;
    private final double[] biasFactors;

    PairStep(WorkingCopy network, UnitPair pair) {
      LayerParameters incoming = network.parameters().get(pair.incoming());
      LayerParameters outgoing = network.parameters().get(pair.outgoing());
      w = incoming.weights().value();
      incomingBias = incoming.bias().value();
      v = outgoing.weights().value();
      outgoingBias = outgoing.bias().value();
      wNorms = new double[pair.units()];
      vNorms = new double[pair.units()];
      biasFactors = new double[pair.units()];
    }

    /** Reads the norms of all units and returns Σ‖w_i‖‖v_i‖. */
    double readPathNorm() {
      w.unitNorms(wNorms.length, wNorms);
      v.unitNorms(vNorms.length, vNorms);
      double sum = 0;
      for (int i = 0; i < wNorms.length; i++) {
        sum += wNorms[i] * vNorms[i];
      }
      return sum;
    }

    /** Turns the norms that were read into factors, and scales each row once. */
    void apply(double scaleBefore, double scale, double learningRate) {
      double vScale = scale / scaleBefore;
      for (int i = 0; i < wNorms.length; i++) {
        double norm = normsIncludeBias ? Math.hypot(wNorms[i], incomingBias.get(i, 0)) : wNorms[i];
        wNorms[i] = 1 / Math.max(norm, SMALLEST_NORM);
        biasFactors[i] = scaleBefore * wNorms[i];
        double vNorm = vScale * vNorms[i];
        double shrunk = penalty.prox(vNorm, learningRate);
        vNorms[i] = shrunk == 0 ? 0 : vScale * (shrunk / vNorm);
      }
      w.scaleUnits(wNorms.length, wNorms);
      incomingBias.scaleUnits(wNorms.length, biasFactors);
      v.scaleUnits(vNorms.length, vNorms);
      outgoingBias.scale(scale);
    }
  }
}
