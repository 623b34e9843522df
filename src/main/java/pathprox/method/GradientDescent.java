package pathprox.method;

import java.util.ArrayList;
import java.util.List;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.LayerParameters;
import pathprox.network.Parameter;
import pathprox.network.WorkingCopy;
import pathprox.penalty.SmoothPenalty;

/**
 * The descent step on data loss and smooth penalties, without or with heavy-ball momentum (Polyak,
 * 1964): m ← μm + g, x ← x − γm.
 *
 * <p>Without momentum the whole step is folded into the products that compute the gradients, W ← (1
 * − γd)·W − γ·g.
 */
final class GradientDescent implements Step {
  private final WorkingCopy network;
  private final double momentum;
  private final List<Descended> parameters = new ArrayList<>();

  /** One parameter with the decay of its penalty and its m, which is null without momentum. */
  private record Descended(Parameter parameter, double decay, Matrix momentum) {}

  GradientDescent(WorkingCopy network, double momentum) {
    this.network = network;
    this.momentum = momentum;
  }

  static void checkMomentum(double momentum) {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be >= 0 and < 1, was " + momentum);
    }
  }

  /** Takes a layer in, before the first step. */
  void add(LayerParameters layer, SmoothPenalty onWeights, SmoothPenalty onBias) {
    add(layer.weights(), onWeights);
    add(layer.bias(), onBias);
  }

  private void add(Parameter parameter, SmoothPenalty penalty) {
    Matrix value = parameter.value();
    Matrix m =
        momentum == 0 ? null : new Arena().zeros(value.type(), value.rows(), value.columns());
    parameters.add(new Descended(parameter, penalty.decay(), m));
  }

  @Override
  public void take(Matrix outputGradient, double learningRate) {
    for (int i = 0; i < parameters.size(); i++) { // an iterator would be an allocation
      Descended each = parameters.get(i);
      if (momentum == 0) {
        Matrix value = each.parameter.value();
        each.parameter.sendGradient(value, 1 - learningRate * each.decay, -learningRate);
      } else {
        each.parameter.sendGradient(each.momentum, momentum, 1);
      }
    }
    network.backward(outputGradient);
    for (int i = 0; i < parameters.size() && momentum > 0; i++) {
      Descended each = parameters.get(i);
      each.parameter.value().descendBy(each.momentum, each.decay, learningRate);
    }
  }
}
