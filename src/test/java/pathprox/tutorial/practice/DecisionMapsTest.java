package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.experiment.Lambdas;
import pathprox.plot.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DecisionMapsTest {
  private static final String FIRST_MANY = "many";

  /** 26 rows named "many" to the left of 14 named "rare", and one without a number. */
  private static Table birds() {
    double[] bill = new double[41];
    double[] wing = new double[41];
    String[] kind = new String[41];
    for (int i = 0; i < kind.length; i++) {
      bill[i] = i < 26 ? i / 26.0 : 3 + i / 40.0;
      wing[i] = i % 7;
      kind[i] = i < 26 ? FIRST_MANY : "rare";
    }
    wing[40] = Double.NaN;
    return Table.create(
        "birds",
        DoubleColumn.create("bill_mm", bill),
        DoubleColumn.create("wing_mm", wing),
        StringColumn.create("kind", kind));
  }

  @Test
  void slides_lambdas_showOneRegionThenTwo() {
    DecisionMaps maps =
        DecisionMaps.of(birds(), "bill_mm", "wing_mm", "kind", Lambdas.of(3, 0.01), 1);
    Chart chart = maps.slides();

    assertEquals(List.of("3", "0.01"), chart.frames().stream().map(it -> it.get("name")).toList());
    assertEquals(0, maps.measured().get(0).regularity().totalActiveUnits());
    assertEquals(1, maps.measured().get(1).test().accuracy());
    assertTrue(corners(chart, 0, 0).stream().allMatch(it -> it > 0), "the larger class wins");
    List<Double> many = corners(chart, 1, 0);
    assertTrue(many.get(0) > 0 && many.get(1) < 0, many.toString());
    List<Double> rare = corners(chart, 1, 1);
    assertTrue(rare.get(0) < 0 && rare.get(1) > 0, rare.toString());
  }

  @Test
  void slides_rows_areFilledOrOpenWithoutThoseThatHaveNoNumber() {
    Chart chart =
        DecisionMaps.of(birds(), "bill_mm", "wing_mm", "kind", Lambdas.of(3, 0.01), 1).slides();

    int rows = 0;
    for (int trace = 2; trace < 6; trace++) {
      rows += ((List<?>) chart.data().get(trace).get("x")).size();
      boolean isUnseen = chart.data().get(trace).get("name").toString().endsWith(", unseen");
      String symbol = at(chart.data().get(trace), "marker", "symbol").toString();
      assertEquals(isUnseen, symbol.endsWith("-open"), symbol);
    }
    assertEquals(40, rows);
    assertEquals("bill (mm)", at(chart.layout(), "xaxis", "title", "text"));
  }

  /** The lead of a class at the left end and at the right end of the lowest row. */
  private static List<Double> corners(Chart chart, int slide, int region) {
    List<?> traces = (List<?>) chart.frames().get(slide).get("data");
    List<?> row = (List<?>) ((List<?>) at(traces.get(region), "z")).get(0);
    return List.of((Double) row.get(0), (Double) row.get(row.size() - 1));
  }
}
