package pathprox.table;

import java.util.stream.IntStream;
import pathprox.metrics.Robustness;
import tech.tablesaw.api.Table;

/** How often a network is right when its inputs are disturbed. */
public final class RobustnessTable {
  private RobustnessTable() {}

  /**
   * {@return a row for each strength of {@code robustness}: columns {@code run}, the name of the
   * network in figures, {@code strength}, {@code accuracy} (0 to 1); named as the perturbation}
   */
  public static Table of(String run, Robustness robustness) {
    return RecordTable.of(
            robustness.perturbation().toString(),
            IntStream.range(0, robustness.strengths().size()).boxed().toList())
        .text("run", i -> run)
        .number("strength", robustness.strengths()::get)
        .number("accuracy", robustness.accuracies()::get)
        .table();
  }
}
