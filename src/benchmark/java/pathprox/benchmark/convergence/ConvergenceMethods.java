package pathprox.benchmark.convergence;

import pathprox.method.Inertia;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.method.WeightDecay;
import pathprox.network.WorkingCopy;
import pathprox.tensor.Matrix;

/** The methods that are compared, each made in this file and nowhere else. */
final class ConvergenceMethods {
  private ConvergenceMethods() {}

  /** What the library recommends. */
  static Method recommended(double lambda) {
    return PathProx.recommended(lambda);
  }

  /** PathProx as published. */
  static Method published(double lambda) {
    return PathProx.of(lambda);
  }

  /** Weight decay by plain gradient descent. */
  static Method weightDecay(double lambda) {
    return new WeightDecay(lambda);
  }

  /** Weight decay with heavy-ball momentum μ from an iteration on; μ = 0 before. */
  static Method heavyBall(double lambda, double momentum, int start) {
    WeightDecay decay = new WeightDecay(lambda);
    WeightDecay moving = decay.withMomentum(momentum);
    return start == 0 ? moving : new LateMomentum(decay, moving, start);
  }

  /** Weight decay with the warm-up and the safeguard of the recommended method. */
  static Method safeguarded(double lambda, double momentum) {
    return new WeightDecay(lambda).withInertia(Inertia.of(momentum));
  }

  /** One method up to an iteration and another one from there on. */
  private record LateMomentum(WeightDecay first, WeightDecay then, int start) implements Method {
    @Override
    public String name() {
      return "%s from iteration %,d".formatted(then.name(), start);
    }

    @Override
    public double lambda() {
      return then.lambda();
    }

    @Override
    public Step prepare(WorkingCopy network, Task task) {
      return new Step() {
        private final Step plain = first.prepare(network, task);
        private final Step moving = then.prepare(network, task);
        private int taken;

        @Override
        public void take(double loss, Matrix outputGradient, double learningRate) {
          (taken++ < start ? plain : moving).take(loss, outputGradient, learningRate);
        }
      };
    }
  }
}
