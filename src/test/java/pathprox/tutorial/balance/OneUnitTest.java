package pathprox.tutorial.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.loss.MeanSquaredError;
import pathprox.metrics.Regularity;
import pathprox.metrics.Score;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.penalty.GroupLasso;
import tech.tablesaw.api.Table;

class OneUnitTest {
  private static final double LAMBDA = 0.4;
  private static final OneUnit UNIT = new OneUnit(1.2, LAMBDA);

  private static INDArray number(double value) {
    return Nd4j.createFromArray(new double[][] {{value}});
  }

  /** The same as what the library computes for a network with these weights and no biases. */
  @ParameterizedTest
  @CsvSource({"1, 1", "0.5, 2", "2, -0.3", "-1, 0.7", "0, 3"})
  void objectives_anyWeights_areThoseOfTheNetwork(double w, double v) {
    INDArray none = Nd4j.zeros(DataType.DOUBLE, 1);
    Network network =
        new Network(Architecture.mlp(1, 1, 1), List.of(number(w), number(v)), List.of(none, none));
    Dataset sample = Dataset.regression("one", number(1), number(1.2));
    double loss = Score.of(network, sample, new MeanSquaredError()).loss();
    Regularity norms = Regularity.of(network, new GroupLasso(LAMBDA));

    assertEquals(loss, UNIT.loss(w, v), 1e-6);
    assertEquals(norms.decayObjective(loss, LAMBDA), UNIT.squares(w, v), 1e-6);
    assertEquals(norms.objective(loss), UNIT.products(w, v), 1e-6);
  }

  /** p = y − λ/2 = 1, and (p − y)² + λp = 0.44. */
  @Test
  void surface_lowestPoint_isWhereTheDocumentationSays() {
    Table surface = UNIT.surface(-0.6, 2.4, 31);

    assertEquals(31 * 31, surface.rowCount());
    Table lowest = surface.sortOn("squares").first(1);
    assertEquals(1, lowest.doubleColumn("w").get(0), 1e-12);
    assertEquals(1, lowest.doubleColumn("v").get(0), 1e-12);
    assertEquals(0.44, lowest.doubleColumn("squares").get(0), 1e-12);
    assertEquals(0.44, surface.doubleColumn("products").min(), 1e-12);
    assertEquals(0.44, UNIT.products(4, 0.25), 1e-12);
  }

  @Test
  void section_points_goFromEndToEnd() {
    Table section = UNIT.section(1, -0.5, 0.5, 3);

    assertEquals(List.of(-0.5, 0.0, 0.5), section.doubleColumn("v").asList());
    assertEquals(1, section.doubleColumn("w").min());
    assertEquals(1.44 + 0.2, section.doubleColumn("squares").get(1), 1e-12);
    assertEquals(1.44, section.doubleColumn("products").get(1), 1e-12);
  }

  /** By hand: p = 2·½ = 1, slope −0.4; 2 − 0.1(−0.2 + 0.8) = 1.94, ½ − 0.1(−0.8 + 0.2) = 0.56. */
  @Test
  void descent_oneStep_isByHand() {
    Table path = UNIT.descent(2, 0.5, 0.1, 1);

    assertEquals(List.of(0, 1), path.intColumn("step").asList());
    assertEquals(1.94, path.doubleColumn("w").get(1), 1e-12);
    assertEquals(0.56, path.doubleColumn("v").get(1), 1e-12);
    assertEquals(UNIT.squares(1.94, 0.56), path.doubleColumn("squares").get(1), 1e-12);
  }

  /** By hand: v = ½ + 0.08 − 0.04·2 = ½, w = 2 + 0.02 − 0.04·½ = 2: wv = 1 is at rest. */
  @Test
  void proximal_unitInTheValley_isAtRest() {
    Table path = UNIT.proximal(2, 0.5, 0.1, 1);

    assertEquals(2, path.doubleColumn("w").get(1), 1e-12);
    assertEquals(0.5, path.doubleColumn("v").get(1), 1e-12);
  }

  /** Where λ > 2y the useless weight becomes 0, and stays; that of the squares never does. */
  @Test
  void paths_uselessUnit_onlyTheProximalOneEndsAtZero() {
    OneUnit useless = new OneUnit(0.1, 0.4);

    assertEquals(0, useless.proximal(1, 0.3, 0.1, 20).doubleColumn("v").get(20));
    assertTrue(useless.descent(1, 0.3, 0.1, 20).doubleColumn("v").get(20) > 0.01);
    assertEquals(-0.95, UNIT.descent(-1, 0, 0.125, 1).doubleColumn("w").get(1), 1e-12);
  }

  @Test
  void arguments_outOfRange_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new OneUnit(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new OneUnit(1, -1));
    assertThrows(IllegalArgumentException.class, () -> new OneUnit(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> UNIT.surface(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> UNIT.section(1, 0, 1, 0));
    assertTrue(UNIT.toString().contains("1.2"));
  }
}
