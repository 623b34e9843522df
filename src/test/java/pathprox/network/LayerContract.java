package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.network.running.Stage;
import pathprox.network.running.WorkingNetwork;

/**
 * What every layer keeps: its gradients are those of its outputs, and it names shapes it refuses.
 */
abstract class LayerContract {
  private static final int BATCH = 3;

  /** The layer under test. */
  abstract Layer layer();

  /** A shape it takes. */
  abstract Shape input();

  /** A shape it does not take; null if it takes all. */
  abstract Shape refused();

  @Test
  void outputShape_ofWhatItTakes_isWhatForwardGives() {
    WorkingNetwork network = network();
    Matrix outputs = network.forward(inputs());

    assertEquals(BATCH, outputs.rows());
    assertEquals(network.outputs(), outputs.columns());
  }

  @Test
  void outputShape_ofWhatItDoesNotTake_namesExpectedAndFound() {
    if (refused() != null) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> layer().outputShape(refused()))
              .getMessage();
      assertEquals(true, message.contains(refused().toString()), message);
    }
  }

  @Test
  void backward_everyParameter_agreesWithCentralDifferences() {
    WorkingNetwork network = network();
    GradientCheck.everyParameter(
        network,
        inputs(),
        LayerContract::weightedSum,
        (outputs, gradient) -> fillWithWeights(gradient));
  }

  @Test
  void inputGradient_everyInput_agreesWithCentralDifferences() {
    Stage stage = stage();
    Matrix outputs = stage.forward(channelsLast(inputs()));
    Matrix sent = new Arena().zeros(DataType.DOUBLE, outputs.rows(), outputs.columns());
    fillWithWeights(sent);
    Matrix gradient = stage.inputGradient(sent);
    Stage other = stage();
    Matrix inputs = channelsLast(inputs());

    GradientCheck.everyCoordinate(inputs, () -> weightedSum(other.forward(copy(inputs))), gradient);
  }

  /** A stage may work in place, and the inputs are needed again. */
  private static Matrix copy(Matrix inputs) {
    Matrix copy = new Arena().zeros(inputs.type(), inputs.rows(), inputs.columns());
    copy.copyRows(inputs, 0, inputs.rows());
    return copy;
  }

  private Stage stage() {
    if (layer() instanceof ParameterFreeLayer free) {
      return free.stage(input(), new Arena());
    }
    return ((ParametricLayer) layer()).stage(input(), network().layers().get(0), new Arena());
  }

  /**
   * A network with this layer alone; after a layer with parameters if it has none, and before a
   * dense layer if an architecture could not end with it.
   */
  private WorkingNetwork network() {
    List<Layer> layers = new ArrayList<>();
    int channels = input().sizes().get(0);
    if (layer() instanceof ParameterFreeLayer) {
      layers.add(isImage(input()) ? Conv2d.same(channels, channels, 1) : dense(input(), channels));
    }
    layers.add(layer());
    Shape output = layer().outputShape(input());
    if (isImage(output)) {
      layers.add(new Flatten());
    }
    if (isImage(input())) {
      layers.add(dense(output, 2));
    }
    return new Architecture(input(), layers).initialize(3, DataType.DOUBLE).working();
  }

  private static boolean isImage(Shape shape) {
    return shape.sizes().size() == 3;
  }

  private static Dense dense(Shape input, int outputs) {
    return new Dense(input.elements(), outputs);
  }

  /** Any numbers will do, in the shape that a stage takes. */
  private Matrix channelsLast(Matrix inputs) {
    int channels = input().sizes().get(0);
    return isImage(input())
        ? inputs.reshape(BATCH * input().elements() / channels, channels)
        : inputs;
  }

  /** Inputs between 0.1 and 1 in size: away from the kink at 0. */
  private Matrix inputs() {
    RandomNumbers random = RandomNumbers.of(11, "inputs", 0);
    Matrix inputs = new Arena().zeros(DataType.DOUBLE, BATCH, input().elements());
    for (int row = 0; row < BATCH; row++) {
      for (int column = 0; column < inputs.columns(); column++) {
        double size = 0.1 + 0.9 * random.nextDouble();
        inputs.set(row, column, random.nextDouble() < 0.5 ? size : -size);
      }
    }
    return inputs;
  }

  /** A scalar of the outputs in which each has a weight of its own. */
  private static double weightedSum(Matrix outputs) {
    Matrix weights = new Arena().zeros(DataType.DOUBLE, outputs.rows(), outputs.columns());
    fillWithWeights(weights);
    double sum = 0;
    for (int row = 0; row < outputs.rows(); row++) {
      for (int column = 0; column < outputs.columns(); column++) {
        sum += weights.get(row, column) * outputs.get(row, column);
      }
    }
    return sum;
  }

  private static void fillWithWeights(Matrix matrix) {
    for (int row = 0; row < matrix.rows(); row++) {
      for (int column = 0; column < matrix.columns(); column++) {
        matrix.set(row, column, Math.sin(1 + row * matrix.columns() + column));
      }
    }
  }
}
