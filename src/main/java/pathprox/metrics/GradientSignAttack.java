package pathprox.metrics;

import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.running.WorkingNetwork;

/**
 * The fast gradient sign method: all inputs move by the same amount, each to the side where the
 * loss grows, x + ε·sign(∂ℓ/∂x) with ε the strength. It knows the right classes, and is one step
 * and no worst case: that a network withstands it says nothing about other attacks. Inputs may
 * leave the range of the data. Source: Goodfellow, Shlens, Szegedy, "Explaining and harnessing
 * adversarial examples", 2015, arXiv:1412.6572, section 4.
 *
 * @param loss what it raises, such as {@link pathprox.loss.CrossEntropy}
 */
public record GradientSignAttack(Loss loss) implements Perturbation {
  /** The gradient is that of the mean over the samples, which does not change its signs. */
  @Override
  public void direct(WorkingNetwork network, Examples examples, int from, Matrix directions) {
    directions.copyRows(examples.inputs(), from, directions.rows());
    Matrix outputs = network.forward(directions);
    try (Arena arena = new Arena()) {
      Matrix targets = arena.buffer().copyRows(examples.targets(), from, directions.rows());
      loss.check(outputs.columns(), targets);
      Matrix outputGradient = arena.zeros(outputs.type(), outputs.rows(), outputs.columns());
      loss.gradient(outputs, targets, outputGradient);
      Matrix gradient = network.inputGradient(outputGradient);
      for (int row = 0; row < directions.rows(); row++) {
        for (int input = 0; input < directions.columns(); input++) {
          directions.set(row, input, Math.signum(gradient.get(row, input)));
        }
      }
    }
  }

  @Override
  public String toString() {
    return "gradient-sign attack";
  }
}
