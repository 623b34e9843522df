package pathprox.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import pathprox.plot.Records;
import tech.tablesaw.api.Table;

class BalanceCurveTest {
  @Test
  void of_oneRun_drawsSquaresAboveProductsWithABandBetween() {
    Chart chart = BalanceCurve.of(Records.of("a"));
    assertEquals(List.of("a, Σ‖w‖‖v‖", "a, ½·Σ(‖w‖² + ‖v‖²)"), each(chart, "name"));
    assertEquals(List.of(List.of(0.5, 0.25), List.of(1L, 0.5)), each(chart, "y"));
    assertEquals(Arrays.asList(null, "tonexty"), each(chart, "fill"));
    assertEquals("iteration", at(chart.layout(), "xaxis", "title", "text"));
  }

  @Test
  void of_missingColumn_isRefused() {
    Table table = Records.of("a").rejectColumns("half_squared_norm");
    assertThrows(IllegalArgumentException.class, () -> BalanceCurve.of(table));
  }
}
