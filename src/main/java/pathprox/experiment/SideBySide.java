package pathprox.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pathprox.parallel.Tasks;
import pathprox.progress.Progress;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;

/**
 * Trainings that do not depend on each other, one thread each, seen as one task.
 *
 * @param title of the task
 * @param count how many
 * @param iterations of all of them together
 */
record SideBySide(String title, int count, long iterations) {
  /** One of them. */
  interface Training {
    /** Trains number {@code i}, from 0, by a trainer that counts for the task. */
    TrainingResult train(Trainer trainer, int i);
  }

  /** The results in their order; null, or one that was interrupted, for those that did not end. */
  List<TrainingResult> run(Trainer trainer, Training training) {
    TrainingResult[] results = new TrainingResult[count];
    try (Progress progress = Progress.of(title, 1)) {
      Trainer counting = trainer.countingFor(progress);
      progress.begins(title, 0, (int) Math.min(Integer.MAX_VALUE, iterations));
      Tasks.run(count, i -> results[i] = training.train(counting, i));
      boolean isDone = Arrays.stream(results).allMatch(SideBySide::hasEnded);
      progress.ends(isDone ? "completed" : "interrupted", Optional.empty());
    }
    return Arrays.asList(results);
  }

  static boolean hasEnded(TrainingResult result) {
    return result != null && result.outcome() != Outcome.INTERRUPTED;
  }
}
