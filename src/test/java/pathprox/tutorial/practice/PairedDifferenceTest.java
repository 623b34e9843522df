package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PairedDifferenceTest {
  /** Method b has two rates, of which that of 0.1 has the lower mean objective. */
  private static Table table() {
    return Table.create(
        "sweep",
        StringColumn.create("method", "a", "a", "b", "b", "b", "b"),
        StringColumn.create("schedule", "own", "own", "0.1", "0.1", "0.5", "0.5"),
        IntColumn.create("seed", 1, 2, 1, 2, 1, 2),
        DoubleColumn.create("lambda", 0.01, 0.01, 0.01, 0.01, 0.01, 0.01),
        DoubleColumn.create("objective", 1, 2, 1.5, 2.5, 1.4, 9),
        IntColumn.create("units", 10, 20, 13, 27, 1, 1));
  }

  @Test
  void of_methodWithTwoRates_isItsBetterOneSeedBySeed() {
    PairedDifference difference = PairedDifference.of(table(), "units", "a", "b");

    assertArrayEquals(new double[] {-3, -7}, difference.byLambda().get(0.01));
    assertArrayEquals(new double[] {-5}, difference.means());
    assertEquals(
        List.of("difference in units", "  λ 0.01     mean       -5   (-7 to -3)"),
        difference.toString().lines().toList());
  }

  @Test
  void of_otherSeeds_areRefused() {
    Table table = table().first(3);
    assertThrows(
        IllegalArgumentException.class, () -> PairedDifference.of(table, "units", "a", "b"));
    assertThrows(
        IllegalArgumentException.class, () -> PairedDifference.of(table, "units", "c", "b"));
  }
}
