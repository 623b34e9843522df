package pathprox.method;

/**
 * Which units of a pair a step computes with: those whose outgoing weights are 0 can be left out.
 *
 * <p>A unit that was left out comes back when the proximal operator would not give 0 for it.
 * Whether it would is known only from the gradient of its outgoing weights, so how often that is
 * measured decides what is computed.
 *
 * @param interval how many steps lie between two measurements of the units that were left out; 1
 *     measures at every step, 0 leaves no unit out
 */
public record WorkingSet(int interval) {
  /**
   * @throws IllegalArgumentException if it is negative
   */
  public WorkingSet {
    if (interval < 0) {
      throw new IllegalArgumentException("interval must be >= 0, was " + interval);
    }
  }

  /**
   * {@return the working set that measures the units left out at every step: the same trajectory as
   * with all units, up to rounding}
   */
  public static WorkingSet exact() {
    return new WorkingSet(1);
  }

  /**
   * Measures the units that were left out every {@code interval} steps, 2 or more: another
   * trajectory, for late phases.
   *
   * <p>A unit can come back only at these steps, and in between the path norms that balance the
   * layers leave out what the gradient step would have given to such units. So fewer units come and
   * go, and the number of active units that a history shows is lower. What the training converges
   * to has the same conditions of optimality.
   *
   * @return the working set
   */
  public static WorkingSet lazy(int interval) {
    if (interval < 2) {
      throw new IllegalArgumentException("a lazy interval must be >= 2, was " + interval);
    }
    return new WorkingSet(interval);
  }

  /** {@return all units at every step, as the published code does} */
  public static WorkingSet off() {
    return new WorkingSet(0);
  }

  /**
   * Steps between two that let units leave the working sets. Some come back within a few steps, and
   * moving rows costs more than computing with a few zeros.
   */
  private static final int STEPS_BEFORE_LEAVING = 10;

  /** Whether units may leave the working sets after as many steps. */
  boolean mayLeaveAfter(int steps) {
    return interval > 0 && steps % STEPS_BEFORE_LEAVING == 0;
  }

  /** Whether a step measures the units that were left out. */
  boolean measuresAt(int step) {
    return interval > 0 && step % interval == 0;
  }

  @Override
  public String toString() {
    return switch (interval) {
      case 0 -> "all units";
      case 1 -> "exact working set";
      default -> "working set checked every %d steps".formatted(interval);
    };
  }
}
