package pathprox.method;

import static pathprox.matrix.Arguments.require;

/**
 * Which units of a pair a step computes with: those whose outgoing weights are 0 can be left out,
 * until the proximal operator would not give 0 for them, which their gradients tell.
 *
 * @param interval how many steps lie between two measurements of the units that were left out; 1
 *     measures at every step, 0 leaves no unit out
 */
public record WorkingSet(int interval) {
  public WorkingSet {
    require(interval >= 0, "interval must be >= 0, was %s", interval);
  }

  /**
   * {@return the working set that measures the units left out at every step: the same trajectory as
   * with all units, up to rounding}
   */
  public static WorkingSet exact() {
    return new WorkingSet(1);
  }

  /**
   * {@return the working set that measures the units left out every {@code interval} steps, 2 or
   * more; only then one can come back, so fewer come and go, on another trajectory to points with
   * the same conditions of optimality}
   */
  public static WorkingSet lazy(int interval) {
    require(interval >= 2, "a lazy interval must be >= 2, was %s", interval);
    return new WorkingSet(interval);
  }

  /** {@return all units at every step, as the published code does} */
  public static WorkingSet off() {
    return new WorkingSet(0);
  }

  /** Steps between two that let units leave: some come back soon, and moving rows costs more. */
  private static final int STEPS_BEFORE_LEAVING = 10;

  boolean mayLeaveAfter(int steps) {
    return interval > 0 && steps % STEPS_BEFORE_LEAVING == 0;
  }

  boolean measuresAt(int step) {
    return interval > 0 && step % interval == 0;
  }

  @Override
  public String toString() {
    return switch (interval) {
      case 0 -> "all units";
      case 1 -> "exact working set";
      default -> "working set checked every %s steps".formatted(interval);
    };
  }
}
