package pathprox.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.network.Architecture;
import pathprox.network.AvgPool2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.table.UnitTable;

class UnitPicturesTest {
  @Test
  void of_units_areSortedByPathNorm() {
    Network network = Architecture.factorizedMlp(6, 9, 1, 2).initialize(3, DataType.DOUBLE);
    UnitPictures pictures = UnitPictures.of(network, 2, 3);
    List<Double> pathNorms = UnitTable.of(network, 0).doubleColumn("path_norm").asList();
    assertEquals(pathNorms, pictures.units().stream().map(UnitPictures.Unit::norm).toList());
    assertArrayEquals(new long[] {9, 1, 2, 3}, pictures.weights().shape());
    for (int i = 0; i < 9; i++) {
      INDArray expected = network.weights(0).getRow(pictures.units().get(i).number());
      assertEquals(expected.reshape(1, 2, 3), pictures.weights().slice(i));
    }
    assertEquals(0, pictures.dead());
    assertTrue(pictures.toString().contains("9 units of the first layer by path norm, 9 active"));
  }

  @Test
  void of_deadUnit_isLast() {
    INDArray w = Nd4j.createFromArray(new double[][] {{3, 4}, {1, 0}});
    INDArray v = Nd4j.createFromArray(new double[][] {{0, 1}});
    Network network =
        new Network(
            Architecture.factorizedMlp(2, 2, 1, 1),
            List.of(w, v),
            List.of(Nd4j.zeros(DataType.DOUBLE, 2), Nd4j.zeros(DataType.DOUBLE, 1)));
    UnitPictures pictures = UnitPictures.of(network, 1, 2);
    assertEquals(List.of(1, 0), pictures.units().stream().map(UnitPictures.Unit::number).toList());
    assertTrue(pictures.units().get(1).isDead());
    assertEquals(1, pictures.dead());
  }

  @Test
  void of_noPair_sortsByTheNormOfTheWeights() {
    Network network = Architecture.mlp(4, 3).initialize(1);
    UnitPictures pictures = UnitPictures.of(network, 2, 2);
    assertFalse(pictures.paired());
    assertTrue(pictures.title().contains("by the norm of their weights"), pictures.title());
    List<Double> norms = pictures.units().stream().map(UnitPictures.Unit::norm).toList();
    assertTrue(norms.get(0) >= norms.get(1) && norms.get(1) >= norms.get(2), norms.toString());
  }

  @Test
  void of_convolution_takesItsWindows() {
    Network network = Architecture.smallConvnet(Shape.of(3, 8, 8), 2).initialize(1);
    UnitPictures pictures = UnitPictures.of(network);
    assertArrayEquals(new long[] {16, 3, 3, 3}, pictures.weights().shape());
    INDArray expected = network.weights(0).slice(pictures.units().get(0).number());
    assertEquals(expected, pictures.weights().slice(0));
  }

  @Test
  void of_flattenedImages_takesTheirShape() {
    Architecture architecture =
        Architecture.of(
            Shape.of(1, 6, 4),
            new AvgPool2d(2),
            new Flatten(),
            new Dense(6, 5),
            new Relu(),
            new Dense(5, 2));
    UnitPictures pictures = UnitPictures.of(architecture.initialize(1));
    assertArrayEquals(new long[] {5, 1, 3, 2}, pictures.weights().shape());
  }

  private static String error(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  @Test
  void of_noImages_saysWhatToDo() {
    Network network = Architecture.mlp(784, 3, 2).initialize(1);
    String message = error(() -> UnitPictures.of(network));
    assertTrue(message.contains("inputs of 784 are no images"), message);
    assertTrue(message.contains("UnitPictures.of(network, height, width)"), message);
  }

  @Test
  void of_otherSize_isRefused() {
    Network network = Architecture.mlp(784, 3, 2).initialize(1);
    assertTrue(error(() -> UnitPictures.of(network, 28, 27)).contains("784 inputs"));
    assertTrue(error(() -> UnitPictures.of(network, 0, 28)).contains("0 × 28"));
    assertTrue(error(() -> UnitPictures.of(network, 14, 28)).contains("found 2"));
  }

  @Test
  void constructor_otherShape_isRefused() {
    String message = error(() -> new UnitPictures(List.of(), Nd4j.zeros(1, 1, 2, 2), true));
    assertTrue(message.contains("weights of 0 units"), message);
  }
}
