package pathprox.tutorial.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import pathprox.plot.Records;
import tech.tablesaw.api.Table;

class BalanceCurveTest {
  @Test
  void of_runs_drawsTheExcessOfEachInPercent() {
    Chart chart =
        BalanceCurve.of(Records.of("a", "b")); // the squares of a record are twice its products
    assertEquals(List.of("a", "b"), each(chart, "name"));
    assertEquals(List.of(List.of(100L, 100L), List.of(100L, 100L)), each(chart, "y"));
    assertEquals("iteration", at(chart.layout(), "xaxis", "title", "text"));
  }

  @Test
  void of_missingColumn_isRefused() {
    Table table = Records.of("a").rejectColumns("half_squared_norm");
    assertThrows(IllegalArgumentException.class, () -> BalanceCurve.of(table));
  }
}
