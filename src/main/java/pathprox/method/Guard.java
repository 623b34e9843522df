package pathprox.method;

import java.util.function.DoubleSupplier;
import pathprox.network.WorkingCopy;

/**
 * Keeps the best state of a training and goes back to it, judged by the whole objective on fixed
 * training samples: batches differ, these do not.
 *
 * <p>Going back is for catastrophes alone: more than half of what was gained is lost at two looks
 * in a row, or the objective is no number. On the way to a lower objective it may rise for a while,
 * and a step that follows every rise by a shorter one is slower everywhere (design-notes.md).
 */
final class Guard {
  /** So many looks in a training, at the most. */
  private static final int LOOKS = 100;

  private static final int FEWEST_LOOKS = 20;
  private static final int SHORTEST_INTERVAL = 10;

  /**
   * Steps between two looks for each batch that a look is as long as: one forward pass is a third
   * of a step, so looks take some 5 % of the time.
   */
  private static final double STEPS_PER_BATCH = 7;

  /** What a sum of losses may differ by without having risen. */
  private static final double ROUNDING = 1e-12;

  private final WorkingCopy network;
  private final DoubleSupplier objective;
  private final boolean looks;
  private final double first;
  private final int from;
  private final int interval;
  private WorkingCopy best;
  private double lowest;
  private int lowestAt;
  private boolean doubtful;
  private boolean rose;
  private double last = Double.POSITIVE_INFINITY;
  private int undone;

  Guard(WorkingCopy network, Task task, DoubleSupplier penalty) {
    this.network = network;
    objective = () -> task.probe().getAsDouble() + penalty.getAsDouble();
    looks = task.probeSamples() > 0;
    from = task.from();
    interval = interval(task);
    lowestAt = from;
    first = looks ? objective.getAsDouble() : Double.NaN;
    lowest = first;
    keep();
  }

  private static int interval(Task task) {
    int steps = task.iterations() - task.from();
    double cheap = STEPS_PER_BATCH * task.probeSamples() / task.batchSize();
    double often = Math.max(SHORTEST_INTERVAL, (double) steps / LOOKS);
    return (int) Math.max(often, Math.min(cheap, (double) steps / FEWEST_LOOKS));
  }

  /** Often at first, when a step that is too long shows soon. */
  private boolean looksAt(int step) {
    int taken = step - from;
    boolean early = taken < interval && taken % SHORTEST_INTERVAL == 0;
    return looks
        && (taken % interval == 0 || early && Integer.bitCount(taken / SHORTEST_INTERVAL) == 1);
  }

  /** Where little is gained yet, noise alone could lose half of it: there it takes more. */
  private boolean isLost(double value) {
    return !(value <= (lowest < first / 2 ? (first + lowest) / 2 : 2 * first));
  }

  /** Looks at the state after so many steps if it is time; returns whether it went back. */
  boolean wentBack(int step) {
    if (!looksAt(step)) {
      return false;
    }
    double value = objective.getAsDouble();
    if (Thread.currentThread().isInterrupted()) {
      return false; // what was measured is not complete
    }
    boolean lost = isLost(value);
    if (lost && (doubtful || !Double.isFinite(value))) {
      goBack(step);
      return true;
    }
    doubtful = lost;
    rose = value > last * (1 + ROUNDING);
    last = value;
    if (value < lowest) {
      lowest = value;
      lowestAt = step;
      keep();
    }
    return false;
  }

  /**
   * Goes back if more than half of what was gained is lost, at any step; returns whether it did.
   */
  boolean undidALoss(int step) {
    boolean kept = !looks || !isLost(objective.getAsDouble());
    if (kept || Thread.currentThread().isInterrupted()) {
      return false;
    }
    goBack(step);
    return true;
  }

  /** Forgets all states before the present one, after so many steps. */
  void startAgain(int step) {
    if (looks) {
      lowest = objective.getAsDouble();
      last = lowest;
      lowestAt = step;
      doubtful = false;
      keep();
    }
  }

  /** Goes back from a state without a finite loss; false if that is the best one itself. */
  boolean wentBackFrom(int step) {
    boolean canGoBack = looks && step > lowestAt;
    if (canGoBack) {
      goBack(step);
    }
    return canGoBack;
  }

  /** Goes back if the state after the last step is not the best one. */
  void finish(int step) {
    if (looks && !(objective.getAsDouble() <= lowest) && !Thread.currentThread().isInterrupted()) {
      goBack(step);
    }
  }

  private void keep() {
    if (looks && best == null) {
      best = new WorkingCopy(network.snapshot());
    } else if (looks) {
      best.load(network);
    }
  }

  private void goBack(int step) {
    network.load(best);
    undone += step - lowestAt;
    lowestAt = step;
    doubtful = false;
  }

  /** The objective on the fixed samples before the first step; NaN if there are none. */
  double first() {
    return first;
  }

  /** Whether a look after this step found the objective above that of the look before. */
  boolean roseAt(int step) {
    return looksAt(step) && rose;
  }

  /** How many steps were undone. */
  int undone() {
    return undone;
  }
}
