package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pathprox.experiment.Lambdas;
import pathprox.method.WeightDecay;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ModelComparisonTest {
  private static final Lambdas NEARLY_NONE = Lambdas.of(1e-4);

  /** 60 rows of y = 3x + 1. */
  private static Table line() {
    double[] x = new double[60];
    double[] y = new double[60];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % 20 - 10;
      y[i] = 3 * x[i] + 1;
    }
    return Table.create("line", DoubleColumn.create("x", x), DoubleColumn.create("y", y));
  }

  @Test
  void train_line_isLearnedByTheLinearModelAndNotByTheMean() {
    TestErrors errors =
        ModelComparison.of(line(), "y", 1, 2)
            .withLinear("linear", NEARLY_NONE, WeightDecay::new, 0.1)
            .train();

    assertEquals(2, errors.of("linear").length);
    for (int division = 0; division < 2; division++) {
      assertEquals(0, errors.of("linear")[division], 0.05);
      assertTrue(errors.of(TestErrors.BASELINE)[division] > 10); // the deviation of y is 17.3
    }
  }

  /** With a rate of 3, (1 − 2·3)ᵏ grows without bound. */
  @Test
  void train_rateThatDiverges_isNotChosen() {
    TestErrors errors =
        ModelComparison.of(line(), "y", 1, 1)
            .withLinear("linear", NEARLY_NONE, WeightDecay::new, 3, 0.1)
            .train();

    assertEquals(0.1, errors.entries().get(1).rate());
  }

  @Test
  void of_classes_areRefused() {
    Table table = line().addColumns(StringColumn.create("name", line().rowCount()));
    table.stringColumn("name").setMissingTo("a");

    assertThrows(IllegalArgumentException.class, () -> ModelComparison.of(table, "name", 1, 2));
    assertThrows(IllegalArgumentException.class, () -> ModelComparison.of(table, "y", 1, 0));
  }
}
