package pathprox.tutorial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.metrics.Regularity;
import pathprox.network.Architecture;
import pathprox.network.Network;
import tech.tablesaw.api.Table;

class SplineTest {
  private static final double ROUNDING = 1e-12;

  /** max(0, x − 1) twice as steep, max(0, −x) falling, a dead unit, and one far to the left. */
  private static final Network NETWORK =
      new Network(
          Architecture.mlp(1, 4, 1),
          List.of(
              Nd4j.createFromArray(new double[][] {{2}, {-1}, {3}, {1}}),
              Nd4j.createFromArray(new double[][] {{1, -4, 0, 0.5}})),
          List.of(
              Nd4j.createFromArray(new double[] {-2, 0, 1, 10}),
              Nd4j.createFromArray(new double[] {7})));

  private static final Dataset DATA =
      Dataset.regression(
          "three points",
          Nd4j.createFromArray(new double[][] {{2}, {-2}, {0.5}}),
          Nd4j.createFromArray(new double[][] {{5}, {6}, {7}}));

  @Test
  void knots_activeUnits_lieFromLeftToRight() {
    Table knots = new Spline("a", NETWORK).knots();

    assertArrayEquals(new int[] {3, 1, 0}, knots.intColumn("unit").asIntArray());
    assertArrayEquals(new double[] {-10, 0, 1}, knots.doubleColumn("knot").asDoubleArray());
    double[] changes = {0.5, -4, 2};
    assertArrayEquals(changes, knots.doubleColumn("slope_change").asDoubleArray());
  }

  @Test
  void knots_slopeChanges_sumToThePathNorm() {
    Network network = Architecture.mlp(1, 30, 1).initialize(3, DataType.DOUBLE);
    double sum = new Spline("a", network).knots().doubleColumn("slope_change").abs().sum();

    assertEquals(Regularity.of(network).pathNorm(), sum, ROUNDING);
  }

  @Test
  void table_networkAndData_holdsWhatAPictureNeeds() {
    Table table = Spline.table(DATA, new Spline("a", NETWORK));

    assertEquals(List.of("run", "part", "x", "y", "slope_change"), table.columnNames());
    List<String> parts = List.of("data", "data", "data", "end", "knot", "knot", "end");
    assertEquals(parts, table.stringColumn("part").asList());
    assertEquals("three points", table.stringColumn("run").get(0));
    assertEquals("a", table.stringColumn("run").get(6));
    double[] x = {2, -2, 0.5, -2, 0, 1, 2};
    assertArrayEquals(x, table.doubleColumn("x").asDoubleArray());
    assertEquals(-4, table.doubleColumn("slope_change").get(4));
    assertEquals(5, table.doubleColumn("slope_change").countMissing());
    double[] y = {5, 6, 7, 7 - 8 + 4, 7 + 5, 7 + 5.5, 7 + 6 + 2};
    assertArrayEquals(y, table.doubleColumn("y").asDoubleArray(), ROUNDING);
  }

  @Test
  void table_straightLinesBetweenItsPoints_areTheNetwork() {
    Network network = Architecture.mlp(1, 30, 1).initialize(3, DataType.DOUBLE);
    Table table = Spline.table(DATA, new Spline("a", network));
    Table spline = table.where(table.stringColumn("part").isNotEqualTo("data"));
    double[] x = spline.doubleColumn("x").asDoubleArray();
    double[] y = spline.doubleColumn("y").asDoubleArray();

    assertTrue(x.length > 5, "there are knots inside");
    for (int i = 1; i < x.length; i++) {
      INDArray middle = Nd4j.createFromArray(new double[][] {{(x[i - 1] + x[i]) / 2}});
      assertEquals((y[i - 1] + y[i]) / 2, network.outputs(middle).getDouble(0), ROUNDING);
    }
  }

  @Test
  void spline_otherNetworkDataOrNames_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Spline("a", Architecture.mlp(2, 3, 1).initialize(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Spline("a", Architecture.factorizedMlp(1, 3, 2, 1).initialize(1)));
    Spline spline = new Spline("a", NETWORK);
    assertThrows(IllegalArgumentException.class, () -> Spline.table(DATA, spline, spline));
    assertThrows(
        IllegalArgumentException.class,
        () -> Spline.table(DATA, new Spline("three points", NETWORK)));
    Dataset wide = Dataset.regression("wide", Nd4j.ones(DataType.DOUBLE, 3, 2), DATA.targets());
    assertThrows(IllegalArgumentException.class, () -> Spline.table(wide, spline));
  }

  @Test
  void toString_spline_countsKnots() {
    assertEquals("a: a linear spline with 3 knots", new Spline("a", NETWORK).toString());
  }
}
