package pathprox.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.Tolerance;
import pathprox.experiment.CrossValidationResult.Error;
import pathprox.method.Problem;
import pathprox.metrics.Regularity;
import pathprox.metrics.Score;
import pathprox.network.Network;
import pathprox.penalty.GroupLasso;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.Outcome;
import pathprox.training.TrainingResult;

class CrossValidationResultTest {
  private static final Network NETWORK = Problem.factorized(DataType.FLOAT);
  private static final double UNITS =
      Regularity.of(NETWORK).activeUnits().stream().mapToInt(it -> it).sum();

  private static List<TrainingResult> folds(double lambda, double... losses) {
    return DoubleStream.of(losses).mapToObj(loss -> fold(lambda, loss, Outcome.COMPLETED)).toList();
  }

  /** Half of the classes are right. */
  private static TrainingResult fold(double lambda, double loss, Outcome outcome) {
    Score test = new Score(loss, 0.5);
    Measurement row =
        new Measurement(9, 0, 0.1, 0, Double.NaN, test, test, Regularity.of(NETWORK), Double.NaN);
    History history = new History("by hand", new GroupLasso(lambda), List.of(row));
    return new TrainingResult(NETWORK, history, outcome, 9, 5, "", Optional.empty(), Map.of());
  }

  /** Mean 1.2; deviation √((0.04 + 0 + 0.04)/2) = 0.2; standard error 0.2/√3. */
  @Test
  void errors_threeFolds_areMeanAndStandardError() {
    CrossValidationResult result = CrossValidationResult.of(List.of(folds(0.1, 1, 1.2, 1.4)));
    Error error = result.errors().get(0);

    assertEquals(0.1, error.lambda());
    assertEquals(1.2, error.loss(), Tolerance.ROUNDING);
    assertEquals(0.2 / Math.sqrt(3), error.standardError(), Tolerance.ROUNDING);
    assertEquals(0.5, error.wrong());
    assertEquals(UNITS, error.units());
    assertEquals(
        "λ 0.1: loss 1.2 ± 0.115, 50 % wrong, " + (int) UNITS + " units", error.toString());
    assertEquals(
        List.of("lambda", "loss", "standard_error", "wrong", "units"),
        result.table().columnNames());
    assertEquals(1.2, result.table().doubleColumn("loss").get(0), Tolerance.ROUNDING);
  }

  private record Case(String name, int best, int sparsest, List<List<TrainingResult>> results) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() {
    double none = Double.NaN;
    return List.of(
        // Both deviate by 0.2 over the folds, 0.1 ≤ 0.115; but the excess is 0.1 in each fold.
        new Case(
            "worse in each fold",
            1,
            1,
            List.of(folds(0.1, 1, 1.2, 1.4), folds(0.01, 0.9, 1.1, 1.3))),
        // Excess 0.3, 0, −0.03: mean 0.09, deviation √((0.21² + 0.09² + 0.12²)/2) = 0.1825,
        // standard
        // error 0.1054.
        new Case(
            "worse in one fold",
            1,
            0,
            List.of(folds(0.1, 1.2, 1.1, 1.27), folds(0.01, 0.9, 1.1, 1.3))),
        // Excess 0.3, 0.03, 0.03: mean 0.12, deviation √((0.18² + 2·0.09²)/2) = 0.1559, error 0.09.
        new Case(
            "worse beyond the error",
            1,
            1,
            List.of(folds(0.1, 1.2, 1.13, 1.33), folds(0.01, 0.9, 1.1, 1.3))),
        new Case(
            "two within, the larger λ",
            2,
            1,
            List.of(
                folds(0.1, 9, 9), folds(0.03, 1, 2), folds(0.01, 2, 0.9), folds(0.003, 1.5, 1.5))),
        new Case(
            "equal, the largest λ",
            1,
            1,
            List.of(folds(0.1, 1, 2), folds(0.2, 1, 2), folds(0.05, 1, 2))),
        new Case("the best is the largest λ", 0, 0, List.of(folds(0.1, 1, 1), folds(0.01, 1, 3))),
        new Case("a training diverged", 1, 1, List.of(folds(0.1, none, 0.1), folds(0.01, 1, 3))),
        new Case("one method", 0, 0, List.of(folds(0.1, 1, 3))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bestAndSparsest_losses_areThoseOfTheRule(Case given) {
    CrossValidationResult result = CrossValidationResult.of(given.results);

    assertEquals(given.best, result.best());
    assertEquals(given.sparsest, result.sparsest());
    String[] lines = result.toString().split("\n");
    assertEquals(given.results.size() + 1, lines.length);
    assertTrue(lines[given.best + 1].contains("smallest loss"), lines[given.best + 1]);
    assertTrue(
        lines[given.sparsest + 1].endsWith("largest λ within a standard error of the difference"));
  }

  /** What was recorded before a training diverged says nothing about its end. */
  @Test
  void errors_ofATrainingThatDiverged_areNaN() {
    CrossValidationResult result =
        CrossValidationResult.of(
            List.of(
                List.of(fold(0.1, 0.3, Outcome.COMPLETED), fold(0.1, 0.3, Outcome.DIVERGED)),
                folds(0.01, 0.9, 0.7)));

    assertTrue(Double.isNaN(result.errors().get(0).loss()));
    assertTrue(Double.isNaN(result.errors().get(0).wrong()));
    assertEquals(1, result.best());
    assertEquals(1, result.sparsest());
  }

  @Test
  void best_nothingHasEnded_isRefusedButCanBePrinted() {
    CrossValidationResult nothing = CrossValidationResult.of(List.of());
    CrossValidationResult diverged = CrossValidationResult.of(List.of(folds(0.1, Double.NaN, 1)));
    for (CrossValidationResult result : List.of(nothing, diverged)) {
      assertThrows(IllegalStateException.class, result::best);
      assertThrows(IllegalStateException.class, result::sparsest);
      assertEquals(result.results().size(), result.table().rowCount());
    }
    assertEquals("cross-validation, interrupted before a method had ended", nothing.toString());
    assertTrue(diverged.toString().contains("loss NaN"), diverged::toString);
  }

  @Test
  void chart_threeMethods_marksBothChoices() {
    List<List<TrainingResult>> results =
        List.of(folds(1, 5, 5.5, 6), folds(0.1, 1.2, 1.1, 1.27), folds(0.01, 0.9, 1.1, 1.3));
    var chart = CrossValidationResult.of(results).chart();
    var names = chart.data().stream().map(trace -> trace.get("name")).toList();

    assertTrue(
        names.containsAll(
            Arrays.asList(
                "mean over the folds", "smallest", "largest λ that cannot be told from it")),
        names::toString);
    int smallest = names.indexOf("smallest");
    assertEquals(List.of(0.01), chart.data().get(smallest).get("x"));
    assertEquals(List.of(0.1), chart.data().get(smallest + 1).get("x"));
  }
}
