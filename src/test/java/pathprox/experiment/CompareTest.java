package pathprox.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.network.Network;
import pathprox.table.HistoryTable;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

class CompareTest {
  private static TrainingResult run(Network start, Method method) {
    return Trainer.with(Problem.options().withIterations(4)).train(start, Problem.data(), method);
  }

  private static final TrainingResult TWO_PAIRS =
      run(Problem.factorized(DataType.FLOAT), PathProx.of(0.1));
  private static final TrainingResult ONE_PAIR =
      run(Problem.withUnpairedLayer(DataType.FLOAT), new WeightDecay(0.1));

  @Test
  void table_runsWithDifferentPairs_holdsAllRowsAndMissingUnits() {
    Table table = Compare.table(ONE_PAIR, TWO_PAIRS);

    assertEquals(10, table.rowCount());
    assertEquals(
        HistoryTable.of(TWO_PAIRS.history()).columnNames(),
        table.rejectColumns("method", "seed", "schedule", "architecture").columnNames());
    assertEquals(5, table.column("active_2").countMissing());
    assertEquals(5, table.column("strong_2").countMissing());
    assertEquals("weight decay λ=0.1", table.stringColumn("run").get(0));
    assertEquals("PathProx λ=0.1", table.stringColumn("run").get(9));
  }

  @Test
  void charts_twoRuns_haveAsManyPointsAsRecords() {
    List.of(
            Compare.objective(ONE_PAIR, TWO_PAIRS),
            Compare.activeUnits(ONE_PAIR, TWO_PAIRS),
            Compare.accuracy(ONE_PAIR, TWO_PAIRS))
        .forEach(
            chart ->
                chart.data().forEach(trace -> assertEquals(5, ((List<?>) trace.get("x")).size())));
  }

  @Test
  void table_sameNameTwice_tellsTheRunsApart() {
    assertEquals(
        Set.of("PathProx λ=0.1", "PathProx λ=0.1 (2)"),
        Compare.table(TWO_PAIRS, TWO_PAIRS).stringColumn("run").asSet());
    assertEquals(2, Compare.objective(TWO_PAIRS, TWO_PAIRS).data().size());
    assertEquals(10, Compare.table(TWO_PAIRS, TWO_PAIRS.named("again")).rowCount());
    assertThrows(IllegalArgumentException.class, Compare::table);
  }
}
