package pathprox.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.matrix.RandomNumbers;
import pathprox.network.Architecture;
import pathprox.network.AvgPool2d;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.MaxPool2d;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.network.Tanh;

class GuaranteesTest {
  /** Path norm 5·2 + 1·0, then the unpaired weight 3. */
  private static Network known() {
    return new Network(
        Architecture.mlp(2, 2, 1, 1),
        List.of(
            Nd4j.createFromArray(new double[][] {{3, 4}, {0, 1}}),
            Nd4j.createFromArray(new double[][] {{-2, 0}}),
            Nd4j.createFromArray(new double[][] {{3}})),
        List.of(
            Nd4j.zeros(DataType.DOUBLE, 2),
            Nd4j.zeros(DataType.DOUBLE, 1),
            Nd4j.zeros(DataType.DOUBLE, 1)));
  }

  @Test
  void of_knownWeights_isWhatTheFormulasSay() {
    Guarantees guarantees = Guarantees.of(known(), 30);

    assertEquals(30, guarantees.lipschitz().network(), Tolerance.ROUNDING);
    assertEquals(
        """
        outputs move by at most 30.00 times the inputs (pair 1: 10.00, layer 2 (Frobenius norm): 3.000)
        pair 1: 1 of 2 units (30 are enough); for 30 samples some global minimizer needs no more""",
        guarantees.toString());
    assertThrows(IllegalArgumentException.class, () -> WidthBound.of(known(), 0));
  }

  /** N² for several outputs; no theorem for convolutions. */
  @Test
  void of_otherBlocks_haveOtherWidthBounds() {
    Network outputs = Architecture.factorizedMlp(3, 4, 1, 2).initialize(1);
    Network images = Architecture.smallConvnet(Shape.of(1, 8, 8), 2).initialize(1);

    assertEquals(
        List.of(new WidthBound.Width(4, 4, OptionalLong.of(2_500_000_000L))),
        WidthBound.of(outputs, 50_000).pairs(),
        "50,000²");
    assertEquals(OptionalLong.empty(), WidthBound.of(images, 5).pairs().get(0).bound());
  }

  static Stream<Network> networks() {
    Architecture mixed =
        Architecture.of(
            Shape.of(2, 9, 8),
            new Conv2d(2, 3, 3, 2, 1),
            new Relu(),
            new MaxPool2d(2),
            new Conv2d(3, 4, 2, 1, 1),
            new Conv2d(4, 3, 2, 1, 0),
            new Relu(),
            new AvgPool2d(2),
            new Flatten(),
            new Dense(3, 5),
            new Dense(5, 2));
    Architecture unpaired =
        Architecture.of(
            Shape.of(2, 9, 8),
            new AvgPool2d(2),
            new Conv2d(2, 3, 3, 1, 1),
            new AvgPool2d(4),
            new Flatten());
    return Stream.of(
        Architecture.mlp(5, 7, 3).initialize(1, DataType.DOUBLE),
        Architecture.factorizedMlp(5, 7, 3, 2).initialize(2, DataType.DOUBLE),
        Architecture.mlp(5, 7, 6, 3).initialize(3, DataType.DOUBLE),
        Architecture.smallConvnet(Shape.of(1, 8, 8), 3).initialize(4, DataType.DOUBLE),
        mixed.initialize(5, DataType.DOUBLE),
        unpaired.initialize(6, DataType.DOUBLE));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void network_randomInputs_neverMovesFurther(Network network) {
    double bound = LipschitzBound.of(network).network();
    RandomNumbers random = RandomNumbers.of(7, "inputs", 0);
    int size = network.architecture().input().elements();
    double largest = 0;
    for (int i = 0; i < 50; i++) {
      INDArray x = gaussian(random, size);
      INDArray step = gaussian(random, size).mul(i % 2 == 0 ? 1 : 1e-3);
      double moved = network.outputs(x.add(step)).distance2(network.outputs(x));
      largest = Math.max(largest, moved / step.norm2Number().doubleValue());
    }

    assertTrue(largest > 0 && largest <= bound, largest + " against " + bound);
  }

  private static INDArray gaussian(RandomNumbers random, int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextGaussian();
    }
    return Nd4j.createFromArray(values).reshape(1, size);
  }

  /** One active unit, looked at along w: the bound of a dense pair is reached. */
  @Test
  void network_oneUnitAlongItsWeights_isReached() {
    Network network =
        new Network(
            Architecture.mlp(2, 1, 2),
            List.of(
                Nd4j.createFromArray(new double[][] {{3, 4}}),
                Nd4j.createFromArray(new double[][] {{1}, {-2}})),
            List.of(Nd4j.zeros(DataType.DOUBLE, 1), Nd4j.zeros(DataType.DOUBLE, 2)));
    INDArray along = Nd4j.createFromArray(new double[][] {{3, 4}});

    double moved = network.outputs(along.mul(2)).distance2(network.outputs(along));

    assertEquals(5 * Math.sqrt(5), LipschitzBound.of(network).network(), Tolerance.ROUNDING);
    assertEquals(5 * Math.sqrt(5), moved / 5, Tolerance.ROUNDING);
  }

  /**
   * Convolutions of equal weights on constant images, where the factor √overlap is almost reached:
   * kernel norms alone, 3·3 with overlaps of 9 each, would be 9 times too small.
   */
  @Test
  void network_convolutionsOfOnes_needTheOverlap() {
    Architecture architecture =
        Architecture.of(
            Shape.of(1, 30, 30),
            Conv2d.same(1, 1, 3),
            new Relu(),
            Conv2d.same(1, 1, 3),
            new Flatten(),
            new Dense(900, 1));
    Network network =
        new Network(
            architecture,
            List.of(
                Nd4j.ones(DataType.DOUBLE, 1, 1, 3, 3),
                Nd4j.ones(DataType.DOUBLE, 1, 1, 3, 3),
                Nd4j.ones(DataType.DOUBLE, 1, 900)),
            List.of(
                Nd4j.zeros(DataType.DOUBLE, 1),
                Nd4j.zeros(DataType.DOUBLE, 1),
                Nd4j.zeros(DataType.DOUBLE, 1)));
    INDArray image = Nd4j.ones(DataType.DOUBLE, 1, 900);

    LipschitzBound bound = LipschitzBound.of(network);
    double moved =
        network.outputs(image.mul(2)).distance2(network.outputs(image))
            / image.norm2Number().doubleValue();

    assertEquals(9 * 9, bound.parts().get(0).bound(), Tolerance.ROUNDING);
    assertEquals(81 * 30, bound.network(), 1e-9, "the dense layer has the norm √900");
    assertTrue(moved > 0.85 * bound.network() && moved <= bound.network(), "moved: " + moved);
  }

  @Test
  void network_layerWithoutKnownBound_isInfiniteUnlessNothingGetsPast() {
    Architecture architecture =
        Architecture.of(Shape.of(2), new Dense(2, 2), new Tanh(), new Dense(2, 1));
    Network network = architecture.initialize(1);
    Network blocked =
        new Network(
            architecture,
            List.of(network.weights(0), Nd4j.zeros(DataType.FLOAT, 1, 2)),
            List.of(network.bias(0), network.bias(1)));

    assertEquals(Double.POSITIVE_INFINITY, LipschitzBound.of(network).network());
    assertTrue(LipschitzBound.of(network).toString().contains("tanh: Infinity"));
    assertEquals(0, LipschitzBound.of(blocked).network());
  }
}
