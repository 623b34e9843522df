package pathprox.training;

import java.util.Locale;
import java.util.Optional;

/**
 * What is to be seen of a task at one moment.
 *
 * @param task what is done, such as the name of a method or a path over λ
 * @param training the number of the training that runs or ran last, from 1
 * @param trainings how many trainings the task has, or has at most
 * @param plan what this training will do
 * @param iteration how many steps it has made
 * @param batchLoss the data loss of its last batch; NaN before any
 * @param history what it has recorded
 * @param stepsPerSecond how fast it was in the last seconds, evaluations included; NaN at first
 * @param ended whether the task has ended
 * @param outcome how the last training ended; empty while it runs, or if an error ended it
 * @param diagnosis what went wrong with it, see {@link TrainingResult#diagnosis}
 */
public record ProgressReport(
    String task,
    int training,
    int trainings,
    TrainingPlan plan,
    int iteration,
    double batchLoss,
    History history,
    double stepsPerSecond,
    boolean ended,
    Optional<Outcome> outcome,
    Optional<String> diagnosis) {
  /** Some days; more is no estimate, and neither are NaN and infinity. */
  private static final double LONGEST = 1e6;

  /**
   * Tells how much of the task is done, if all its trainings are as long as this one.
   *
   * @return 0 to 1
   */
  public double share() {
    double here = plan.steps() == 0 ? 1 : (double) (iteration - plan.from()) / plan.steps();
    return (training - 1 + here) / trainings;
  }

  /**
   * Estimates how long the task will still take, if all its trainings are as long as this one.
   *
   * @return seconds; NaN where the speed is not known
   */
  public double secondsLeft() {
    double steps = plan.iterations() - iteration + (double) (trainings - training) * plan.steps();
    return steps / stepsPerSecond;
  }

  /**
   * Says how long the task will still take.
   *
   * @return such as {@code 1:05 min}; empty where the speed is not known
   */
  public String timeLeft() {
    double seconds = secondsLeft();
    if (!(seconds < LONGEST)) {
      return "";
    }
    long whole = (long) Math.ceil(seconds);
    return whole < 60
        ? whole + " s"
        : whole < 3600
            ? "%d:%02d min".formatted(whole / 60, whole % 60)
            : "%d:%02d h".formatted(whole / 3600, whole / 60 % 60);
  }

  /**
   * Says how the task stands.
   *
   * @return {@code running}, or how it ended
   */
  public String state() {
    return ended
        ? outcome.map(how -> how.name().toLowerCase(Locale.ROOT)).orElse("failed")
        : "running";
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %s, training %d of %d at iteration %,d of %,d",
        task,
        state(),
        training,
        trainings,
        iteration,
        plan.iterations());
  }
}
