package pathprox.network;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.loss.CrossEntropy;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.network.running.WorkingNetwork;

/** The gradient with respect to the inputs of a network against central differences. */
class InputGradientTest {
  private static final CrossEntropy LOSS = new CrossEntropy();
  private static final int SAMPLES = 4;

  static Stream<Architecture> architectures() {
    return Stream.of(
        Architecture.mlp(6, 5, 2),
        Architecture.factorizedMlp(6, 5, 2, 3),
        Architecture.of(Shape.of(6), new Relu(), new Dense(6, 2)),
        Architecture.of(Shape.of(2, 2, 3), new Flatten(), new Dense(12, 2)),
        Architecture.of(
            Shape.of(3, 5, 4),
            new Conv2d(3, 4, 3, 1, 1),
            new Relu(),
            new Conv2d(4, 2, 2, 1, 0),
            new MaxPool2d(2),
            new Flatten(),
            new Dense(4, 2)),
        Architecture.of(
            Shape.of(2, 6, 4),
            new AvgPool2d(2),
            new Conv2d(2, 3, 2, 2, 1),
            new Flatten(),
            new Dense(12, 2)));
  }

  private static double loss(WorkingNetwork network, Matrix inputs, Matrix targets) {
    Matrix copy =
        new Arena().buffer().copyRows(inputs, 0, SAMPLES); // a rectifier in front works in place
    return LOSS.value(network.forward(copy), targets);
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void inputGradient_everyInput_isTheCentralDifference(Architecture architecture) {
    WorkingNetwork network = architecture.initialize(3, DataType.DOUBLE).working();
    RandomNumbers random = RandomNumbers.of(1, "inputs", 0);
    Matrix inputs = new Arena().zeros(DataType.DOUBLE, SAMPLES, architecture.input().elements());
    Matrix targets = new Arena().zeros(DataType.DOUBLE, SAMPLES, 1);
    for (int row = 0; row < SAMPLES; row++) {
      targets.set(row, 0, row % 2);
      for (int column = 0; column < inputs.columns(); column++) {
        inputs.set(row, column, random.nextGaussian());
      }
    }
    Matrix outputs = network.forward(new Arena().buffer().copyRows(inputs, 0, SAMPLES));
    Matrix outputGradient = new Arena().zeros(DataType.DOUBLE, SAMPLES, outputs.columns());
    LOSS.gradient(outputs, targets, outputGradient);
    Matrix gradient =
        new Arena().buffer().copyRows(network.inputGradient(outputGradient), 0, SAMPLES);

    GradientCheck.everyCoordinate(inputs, () -> loss(network, inputs, targets), gradient);
  }
}
