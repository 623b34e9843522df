package pathprox.table;

import static pathprox.matrix.Arguments.require;

import java.util.stream.LongStream;
import pathprox.training.LearningRate;
import tech.tablesaw.api.Table;

/** The step sizes of a schedule. */
public final class LearningRateTable {
  private static final int MOST_PARTS = 200;

  private LearningRateTable() {}

  /**
   * {@return the columns {@code run}, the name in figures, {@code iteration} and {@code
   * learning_rate} of {@code schedule}: the first of {@code iterations}, 1 or more, the last one,
   * and up to 199 between them}
   */
  public static Table of(String run, LearningRate schedule, int iterations) {
    require(iterations >= 1, "iterations must be >= 1, was %s", iterations);
    long last = iterations - 1;
    long parts = Math.max(1, Math.min(MOST_PARTS, last));
    LongStream rows = LongStream.rangeClosed(0, parts).map(i -> last * i / parts).distinct();
    return RecordTable.of(run, rows.mapToObj(Math::toIntExact).toList())
        .text("run", iteration -> run)
        .whole("iteration", iteration -> iteration)
        .number("learning_rate", schedule::at)
        .table();
  }
}
