package pathprox.method;

import java.util.List;
import pathprox.network.WorkingCopy;
import pathprox.tensor.Matrix;

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
  private final List<Descended> parameters;

  /** One for each parameter; none without momentum. */
  private final List<Matrix> momenta;

  GradientDescent(WorkingCopy network, List<Descended> parameters, double momentum) {
    this.network = network;
    this.parameters = parameters;
    this.momentum = momentum;
    momenta = momentum == 0 ? List.of() : parameters.stream().map(GradientDescent::zeros).toList();
  }

  private static Matrix zeros(Descended each) {
    Matrix value = each.parameter().value();
    return Matrix.zeros(value.type(), value.rows(), value.columns());
  }

  @Override
  public void take(double loss, Matrix outputGradient, double learningRate) {
    take(outputGradient, learningRate);
  }

  void take(Matrix outputGradient, double learningRate) {
    for (int i = 0; i < parameters.size(); i++) { // an iterator would be an allocation
      Descended each = parameters.get(i);
      if (momentum == 0) {
        Matrix value = each.parameter().value();
        each.parameter().sendGradient(value, 1 - learningRate * each.decay(), -learningRate);
      } else {
        each.parameter().sendGradient(momenta.get(i), momentum, 1);
      }
    }
    network.backward(outputGradient);
    for (int i = 0; i < momenta.size(); i++) {
      Descended each = parameters.get(i);
      each.parameter().value().descendBy(momenta.get(i), each.decay(), learningRate);
    }
  }
}
