package pathprox.method;

import java.util.ArrayList;
import java.util.List;
import pathprox.network.LayerParameters;
import pathprox.network.Parameter;
import pathprox.network.WorkingCopy;
import pathprox.penalty.SmoothPenalty;
import pathprox.tensor.Matrix;

/**
 * The descent step on data loss and smooth penalties, without or with heavy-ball momentum (Polyak,
 * 1964): m ← μm + g, x ← x − γm.
 *
 * <p>Without momentum the whole step is folded into the products that compute the gradients, W ← (1
 * − γd)·W − γ·g.
 */
final class GradientDescent implements Step {
  /** One parameter with the decay of its smooth penalty; m is null where there is no momentum. */
  private record Descended(Parameter parameter, double decay, Matrix m) {}

  private final WorkingCopy network;
  private final double momentum;
  private final List<Descended> parameters = new ArrayList<>();

  GradientDescent(WorkingCopy network, double momentum) {
    this.network = network;
    this.momentum = momentum;
  }

  /** Adds the parameters of one layer. */
  void add(LayerParameters layer, SmoothPenalty onWeights, SmoothPenalty onBias) {
    add(layer.weights(), onWeights.decay());
    add(layer.bias(), onBias.decay());
  }

  private void add(Parameter parameter, double decay) {
    Matrix value = parameter.value();
    Matrix m = momentum == 0 ? null : Matrix.zeros(value.type(), value.rows(), value.columns());
    parameters.add(new Descended(parameter, decay, m));
  }

  @Override
  public void take(Matrix outputGradient, double learningRate) {
    for (int i = 0; i < parameters.size(); i++) { // an iterator would be an allocation
      Descended each = parameters.get(i);
      if (each.m == null) {
        Matrix value = each.parameter.value();
        each.parameter.sendGradient(value, 1 - learningRate * each.decay, -learningRate);
      } else {
        each.parameter.sendGradient(each.m, momentum, 1);
      }
    }
    network.backward(outputGradient);
    for (int i = 0; i < parameters.size(); i++) {
      Descended each = parameters.get(i);
      if (each.m != null) {
        each.parameter.value().descendBy(each.m, each.decay, learningRate);
      }
    }
  }
}
