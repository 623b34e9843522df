package pathprox.tutorial.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.plot.Chart;
import tech.tablesaw.api.Table;

class LassoTest {
  private static final double EXACT = 1e-12;

  /** Two samples, two features: X = [[2, 0], [0, 1]], y = (2, 3). */
  private static Lasso small() {
    double[][] features = {{2, 0}, {0, 1}};
    return Lasso.of(features, new double[] {2, 3}, new double[] {1, 0}, 0.5);
  }

  private static INDArray column(double... numbers) {
    return Nd4j.createFromArray(numbers).reshape(numbers.length, 1);
  }

  @Test
  void objectiveAndGradient_ofASmallProblem_areThoseOfTheFormula() {
    INDArray w = column(2, -1); // Xw = (4, −1), errors (2, −4)
    // (4 + 16)/4 + 0.5·3 and (2·2, −4)/2
    assertEquals(6.5, small().objective(w), EXACT);
    assertArrayEquals(new double[] {2, -2}, small().gradient(w).toDoubleVector(), EXACT);
  }

  @Test
  void steepest_ofADiagonal_isItsLargestSquareOverN() {
    assertEquals(2, small().steepest(), EXACT); // 2²/2
  }

  @Test
  void random_sameSeed_isTheSameProblem() {
    Lasso problem = Lasso.random(3, 400, 6, 0.1, 2, -1);
    INDArray start = problem.start();
    assertEquals(problem.gradient(start), Lasso.random(3, 400, 6, 0.1, 2, -1).gradient(start));
    assertEquals("lasso of 400 samples and 6 features, λ = 0.1", problem.toString());
    assertArrayEquals(new double[] {2, -1, 0, 0, 0, 0}, problem.truth().toDoubleVector());
    // Six features whose covariance is 0.8, and 1 on the diagonal, have 1 + 5·0.8 = 5 as largest.
    assertEquals(5, problem.steepest(), 0.8);
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Lasso.random(3, 9, 1, 1, 2, 3));
    assertEquals("features must be at least those that are used, 2, was 1", e.getMessage());
  }

  @Test
  void walk_goesFromOnesByTheMethod() {
    List<INDArray> walk = small().walk(2, (w, k) -> w.add(k));
    assertEquals(List.of(1.0, 2.0, 4.0), walk.stream().map(w -> w.getDouble(0)).toList());
    assertEquals(1, Lasso.zeros(column(0, 1e-300)));
  }

  private static LassoRecords records() {
    Map<String, List<INDArray>> walks = new LinkedHashMap<>();
    // F at (1, 0) is (0 + 9)/4 + 0.5 = 2.75; at (1, 1) it is 4/4 + 1 = 2; at (1, 2) 1/4 + 1.5 =
    // 1.75
    walks.put("back", List.of(column(1, 2), column(1, 1), column(1, 0)));
    walks.put("forth", List.of(column(1, 0), column(1, 1), column(1, 2)));
    return new LassoRecords().add(small(), walks).add(small(), walks);
  }

  @Test
  void records_excess_isOfTheLowestSoFarAboveTheLowestOfAll() {
    LassoRecords records = records();
    assertArrayEquals(new double[] {0.25, 0.25}, records.excess("forth", 1), EXACT);
    assertArrayEquals(new double[] {1e-12, 1e-12}, records.excess("back", 2), 0);
    Table table = records.table();
    assertEquals(8, table.rowCount());
    assertEquals(List.of(0, 1), table.intColumn("zeros").asList().subList(0, 2));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> records.excess("back", 7))
            .getMessage()
            .startsWith("there is no record of 'back' at iteration 7"));
    assertEquals("2 problems by [back, forth]", records.toString());
  }

  @Test
  void chart_hasExcessAndZerosBesideEachOther() {
    Chart chart = records().chart();
    assertEquals("log", at(chart.layout(), "yaxis", "type"));
    assertEquals("zeros", at(chart.layout(), "yaxis2", "title", "text"));
    assertTrue(each(chart, "name").contains("forth, 2 seeds"), each(chart, "name").toString());
  }

  @Test
  void coefficients_showThoseThatAreZeroInTruth() {
    Map<String, List<INDArray>> walks = new LinkedHashMap<>();
    walks.put("one", List.of(column(1, 2), column(1, 1)));
    walks.put("two", List.of(column(1, 3), column(1, 4)));
    Chart chart = LassoRecords.coefficients(walks, column(1, 0), 0, 1);
    assertEquals(List.of("one, feature 2", "two, feature 2"), each(chart, "name"));
    assertEquals(List.of(3L, 4L), chart.data().get(1).get("y"));
  }
}
