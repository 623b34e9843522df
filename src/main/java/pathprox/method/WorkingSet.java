package pathprox.method;

import static pathprox.matrix.Arguments.require;

import java.io.Serializable;

/**
 * Which units of a pair a step computes with: those whose outgoing weights are 0 can be left out,
 * until the proximal operator would not give 0 for them, which their gradients tell.
 *
 * @param interval steps from one measurement of the units left out to the next; 0 leaves none out
 */
public record WorkingSet(int interval) implements Serializable {
  public WorkingSet {
    require(interval >= 0, "interval must be >= 0, was %s", interval);
  }

  /** {@return what measures units left out at each step: the steps of all units, up to rounding} */
  public static WorkingSet exact() {
    return new WorkingSet(1);
  }

  /**
   * {@return what measures units left out every {@code interval} steps, 2 or more; only then they
   * come back, so fewer do, on another way to points with the same conditions of optimality}
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
