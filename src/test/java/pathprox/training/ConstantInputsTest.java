package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
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
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.running.WorkingNetwork;

class ConstantInputsTest {
  private static final int SAMPLES = 20;
  private static final int INPUTS = 9;
  private static final int STEPS = 200;
  private static final Architecture NETWORK = Architecture.factorizedMlp(INPUTS, 8, 2, 2);

  /** Every other input is constant: at a value of its own, or all at 0. */
  private static Dataset data(double constant) {
    RandomNumbers random = RandomNumbers.of(1, "data", 0);
    double[][] features = new double[SAMPLES][INPUTS];
    int[] classes = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      classes[i] = i % 2;
      for (int j = 0; j < INPUTS; j++) {
        features[i][j] = j % 2 == 0 ? constant * (j + 1) : random.nextGaussian() + classes[i];
      }
    }
    return Dataset.classification(
        "half constant", Nd4j.createFromArray(features), classes, List.of("a", "b"));
  }

  static Stream<Method> methods() {
    return Stream.of(
        new WeightDecay(0.01),
        new WeightDecay(0.01).withMomentum(0.5),
        PathProx.of(0.02),
        PathProx.of(0.01).withMomentum(0.5));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void train_constantInputs_isTheSameAsWithAllInputs(Method method) {
    for (double constant : new double[] {-0.4, 0}) {
      Network start = NETWORK.initialize(3, DataType.DOUBLE);
      Dataset data = data(constant);
      TrainingOptions options =
          TrainingOptions.defaults().withIterations(STEPS).withBatchSize(SAMPLES);
      Network trained =
          Trainer.with(options.withoutShuffling().withLearningRate(0.05))
              .train(start, data, method)
              .network();

      Network expected = withAllInputs(start, data, method);
      for (int layer = 0; layer < 4; layer++) {
        assertEquals(
            0, expected.weights(layer).distance2(trained.weights(layer)), Tolerance.ROUNDING);
      }
    }
  }

  private static Network withAllInputs(Network start, Dataset data, Method method) {
    Examples examples = Examples.of(data, DataType.DOUBLE, new Arena());
    WorkingNetwork network = start.working();
    Step step = method.prepare(network, Task.of(1000));
    Matrix gradient = new Arena().zeros(DataType.DOUBLE, SAMPLES, 2);
    for (int i = 0; i < STEPS; i++) {
      Matrix outputs = network.forward(examples.inputs());
      new CrossEntropy().gradient(outputs, examples.targets(), gradient);
      step.take(gradient, 0.05);
    }
    return Network.of(start.architecture(), network.parameters());
  }

  @Test
  void reduceAndExpand_aNetwork_restoresIt() {
    Matrix inputs = Examples.of(data(0.7), DataType.DOUBLE, new Arena()).inputs();
    ConstantInputs found = ConstantInputs.of(NETWORK, inputs, false).orElseThrow();
    Network start = NETWORK.initialize(3, DataType.DOUBLE);

    Network reduced = found.reduce(start);
    assertEquals(4 + 2, reduced.architecture().input().elements());
    Network restored = found.expand(reduced);
    assertEquals(0, start.weights(0).distance2(restored.weights(0)), Tolerance.ROUNDING);
    assertEquals(start.architecture(), restored.architecture());
  }

  @Test
  void of_twoConstantInputs_gainsNothing() {
    Matrix inputs = new Arena().zeros(DataType.DOUBLE, 2, 3);
    inputs.set(0, 0, 1);

    assertEquals(Optional.empty(), ConstantInputs.of(Architecture.mlp(3, 2), inputs, false));
  }
}
