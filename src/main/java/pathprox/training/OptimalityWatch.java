package pathprox.training;

import pathprox.certificate.OptimalityMeasure;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.method.Method;
import pathprox.network.Network;
import pathprox.network.WorkingCopy;
import pathprox.penalty.ProximablePenalty;

/**
 * The residual of a network in training: of all its units, whatever its working sets.
 *
 * <p>It stays in memory of its own, made once, since copies for each record would pile up in native
 * memory. Constant inputs may be left out: that is a rotation, and all residuals are norms.
 */
final class OptimalityWatch {
  private final WorkingCopy all;
  private final OptimalityMeasure measure;
  private final ProximablePenalty penalty;

  OptimalityWatch(Network start, Examples examples, Loss loss, Method method) {
    all = new WorkingCopy(start);
    measure = new OptimalityMeasure(all, examples, loss);
    penalty = method.penalty();
  }

  /** The residual relative to λ, absolute for λ = 0. */
  double residual(WorkingCopy network) {
    all.load(network);
    return measure.measure(penalty).residual();
  }
}
