package pathprox.method;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.matrix.RandomNumbers;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.TrainingOptions;

/** Two noisy clusters in six dimensions and small networks for them: enough to see units die. */
public final class Problem {
  private static final int SAMPLES = 48;
  private static final int INPUTS = 6;

  private Problem() {}

  /** The data, in float64. */
  public static Dataset data() {
    RandomNumbers random = RandomNumbers.of(4, "clusters", 0);
    double[][] features = new double[SAMPLES][INPUTS];
    int[] classes = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      classes[i] = i % 2;
      for (int j = 0; j < INPUTS; j++) {
        features[i][j] = random.nextGaussian() + (classes[i] == 0 ? -0.7 : 0.7);
      }
    }
    return Dataset.classification(
        "clusters", Nd4j.createFromArray(features), classes, List.of("left", "right"));
  }

  /** A network with two pairs and no layer between them. */
  public static Network factorized(DataType type) {
    return Architecture.factorizedMlp(INPUTS, 12, 2, 2).initialize(5, type);
  }

  /** A network with one pair and an unpaired last layer. */
  public static Network withUnpairedLayer(DataType type) {
    return Architecture.mlp(INPUTS, 10, 8, 2).initialize(6, type);
  }

  /** Samples whose inputs are all 0: the outputs depend on biases alone. */
  static Dataset withoutInputs() {
    return Dataset.classification(
        "nothing",
        Nd4j.zeros(DataType.DOUBLE, 4, INPUTS),
        new int[] {0, 1, 0, 1},
        List.of("left", "right"));
  }

  /** A network with one pair. */
  static Network oneHiddenLayer() {
    return Architecture.factorizedMlp(INPUTS, 16, 1, 2).initialize(5, DataType.DOUBLE);
  }

  /** A few epochs in batches of 16. */
  public static TrainingOptions options() {
    return TrainingOptions.defaults()
        .withIterations(60)
        .withBatchSize(16)
        .withLearningRate(0.1)
        .withRecordEvery(1)
        .withSeed(9);
  }
}
