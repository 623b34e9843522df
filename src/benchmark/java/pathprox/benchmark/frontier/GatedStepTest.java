package pathprox.benchmark.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.loss.MeanSquaredError;
import pathprox.method.Method;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

/** {@code ./mvnw test -Pbenchmark -Dtest=GatedStepTest}. */
class GatedStepTest {
  private static final double RATE = 0.1;
  private static final int DEPTH = 3;

  @Test
  void take_firstStep_isDescentOfVectorsAndGates() {
    Network start = Architecture.mlp(2, 3, 2).initialize(1, DataType.DOUBLE);
    INDArray v = start.weights(1);
    INDArray vectors = oneStep(start, new WeightDecay(0)).weights(1);
    INDArray gradient = v.sub(vectors).div(RATE);
    INDArray gates = v.mul(gradient).sum(0).mul(-RATE).add(1);
    INDArray expected = vectors.mulRowVector(gates.mul(gates));

    INDArray found = oneStep(start, new GatedDecay(0, DEPTH, 0.9)).weights(1);
    assertEquals(0, found.sub(expected).amaxNumber().doubleValue(), 1e-12);
  }

  private static Network oneStep(Network start, Method method) {
    Dataset data =
        Dataset.regression(
            "points",
            Nd4j.createFromArray(new double[][] {{1, 2}, {-1, 0.5}, {0.3, -2}}),
            Nd4j.createFromArray(new double[][] {{1, 0}, {0, 2}, {-1, 1}}));
    TrainingOptions options =
        TrainingOptions.defaults()
            .withIterations(1)
            .withBatchSize(3)
            .withLearningRate(RATE)
            .withRecordEvery(1)
            .withLoss(new MeanSquaredError());
    return Trainer.with(options).train(start, data, method).network();
  }
}
