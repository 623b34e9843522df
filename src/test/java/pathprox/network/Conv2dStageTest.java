package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.network.running.GradientSink;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.Parameter;
import pathprox.network.running.ParametricStage;
import pathprox.network.running.Rows;

/** Convolutions against six nested loops, in both orders of the weights, and on parts of units. */
class Conv2dStageTest {
  /** A layer and its input; more images than are multiplied at a time. */
  record Case(Conv2d layer, int height, int width, int images) {
    Shape input() {
      return Shape.of(layer.inputs(), height, width);
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(Conv2d.same(2, 3, 3), 20, 25, 5),
        new Case(new Conv2d(3, 4, 1, 1, 0), 40, 30, 3),
        new Case(new Conv2d(2, 3, 5, 2, 1), 19, 23, 30),
        new Case(new Conv2d(40, 5, 3, 1, 0), 6, 5, 4),
        new Case(new Conv2d(2, 35, 2, 3, 1), 9, 8, 4),
        new Case(Conv2d.same(57, 130, 3), 7, 9, 30),
        new Case(new Conv2d(56, 58, 3, 1, 0), 8, 5, 3),
        new Case(Conv2d.same(4, 5, 3), 7, 6, 11),
        new Case(Conv2d.same(16, 20, 3), 41, 40, 2),
        new Case(Conv2d.same(4, 300, 3), 9, 12, 3),
        new Case(new Conv2d(5, 3, 3, 1, 2), 2, 1, 9),
        new Case(new Conv2d(6, 1, 3, 1, 0), 5, 9, 7),
        new Case(new Conv2d(12, 3, 1, 1, 0), 6, 5, 4),
        new Case(Conv2d.same(4, 5, 3), 1, 1, 1),
        new Case(Conv2d.same(4, 5, 3), 2, 2, 1),
        new Case(new Conv2d(4, 5, 3, 1, 0), 3, 3, 1),
        new Case(new Conv2d(3, 2, 5, 1, 2), 1, 1, 1),
        new Case(new Conv2d(5, 6, 5, 1, 0), 5, 5, 1),
        new Case(new Conv2d(6, 3, 2, 1, 0), 2, 2, 1),
        new Case(new Conv2d(13, 7, 1, 2, 0), 6, 5, 4),
        new Case(new Conv2d(4, 6, 5, 2, 2), 14, 15, 13),
        new Case(new Conv2d(8, 9, 5, 1, 4), 33, 34, 3),
        new Case(new Conv2d(7, 16, 3, 3, 1), 11, 13, 6),
        new Case(new Conv2d(9, 2, 2, 3, 0), 10, 10, 40),
        new Case(new Conv2d(300, 56, 3, 1, 2), 4, 4, 3));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void forward_anyConvolution_isWhatNestedLoopsGive(Case example) {
    INDArray weights = random(1, example.layer.weightShape().toArray());
    INDArray bias = random(2, example.layer.outputs());
    Matrix images = images(example);
    INDArray expected = nestedLoops(example, images, weights, bias);

    for (Rows rows : Rows.values()) {
      Matrix found = stage(example, weights, bias, rows).forward(images);
      assertClose(expected, found.toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradients_bothOrdersOfTheWeights_agree(Case example) {
    INDArray weights = random(1, example.layer.weightShape().toArray());
    INDArray[] found = new INDArray[2];
    for (Rows rows : Rows.values()) {
      Matrix destination = rowsOf(example.layer, weights, rows);
      LayerParameters parameters = parameters(example.layer, weights, bias(example), rows);
      ParametricStage stage = example.layer.stage(example.input(), parameters, new Arena());
      Matrix sent = new Arena().copyOf(stage.forward(images(example)).toArray(), DataType.DOUBLE);
      INDArray inputGradient = stage.inputGradient(sent).toArray();
      stage.parameterGradients(sent, new Into(parameters.weights(), destination, 0.5, -2));
      INDArray update = example.layer.fromRows(destination.toArray(), rows, example.layer.inputs());
      found[rows.ordinal()] = Nd4j.concat(0, inputGradient.ravel(), update.ravel());
    }

    assertClose(found[0], found[1]);
  }

  @Test
  void inactiveOutputs_someUnits_areColumnsOfAllOutputs() {
    Case example = new Case(Conv2d.same(2, 5, 3), 8, 9, 20);
    INDArray weights = random(1, example.layer.weightShape().toArray());
    INDArray bias = bias(example);
    ParametricStage stage = stage(example, weights, bias, Rows.OUTPUTS);
    INDArray all = stage.forward(images(example)).toArray();

    Matrix someWeights = rows(rowsOf(example.layer, weights, Rows.OUTPUTS), 1, 3);
    Matrix someBias = rows(new Arena().copyOf(bias, DataType.DOUBLE), 1, 3);
    Matrix some = stage.inactiveOutputs(someWeights, someBias, new Arena().buffer());

    assertEquals(0, all.getColumns(1, 3).distance2(some.toArray()), Tolerance.ROUNDING);
  }

  @Test
  void stage_someChannelsOnly_givesWhatAllGiveWhenTheOthersHaveNoWeights() {
    Case example = new Case(Conv2d.same(4, 3, 3), 8, 9, 20);
    INDArray weights = random(1, example.layer.weightShape().toArray());
    for (int output = 0; output < 3; output++) {
      for (int dead : new int[] {0, 2}) {
        weights.tensorAlongDimension(output * 4 + dead, 2, 3).assign(0);
      }
    }
    Matrix images = images(example);
    Matrix all = rowsOf(example.layer, weights, Rows.INPUTS);
    Matrix some = rows(all, channelRows(4, 1, 3));
    Matrix someImages = new Arena().copyOf(images.toArray().getColumns(1, 3), DataType.DOUBLE);
    ParametricStage whole = stage(example, all);
    ParametricStage part = stage(example, some);

    Matrix outputs = whole.forward(images);
    assertClose(outputs.toArray(), part.forward(someImages).toArray());
    INDArray gradient = whole.inputGradient(outputs).toArray();
    assertClose(gradient.getColumns(1, 3), part.inputGradient(outputs).toArray());
    Matrix deadImages = new Arena().copyOf(images.toArray().getColumns(0, 2), DataType.DOUBLE);
    INDArray others = part.inactiveGradient(deadImages, outputs, new Arena().buffer()).toArray();
    whole.parameterGradients(outputs, REPLACING);
    part.parameterGradients(outputs, REPLACING);
    assertClose(rows(all, channelRows(4, 1, 3)).toArray(), some.toArray());
    assertClose(rows(all, channelRows(4, 0, 2)).toArray(), others);
  }

  @Test
  void stage_noChannels_givesTheBiasAndEmptyGradients() {
    Case example = new Case(Conv2d.same(4, 3, 3), 8, 9, 2);
    Matrix none = new Arena().zeros(DataType.DOUBLE, 0, 3);
    ParametricStage stage = stage(example, none);

    Matrix outputs = stage.forward(new Arena().zeros(DataType.DOUBLE, 2 * 72, 0));
    assertEquals(bias(example).getDouble(2), outputs.get(143, 2));
    assertEquals(0, stage.inputGradient(outputs).columns());
    stage.parameterGradients(outputs, REPLACING);
    assertEquals(0, none.rows());
  }

  @Test
  void inputGradient_noUnits_isZero() {
    Case example = new Case(Conv2d.same(4, 3, 3), 8, 9, 2);
    Matrix none = new Arena().zeros(DataType.DOUBLE, 0, 36);
    LayerParameters parameters =
        new LayerParameters(
            new Parameter(0, none, new Arena()),
            new Parameter(1, new Arena().zeros(DataType.DOUBLE, 0, 1), new Arena()),
            Rows.OUTPUTS,
            true,
            true);
    ParametricStage stage = example.layer.stage(example.input(), parameters, new Arena());

    Matrix outputs = stage.forward(images(example));
    assertEquals(0, outputs.columns());
    assertEquals(0, stage.inputGradient(outputs).sumOfSquares());
    stage.parameterGradients(outputs, REPLACING);
  }

  /** With the gradient of the weights taking their place. */
  private static ParametricStage stage(Case example, Matrix weights) {
    Parameter parameter = new Parameter(0, weights, new Arena());
    Matrix biases = new Arena().copyOf(bias(example), DataType.DOUBLE);
    Parameter bias = new Parameter(1, biases, new Arena());
    return example.layer.stage(
        example.input(),
        new LayerParameters(parameter, bias, Rows.INPUTS, true, true),
        new Arena());
  }

  private static int[] channelRows(int channels, int first, int second) {
    return IntStream.range(0, 9 * channels)
        .filter(row -> row % channels == first || row % channels == second)
        .toArray();
  }

  private static Matrix rows(Matrix source, int... rows) {
    Matrix result = new Arena().zeros(source.type(), rows.length, source.columns());
    result.gatherRows(source, rows, 0, rows.length);
    return result;
  }

  private static void assertClose(INDArray expected, INDArray found) {
    double size = expected.norm2Number().doubleValue();
    assertEquals(0, expected.distance2(found) / size, Tolerance.ROUNDING);
  }

  private static INDArray nestedLoops(Case example, Matrix images, INDArray w, INDArray bias) {
    Conv2d layer = example.layer;
    Shape shape = layer.outputShape(example.input());
    int pixels = example.height * example.width;
    int outputPixels = shape.elements() / layer.outputs();
    INDArray result = Nd4j.zeros(DataType.DOUBLE, example.images * outputPixels, layer.outputs());
    for (int row = 0; row < result.rows(); row++) {
      int y = row % outputPixels / shape.sizes().get(2) * layer.stride() - layer.padding();
      int x = row % outputPixels % shape.sizes().get(2) * layer.stride() - layer.padding();
      for (int output = 0; output < layer.outputs(); output++) {
        double sum = bias.getDouble(output);
        for (int tap = 0; tap < layer.kernel() * layer.kernel(); tap++) {
          int top = y + tap / layer.kernel();
          int left = x + tap % layer.kernel();
          if (top < 0 || left < 0 || top >= example.height || left >= example.width) {
            continue;
          }
          int pixel = row / outputPixels * pixels + top * example.width + left;
          for (int c = 0; c < layer.inputs(); c++) {
            sum +=
                images.get(pixel, c)
                    * w.getDouble(output, c, tap / layer.kernel(), tap % layer.kernel());
          }
        }
        result.putScalar(row, output, sum);
      }
    }
    return result;
  }

  private static ParametricStage stage(Case example, INDArray weights, INDArray bias, Rows rows) {
    return example.layer.stage(
        example.input(), parameters(example.layer, weights, bias, rows), new Arena());
  }

  private static LayerParameters parameters(
      Conv2d layer, INDArray weights, INDArray bias, Rows rows) {
    return new LayerParameters(
        new Parameter(0, rowsOf(layer, weights, rows), new Arena()),
        new Parameter(1, new Arena().copyOf(bias, DataType.DOUBLE), new Arena()),
        rows,
        true,
        true);
  }

  /** The gradient in place of the parameters. */
  private static final GradientSink REPLACING = Parameter::value;

  /** The gradient of the weights into a matrix; that of the bias into its own numbers. */
  private record Into(Parameter weights, Matrix matrix, double weightKeep, double weightFactor)
      implements GradientSink {
    @Override
    public Matrix destination(Parameter parameter) {
      return parameter == weights ? matrix : parameter.value();
    }

    @Override
    public double keep(Parameter parameter) {
      return parameter == weights ? weightKeep : 0;
    }

    @Override
    public double factor(Parameter parameter) {
      return parameter == weights ? weightFactor : 1;
    }
  }

  private static Matrix rowsOf(Conv2d layer, INDArray weights, Rows rows) {
    return new Arena().copyOf(layer.toRows(weights, rows, layer.inputs()), DataType.DOUBLE);
  }

  private static INDArray bias(Case example) {
    return random(2, example.layer.outputs());
  }

  private static Matrix images(Case example) {
    int pixels = example.height * example.width * example.images;
    return new Arena().copyOf(random(3, pixels, example.layer.inputs()), DataType.DOUBLE);
  }

  private static INDArray random(int index, long... shape) {
    RandomNumbers random = RandomNumbers.of(5, "convolution", index);
    double[] values = new double[(int) LongStream.of(shape).reduce(1, Math::multiplyExact)];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * random.nextDouble() - 1;
    }
    return Nd4j.createFromArray(values).reshape('c', shape);
  }
}
