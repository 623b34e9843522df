package pathprox.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.metrics.Regularity;
import pathprox.metrics.Score;
import pathprox.penalty.GroupLasso;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

class HistoryTableTest {
  private static final History HISTORY =
      new History(
          "run",
          new GroupLasso(0.5),
          List.of(
              new Measurement(
                  100,
                  2.5,
                  0.1,
                  4,
                  0.75,
                  new Score(1, 0.9),
                  new Score(1.5, Double.NaN),
                  new Regularity(4, 6, 1, List.of(3, 8), List.of(2, 7), 2.5),
                  0.125)));

  @Test
  void of_oneMeasurement_isOneTidyRow() {
    Table table = HistoryTable.of(HISTORY);

    assertEquals(
        List.of(
            "run",
            "lambda",
            "iteration",
            "seconds",
            "learning_rate",
            "undone_steps",
            "batch_loss",
            "train_loss",
            "test_loss",
            "objective",
            "best_iteration",
            "decay_objective",
            "path_norm",
            "half_squared_norm",
            "active_units",
            "active_1",
            "active_2",
            "strong_units",
            "strong_1",
            "strong_2",
            "train_accuracy",
            "test_accuracy",
            "optimality"),
        table.columnNames());
    assertEquals(1, table.rowCount());
    assertEquals(0.5, table.doubleColumn("lambda").get(0), "that of the penalty");
    assertEquals(1 + 0.5 * (4 + 1), table.doubleColumn("objective").get(0));
    assertEquals(1 + 0.5 * 6, table.doubleColumn("decay_objective").get(0));
    assertEquals(11, table.intColumn("active_units").get(0));
    assertEquals(8, table.intColumn("active_2").get(0));
    assertEquals(9, table.intColumn("strong_units").get(0));
    assertEquals(7, table.intColumn("strong_2").get(0));
    assertTrue(table.column("test_accuracy").isMissing(0));
    assertEquals(0.125, table.doubleColumn("optimality").get(0));
    assertEquals(4, table.intColumn("undone_steps").get(0));
    assertEquals(100, table.intColumn("best_iteration").get(0));
  }

  @Test
  void of_nothingRecorded_hasNoRows() {
    assertEquals(0, HistoryTable.of(new History("run", new GroupLasso(0), List.of())).rowCount());
  }

  private static Measurement at(int iteration, double loss) {
    Measurement row = HISTORY.last();
    return new Measurement(
        iteration, 0, 0.1, 0, 0, new Score(loss, 1), row.test(), row.regularity(), 0);
  }

  @Test
  void of_objectiveThatRisesAgain_namesTheBestRecordSoFar() {
    History history =
        new History(
            "run",
            new GroupLasso(0.5),
            List.of(at(0, 3), at(10, 2), at(20, 4), at(30, 2), at(40, 1)));

    assertEquals(
        List.of(0, 10, 10, 10, 40), HistoryTable.of(history).intColumn("best_iteration").asList());
    assertEquals(40, history.best().iteration());
  }

  @Test
  void withRun_anotherName_isInTheTable() {
    assertEquals(
        "new",
        HistoryTable.of(new History("new", HISTORY.penalty(), HISTORY.measurements()))
            .stringColumn("run")
            .get(0));
  }

  private static TrainingResult train(double momentum, int seed) {
    TrainingOptions options =
        Problem.options().withIterations(1).withSeed(Long.MAX_VALUE - seed).withBatchSize(8 + seed);
    return Trainer.with(options)
        .train(
            Problem.factorized(DataType.FLOAT),
            Problem.data(),
            PathProx.of(0.25).withMomentum(momentum));
  }

  @Test
  void of_results_haveWhatTheyWereAskedForBeforeTheIteration() {
    Table table = HistoryTable.of(train(0, 1), train(0.5, 2));

    assertEquals(
        List.of(
            "run",
            "method",
            "lambda",
            "seed",
            "schedule",
            "architecture",
            "momentum",
            "working_set",
            "batch_size",
            "iteration"),
        table.columnNames().subList(0, 10),
        "momentum computes with all units");
    assertEquals("PathProx", table.stringColumn("method").get(3));
    assertEquals(0.25, table.doubleColumn("lambda").get(3));
    assertEquals(Long.MAX_VALUE - 2, table.longColumn("seed").get(3));
    assertEquals("0.1", table.stringColumn("schedule").get(3));
    assertEquals(0.5, table.doubleColumn("momentum").get(3));
    assertEquals(10, table.intColumn("batch_size").get(3));
  }

  @Test
  void of_resultsOfTheSameName_areNamedAfterWhatTheyDifferIn() {
    TrainingResult one = train(0, 1);
    TrainingResult two = train(0, 2);

    assertEquals(
        Set.of(
            "PathProx λ=0.25, seed %s, batch size 9".formatted(Long.MAX_VALUE - 1),
            "PathProx λ=0.25, seed %s, batch size 10".formatted(Long.MAX_VALUE - 2)),
        HistoryTable.of(one, two).stringColumn("run").asSet());
    assertEquals(
        Set.of("same, method PathProx, lambda 0.25", "same, method weight decay, lambda 0.5"),
        HistoryTable.of(
                one.named("same"),
                Trainer.with(
                        Problem.options()
                            .withIterations(1)
                            .withSeed(Long.MAX_VALUE - 1)
                            .withBatchSize(9))
                    .train(Problem.factorized(DataType.FLOAT), Problem.data(), new WeightDecay(0.5))
                    .named("same"))
            .stringColumn("run")
            .asSet());
    assertEquals(
        Set.of("same", "other", "same (2)"),
        HistoryTable.of(one.named("same"), two.named("other"), one.named("same"))
            .stringColumn("run")
            .asSet());
  }

  @Test
  void of_historiesOfTheSameName_areNumbered() {
    History other = new History("run (2)", HISTORY.penalty(), HISTORY.measurements());

    assertEquals(
        List.of("run", "run (3)", "run (2)", "run (4)"),
        HistoryTable.of(HISTORY, HISTORY, other, HISTORY).stringColumn("run").asList());
  }
}
