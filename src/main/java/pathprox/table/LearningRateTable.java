package pathprox.table;

import java.util.stream.IntStream;
import pathprox.training.LearningRate;
import tech.tablesaw.api.Table;

/** The step sizes of a schedule. */
public final class LearningRateTable {
  private static final int MOST_PARTS = 200;

  private LearningRateTable() {}

  /**
   * Lists the step sizes of a training.
   *
   * @param run what to call the schedule in figures
   * @param schedule the step size of each iteration
   * @param iterations how many there are, 1 or more
   * @return columns {@code run}, {@code iteration} and {@code learning_rate}: the first iteration,
   *     the last one, and up to 199 between them
   * @throws IllegalArgumentException if there is no iteration
   */
  public static Table of(String run, LearningRate schedule, int iterations) {
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations must be >= 1, was " + iterations);
    }
    long last = iterations - 1;
    long parts = Math.max(1, Math.min(MOST_PARTS, last));
    return RecordTable.of(
            run,
            IntStream.rangeClosed(0, (int) parts)
                .mapToObj(i -> (int) (last * i / parts))
                .distinct()
                .toList())
        .text("run", iteration -> run)
        .whole("iteration", iteration -> iteration)
        .number("learning_rate", schedule::at)
        .table();
  }
}
