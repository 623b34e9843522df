package pathprox.tutorial.spline;

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

    assertEquals(
        List.of("run", "part", "x", "y", "slope_change", "path_norm"), table.columnNames());
    List<String> parts = List.of("data", "data", "data", "end", "knot", "knot", "end");
    assertEquals(parts, table.stringColumn("part").asList());
    assertEquals("three points", table.stringColumn("run").get(0));
    assertEquals("a", table.stringColumn("run").get(6));
    double[] x = {2, -2, 0.5, -2, 0, 1, 2};
    assertArrayEquals(x, table.doubleColumn("x").asDoubleArray());
    assertEquals(-4, table.doubleColumn("slope_change").get(4));
    assertEquals(5, table.doubleColumn("slope_change").countMissing());
    double[] norms = {0.5, 4.5, 6.5, 6.5}; // the knot at −10 is left of the data
    assertArrayEquals(norms, table.last(4).doubleColumn("path_norm").asDoubleArray());
    double[] y = {5, 6, 7, 7 - 8 + 4, 7 + 5, 7 + 5.5, 7 + 6 + 2};
    assertArrayEquals(y, table.doubleColumn("y").asDoubleArray(), ROUNDING);
  }

  @Test
  void of_knotsAndChanges_isZeroOnTheLeftAndBendsThere() {
    Spline peak = Spline.of("peak", new double[] {-2, 0, 2}, new double[] {1, -2, 1});

    INDArray x = Nd4j.createFromArray(new double[][] {{-9}, {-2}, {-1}, {0}, {1}, {2}, {9}});
    double[] y = {0, 0, 1, 2, 1, 0, 0};
    assertArrayEquals(y, peak.network().outputs(x).data().asDouble());
    assertEquals(3, peak.knots().rowCount());
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Spline.of("a", new double[] {1}, new double[] {1, 2}));
    assertEquals(
        "a spline needs a slope change for each knot and at least one, found 1 knots and 2 changes",
        e.getMessage());
  }

  @Test
  void leastPathNorm_cancellingKnotsAndSlopesAtTheEnds_areThoseOfTheFunction() {
    double[] knots = {-1, 0, 0, 3};
    Spline wasteful = Spline.of("a", knots, new double[] {1, 5, -4, 100});

    // Inside −2 to 2 the slope goes 0, 1, 2: it bends by 2, as much as its slopes at both ends are.
    assertEquals(2, wasteful.leastPathNorm(-2, 2), ROUNDING);
    Spline straight = Spline.of("b", new double[] {-5}, new double[] {3});
    assertEquals(6, straight.leastPathNorm(-1, 1), ROUNDING); // 2|s|, though nothing bends
    Spline peak = Spline.of("c", new double[] {-2, 0, 2}, new double[] {1, -2, 1});
    assertEquals(4, peak.leastPathNorm(-3, 3), ROUNDING);
  }

  @Test
  void shareNear_twoPlaces_countsEachUnitByItsSlopeChange() {
    Spline spline = Spline.of("a", new double[] {0, 0.05, 1, 2}, new double[] {1, -2, 3, 4});

    assertEquals(0.3, spline.shareNear(0.1, 0), ROUNDING);
    assertEquals(0.7, spline.shareNear(0.1, 0, 0.01, 2.05), ROUNDING);
  }

  @Test
  void merged_neighborsOfOneSign_becomeOneKnotAndTheRestStays() {
    Spline spline = Spline.of("a", new double[] {0, 0.1, 0.15, 1}, new double[] {1, 3, -2, 4});
    Spline merged = spline.merged("few", 0.2);

    assertEquals("few", merged.name());
    double[] knots = {0.075, 0.15, 1}; // (0·1 + 0.1·3)/4 first
    assertArrayEquals(knots, merged.knots().doubleColumn("knot").asDoubleArray(), ROUNDING);
    double[] changes = {4, -2, 4};
    assertArrayEquals(
        changes, merged.knots().doubleColumn("slope_change").asDoubleArray(), ROUNDING);
    assertEquals(4, spline.merged("same", 0.05).knots().rowCount());
  }

  @Test
  void merged_unitsOnBothSides_keepTheFunctionOutsideAndThePathNorm() {
    Network network = Architecture.mlp(1, 30, 1).initialize(3, DataType.DOUBLE);
    Spline merged = new Spline("a", network).merged("b", 0.3);
    INDArray far = Nd4j.createFromArray(new double[][] {{-1e4}, {1e4}});

    int units = merged.knots().rowCount();
    assertTrue(units < 25, units + " units");
    double norm = Regularity.of(network).pathNorm();
    assertEquals(norm, Regularity.of(merged.network()).pathNorm(), 1e-6 * norm);
    INDArray apart = network.outputs(far).sub(merged.network().outputs(far));
    assertEquals(0, apart.amaxNumber().doubleValue(), 1e-6);
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
