package pathprox.benchmark.convergence;

import java.util.Optional;

/**
 * Ten values of λ, each started from the solution before it, against ten trainings from the start.
 *
 * <p>Not measured yet: paths are not there. What {@link #follow} has to do: run both to the same
 * optimality residual and return the iterations of all ten.
 */
final class PathCase {
  /**
   * The iterations of all values of λ together.
   *
   * @param warm each started from the solution for the λ before
   * @param cold each started from the same initial network
   */
  record Followed(long warm, long cold) {}

  private PathCase() {}

  /** Runs both; nothing where it cannot be measured. */
  static Optional<Followed> follow() {
    return Optional.empty();
  }
}
