package pathprox.tutorial.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pathprox.penalty.GroupLasso;
import tech.tablesaw.api.Table;

class PenaltyTableTest {
  private static final double EXACT = 1e-15;

  @Test
  void of_groupLasso_hasLambdaInValuesAndGammaTimesLambdaInProxes() {
    Table table = PenaltyTable.of(Map.of("norm", new GroupLasso(2)), 0.25, 1, 3);

    assertEquals(List.of("norm", "norm", "norm"), table.stringColumn("run").asList());
    assertArrayEquals(new double[] {0, 0.5, 1}, numbers(table, "norm"), EXACT);
    assertArrayEquals(new double[] {0, 1, 2}, numbers(table, "value"), EXACT);
    assertArrayEquals(new double[] {0, 0, 0.5}, numbers(table, "prox"), EXACT);
  }

  private static double[] numbers(Table table, String column) {
    return table.doubleColumn(column).asDoubleArray();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, 2, 'step must be >= 0 and finite, was -1.0'",
    "NaN, 1, 2, 'step must be >= 0 and finite, was NaN'",
    "1, 0, 2, 'largest must be > 0 and finite, was 0.0'",
    "1, Infinity, 2, 'largest must be > 0 and finite, was Infinity'",
    "1, 1, 1, 'points must be >= 2, was 1'"
  })
  void of_numberOutOfRange_isRefused(double step, double largest, int points, String message) {
    Map<String, GroupLasso> penalties = Map.of("norm", new GroupLasso(1));
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> PenaltyTable.of(penalties, step, largest, points));
    assertEquals(message, e.getMessage());
  }
}
