package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.data.Dataset;
import pathprox.loss.CrossEntropy;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.matrix.Units;
import pathprox.method.PathProx;
import pathprox.method.Task;
import pathprox.network.Architecture;
import pathprox.network.Initialization;
import pathprox.network.Network;
import pathprox.network.Shape;
import pathprox.network.running.WorkingNetwork;

class ConvolutionalTrainingTest {
  @Test
  void train_bothTypes_agreeOverAFewSteps() {
    Architecture architecture = Architecture.smallConvnet(Shape.of(1, 12, 10), 3);
    Dataset data = data(12, 120);
    Network start = architecture.initialize(1, DataType.FLOAT);
    Network single = trained(start, data, 5);
    Network exact = trained(start.withType(DataType.DOUBLE), data, 5);

    INDArray difference =
        single.outputs(data.features()).castTo(DataType.DOUBLE).sub(exact.outputs(data.features()));
    assertEquals(0, difference.amaxNumber().doubleValue(), Tolerance.SINGLE_PRECISION);
  }

  @Test
  void step_vgg19WithPathProx_normalizesItsChannels() {
    WorkingNetwork network =
        Architecture.vgg19(Shape.of(3, 32, 32), 3)
            .initialize(1, DataType.FLOAT, Initialization.kaimingNormal())
            .working();
    Dataset data = data(2, 3 * 32 * 32);
    Matrix targets = new Arena().copyOf(data.targets(), DataType.FLOAT);
    Matrix gradient = new Arena().zeros(DataType.FLOAT, 2, 3);

    Matrix outputs = network.forward(new Arena().copyOf(data.features(), DataType.FLOAT));
    new CrossEntropy().gradient(outputs, targets, gradient);
    PathProx.of(1e-3).prepare(network, Task.of(1000)).take(gradient, 0.1);

    for (int layer = 0; layer < 16; layer += 2) {
      Matrix w = network.layers().get(layer).weights().value();
      double[] norms = new double[w.rows()];
      Units.norms(w, norms.length, norms);
      for (double norm : norms) {
        assertEquals(1, norm, 1e-5);
      }
      Matrix v = network.layers().get(layer + 1).weights().value();
      assertTrue(Double.isFinite(v.sumOfSquares()), "v of layer " + (layer + 1));
    }
  }

  private static Network trained(Network start, Dataset data, int iterations) {
    TrainingOptions options =
        TrainingOptions.defaults()
            .withIterations(iterations)
            .withBatchSize(6)
            .withLearningRate(0.1)
            .withRecordEvery(iterations);
    return Trainer.with(options).train(start, data, PathProx.of(1e-3)).network();
  }

  private static Dataset data(int samples, int values) {
    RandomNumbers random = RandomNumbers.of(6, "images", 0);
    INDArray images = Nd4j.zeros(DataType.DOUBLE, samples, values);
    int[] classes = new int[samples];
    for (int i = 0; i < samples; i++) {
      classes[i] = i % 3;
      for (int j = 0; j < values; j++) {
        images.putScalar(i, j, random.nextGaussian());
      }
    }
    return Dataset.classification("random images", images, classes, List.of("a", "b", "c"));
  }
}
