package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.method.WeightDecay;
import pathprox.model.Fitting;
import pathprox.model.Model;
import pathprox.plot.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PartialDependenceTest {
  /** y = 2a − b on a grid of 10 × 10, from 0 to 9. */
  private static Table grid() {
    double[] a = new double[100];
    double[] b = new double[100];
    double[] y = new double[100];
    String[] even = new String[100];
    for (int i = 0; i < y.length; i++) {
      a[i] = i / 10;
      b[i] = i % 10;
      y[i] = 2 * a[i] - b[i];
      even[i] = i % 2 == 0 ? "even" : "odd";
    }
    return Table.create(
        "grid",
        DoubleColumn.create("a", a),
        DoubleColumn.create("b", b),
        DoubleColumn.create("y", y),
        StringColumn.create("even", even));
  }

  private static Model linear(String target) {
    return Fitting.of(grid(), target)
        .withHidden()
        .withMethod(new WeightDecay(1e-5).withMomentum(0.9))
        .withFolds(0)
        .fit();
  }

  /** From the 2nd to the 98th percentile, 0 and 9, y changes by 9 times the slope. */
  @Test
  void of_linearModel_risesByTheSlopes() {
    Model model = linear("y");

    assertEquals(18, PartialDependence.of(model, grid(), "a").rise(), 0.3);
    assertEquals(-9, PartialDependence.of(model, grid(), "b").rise(), 0.3);
  }

  @Test
  void chart_severalModels_haveACurveInEachPanel() {
    Model model = linear("y");
    Chart chart = PartialDependence.chart(List.of(model, model), grid(), "a", "b");

    assertEquals(4, chart.data().size());
    assertEquals("x", chart.data().get(1).get("xaxis"));
    assertEquals("x2", chart.data().get(2).get("xaxis"));
  }

  @Test
  void of_classes_areRefused() {
    Model model = linear("even");
    Table rows = grid();
    assertThrows(IllegalArgumentException.class, () -> PartialDependence.of(model, rows, "a"));
  }
}
