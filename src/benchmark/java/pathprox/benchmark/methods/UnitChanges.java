package pathprox.benchmark.methods;

import java.util.BitSet;
import pathprox.matrix.Matrix;
import pathprox.matrix.Units;
import pathprox.method.Method;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.network.running.PairUnits;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.ProximablePenalty;

/** A method that counts how many units die or return in the last quarter of its steps. */
@SuppressWarnings("serial") // it stays here
final class UnitChanges implements Method {
  private final Method method;
  private int watched;
  private long changes;

  UnitChanges(Method method) {
    this.method = method;
  }

  /** The average over the steps that were watched; NaN if there were none. */
  double perStep() {
    return watched == 0 ? Double.NaN : (double) changes / watched;
  }

  @Override
  public String name() {
    return method.name();
  }

  @Override
  public double lambda() {
    return method.lambda();
  }

  @Override
  public ProximablePenalty penalty() {
    return method.penalty();
  }

  @Override
  public double defaultLearningRate() {
    return method.defaultLearningRate();
  }

  @Override
  public boolean centersInputs() {
    return method.centersInputs();
  }

  @Override
  public String rateRule() {
    return method.rateRule();
  }

  @Override
  public Step prepare(WorkingNetwork network, Task task) {
    Step step = method.prepare(network, task);
    int from = task.iterations() - task.iterations() / 4;
    return new Step() {
      private int taken = task.from();
      private BitSet before;

      @Override
      public void take(Matrix outputGradient, double learningRate) {
        step.take(outputGradient, learningRate);
        taken++;
        if (taken >= from) {
          watch();
        }
      }

      private void watch() {
        BitSet now = alive(network);
        if (before != null) {
          before.xor(now);
          changes += before.cardinality();
          watched++;
        }
        before = now;
      }

      @Override
      public double rateInUse(double learningRate) {
        return step.rateInUse(learningRate);
      }

      @Override
      public int undoneSteps() {
        return step.undoneSteps();
      }

      @Override
      public boolean recovers() {
        return step.recovers();
      }

      @Override
      public void finish() {
        step.finish();
      }
    };
  }

  /** The units of all pairs whose outgoing weights are not all 0. */
  private static BitSet alive(WorkingNetwork network) {
    BitSet alive = new BitSet();
    int offset = 0;
    for (PairUnits pair : network.pairs()) {
      double[] norms = new double[pair.active()];
      Units.norms(pair.outgoing().weights().value(), norms.length, norms);
      for (int position = 0; position < norms.length; position++) {
        alive.set(offset + pair.unit(position), norms[position] > 0);
      }
      offset += pair.active() + pair.inactive();
    }
    return alive;
  }
}
