package pathprox.tutorial;

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
