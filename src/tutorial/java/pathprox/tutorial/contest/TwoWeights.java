package pathprox.tutorial.contest;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest unit: one weight in and one weight out, whose product is to be a target, with the
 * loss ½(ab − target)² and the decay of both weights.
 *
 * @param in a, the weight in
 * @param out b, the weight out
 */
public record TwoWeights(double in, double out) {
  private static final double FIRST_MEMORY = 0.9; // β₁ and β₂ of Adam, and its ε, as published
  private static final double SECOND_MEMORY = 0.999;
  private static final double TINY = 1e-8;

  /** How the two weights are moved. */
  public enum Optimizer {
    /** By the gradient of loss and (λ/2)(a² + b²). */
    GRADIENT_DESCENT,
    /** By Adam, of the gradient of loss and (λ/2)(a² + b²). */
    ADAM,
    /** By Adam, of the gradient of the loss; the weights shrink by γλ of themselves. */
    ADAM_W
  }

  /** {@return a² − b², which is 0 if the unit is balanced} */
  public double imbalance() {
    return in * in - out * out;
  }

  /**
   * Trains.
   *
   * @param optimizer how
   * @param target what the product is to be
   * @param lambda λ, the strength of the decay
   * @param rate γ, the learning rate
   * @param steps how many steps
   * @return the weights before the first step and after each
   */
  public List<TwoWeights> path(
      Optimizer optimizer, double target, double lambda, double rate, int steps) {
    Adam ofIn = new Adam();
    Adam ofOut = new Adam();
    List<TwoWeights> path = new ArrayList<>(List.of(this));
    double coupled = optimizer == Optimizer.ADAM_W ? 0 : lambda;
    double shrinkage = optimizer == Optimizer.ADAM_W ? rate * lambda : 0;
    for (int i = 0; i < steps; i++) {
      TwoWeights now = path.get(i);
      double error = now.in * now.out - target;
      double a = error * now.out + coupled * now.in;
      double b = error * now.in + coupled * now.out;
      if (optimizer != Optimizer.GRADIENT_DESCENT) {
        a = ofIn.direction(a);
        b = ofOut.direction(b);
      }
      path.add(
          new TwoWeights(
              (1 - shrinkage) * now.in - rate * a, (1 - shrinkage) * now.out - rate * b));
    }
    return path;
  }

  /** The running averages of one weight (Kingma and Ba, 2015, algorithm 1). */
  private static final class Adam {
    private double first;
    private double second;
    private double firstWeight = 1;
    private double secondWeight = 1;

    double direction(double gradient) {
      first = FIRST_MEMORY * first + (1 - FIRST_MEMORY) * gradient;
      second = SECOND_MEMORY * second + (1 - SECOND_MEMORY) * gradient * gradient;
      firstWeight *= FIRST_MEMORY;
      secondWeight *= SECOND_MEMORY;
      return first / (1 - firstWeight) / (Math.sqrt(second / (1 - secondWeight)) + TINY);
    }
  }
}
