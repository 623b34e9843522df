package pathprox.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.method.Problem;
import pathprox.metrics.Score;
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
import pathprox.network.UnitPair;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.WorkingNetwork;

class DataGradientTest {
  private static final Loss LOSS = new CrossEntropy();

  /** 6 inputs as images of 2×3: a pair of convolutions, and one that ends in a dense layer. */
  static Network convolutional() {
    return Architecture.of(
            Shape.of(1, 2, 3),
            new Conv2d(1, 4, 3, 1, 1),
            new Relu(),
            new AvgPool2d(1),
            new Conv2d(4, 3, 2, 1, 1),
            new Relu(),
            new Conv2d(3, 5, 2, 1, 1),
            new Relu(),
            new MaxPool2d(2),
            new Flatten(),
            new Dense(5 * 2 * 2, 2))
        .initialize(8, DataType.DOUBLE);
  }

  static Stream<Network> networks() {
    return Stream.of(
        Problem.factorized(DataType.DOUBLE),
        Problem.withUnpairedLayer(DataType.DOUBLE),
        Architecture.factorizedMlp(6, 3, 3, 2).initialize(1, DataType.DOUBLE),
        convolutional());
  }

  private static DataGradient measured(WorkingNetwork network, Dataset data) {
    DataGradient gradient =
        new DataGradient(network, Examples.of(data, network.type(), new Arena()), LOSS);
    gradient.measure();
    return gradient;
  }

  /** By how much ⟨w, ∇w⟩ + b·∂b misses ⟨v, ∇v⟩, at worst over all units of a pair. */
  private static double mismatch(
      DataGradient gradient, List<LayerParameters> layers, UnitPair pair) {
    LayerParameters in = layers.get(pair.incoming());
    Matrix out = layers.get(pair.outgoing()).weights().value();
    int units = pair.units();
    Matrix outGradient = gradient.of(layers.get(pair.outgoing()).weights());
    double largest = 0;
    for (int i = 0; i < units; i++) {
      double v = OptimalityMeasure.product(out, outGradient, i, units);
      largest = Math.max(largest, Math.abs(into(gradient, in, i, units) - v));
    }
    return largest;
  }

  /** ⟨w, ∇w⟩ + b·∂b of one unit. */
  private static double into(DataGradient gradient, LayerParameters in, int unit, int units) {
    Matrix w = in.weights().value();
    return OptimalityMeasure.product(w, gradient.of(in.weights()), unit, units)
        + in.bias().value().get(unit, 0) * gradient.of(in.bias()).get(unit, 0);
  }

  /**
   * A unit of a pair is positively homogeneous: (w, b, v) → (αw, αb, v/α) keeps the loss, so its
   * derivative in α is 0.
   */
  @ParameterizedTest
  @MethodSource("networks")
  void measure_anyNetwork_fulfillsTheHomogeneityIdentity(Network network) {
    WorkingNetwork working = network.working();
    DataGradient gradient = measured(working, Problem.data());

    for (UnitPair pair : network.architecture().pairing().pairs()) {
      assertEquals(0, mismatch(gradient, working.layers(), pair), Tolerance.ROUNDING);
      LayerParameters in = working.layers().get(pair.incoming());
      gradient.of(in.weights()).scale(1.01);
      assertTrue(mismatch(gradient, working.layers(), pair) > 1e-6, "1 % of a gradient is noticed");
    }
  }

  /** The same identity at a layer that is not homogeneous, which no pairing would accept. */
  @Test
  void measure_tanhBetweenLayers_breaksTheHomogeneityIdentity() {
    Network network =
        Architecture.of(Shape.of(6), new Dense(6, 4), new Tanh(), new Dense(4, 2))
            .initialize(1, DataType.DOUBLE);
    WorkingNetwork working = network.working();
    DataGradient gradient = measured(working, Problem.data());
    List<LayerParameters> layers = working.layers();
    Matrix v = layers.get(1).weights().value();

    for (int i = 0; i < 4; i++) {
      double right = 0;
      for (int output = 0; output < 2; output++) { // unpaired weights have outputs as rows
        right += v.get(output, i) * gradient.of(layers.get(1).weights()).get(output, i);
      }
      assertTrue(Math.abs(into(gradient, layers.get(0), i, 4) - right) > 1e-5, "unit " + i);
    }
  }

  /**
   * 48·90 samples are three chunks of unequal size; repeating them leaves all means as they are.
   */
  @ParameterizedTest
  @MethodSource("networks")
  void measure_manyChunks_isTheMeanOverAllSamples(Network network) {
    Dataset data = Problem.data();
    Dataset repeated =
        Dataset.classification(
            "repeated",
            Nd4j.tile(data.features(), 90, 1),
            Nd4j.tile(data.targets(), 90, 1).reshape(90 * 48).toIntVector(),
            data.classNames());
    WorkingNetwork working = network.working();
    DataGradient once = measured(working, data);
    DataGradient often = measured(network.working(), repeated);

    assertEquals(once.measure(), often.measure(), Tolerance.ROUNDING);
    assertEquals(Score.of(network, data, LOSS).loss(), often.measure(), Tolerance.ROUNDING);
    for (LayerParameters layer : working.layers()) { // a gradient knows them by their numbers
      often.of(layer.weights()).axpy(-1, once.of(layer.weights()));
      often.of(layer.bias()).axpy(-1, once.of(layer.bias()));
      assertEquals(0, often.of(layer.weights()).sumOfSquares(), Tolerance.ROUNDING);
      assertEquals(0, often.of(layer.bias()).sumOfSquares(), Tolerance.ROUNDING);
    }
  }
}
