package pathprox.benchmark.convergence;

import java.util.Optional;

/**
 * One hidden layer, full batch, float64, trained until the stopping rule ends it.
 *
 * <p>Not measured yet: the stopping rule is not there. What {@link #solve} has to do: train, and
 * return the optimality residual of the last state divided by λ.
 */
final class ConvexCase {
  /**
   * How the training ended.
   *
   * @param residual the optimality residual divided by λ
   * @param stopped whether the stopping rule ended it, not the limit of iterations
   * @param iterations how many steps were made
   */
  record Solved(double residual, boolean stopped, int iterations) {}

  private ConvexCase() {}

  /** Trains to the end; nothing where it cannot be measured. */
  static Optional<Solved> solve() {
    return Optional.empty();
  }
}
