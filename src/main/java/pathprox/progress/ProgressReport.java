package pathprox.progress;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.Optional;

/**
 * What is to be seen of a task at one moment.
 *
 * @param task what is done, such as the name of a method or a path over λ
 * @param unit what is counted: {@code iteration}, or {@code KB} of 1,000 bytes of a download
 * @param training the number of the training that runs or ran last, from 1
 * @param trainings how many trainings the task has, or has at most
 * @param run the name of this training
 * @param from the iteration it goes on from, 0 for a new training
 * @param iteration how many steps it has made
 * @param iterations the iteration it ends at, if nothing ends it before
 * @param points what it has recorded
 * @param stepsPerSecond how fast it was in the last seconds, evaluations included; NaN at first
 * @param state {@code running}, or how the task ended, such as {@code completed}
 * @param diagnosis what went wrong and the likely cause; empty if nothing is known to be wrong
 */
public record ProgressReport(
    String task,
    String unit,
    int training,
    int trainings,
    String run,
    int from,
    int iteration,
    int iterations,
    List<Point> points,
    double stepsPerSecond,
    String state,
    Optional<String> diagnosis) {
  static final String ITERATION = "iteration";
  static final String KILOBYTE = "KB";
  static final String RUNNING = "running";
  static final String INTERRUPTED = "interrupted";

  /**
   * One record: the data loss {@code trainingLoss} over the training set, the {@code objective},
   * which is the loss with its regularization, and {@code activeUnits}, the number of each pair.
   */
  public record Point(double trainingLoss, double objective, List<Integer> activeUnits) {
    /** {@return the active units of all pairs together} */
    public int totalActiveUnits() {
      return activeUnits.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** {@return whether trainings are the task, not a download} */
  public boolean isOfTrainings() {
    return unit.equals(ITERATION);
  }

  /** {@return whether the task has ended} */
  public boolean ended() {
    return !state.equals(RUNNING);
  }

  /** {@return whether the thread that trains was interrupted; a step may be under way} */
  public boolean isInterrupted() {
    return state.equals(INTERRUPTED);
  }

  /** {@return how much of the task is done, 0 to 1, if all its trainings are as long as this} */
  public double share() {
    double here = iterations == from ? 1 : (double) (iteration - from) / (iterations - from);
    return (training - 1 + here) / trainings;
  }

  /** {@return how long the task will still take, such as {@code 1:05 min}, empty if not known} */
  public String timeLeft() {
    double steps = iterations - iteration + (trainings - training) * (double) (iterations - from);
    double seconds = Math.ceil(steps / stepsPerSecond);
    // Some days are no estimate any more, and neither are NaN and infinity.
    if (!(seconds < 1e6)) {
      return "";
    }
    int whole = (int) seconds;
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? String.format(ROOT, "%d:%02d min", whole / 60, whole % 60)
        : String.format(ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
  }

  @Override
  public String toString() {
    String where = String.format(ROOT, "%,d of %,d", iteration, iterations);
    String training = "training " + this.training + " of " + trainings + " at iteration " + where;
    return task + ": " + state + ", " + (isOfTrainings() ? training : where + " " + unit);
  }
}
