package pathprox.tutorial.balance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.loss.MeanSquaredError;
import pathprox.method.WeightDecay;
import pathprox.metrics.Regularity;
import pathprox.metrics.Score;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

class PlateauTest {
  /** 1 − 2λ − s·max(0, −x − ½) − s·max(0, x − ½) with s = 1 − 4λ, balanced, attains the minimum. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.2, 0.25})
  void minimum_anyLambda_isThatOfTheTwoUnitsThatAttainIt(double lambda) {
    double length = Math.sqrt(1 - 4 * lambda);
    INDArray in = Nd4j.createFromArray(new double[][] {{-length}, {length}});
    INDArray out = Nd4j.createFromArray(new double[][] {{-length, -length}});
    INDArray knots = Nd4j.createFromArray(-length / 2, -length / 2);
    Network best =
        new Network(
            Architecture.mlp(1, 2, 1),
            List.of(in, out),
            List.of(knots, Nd4j.createFromArray(new double[] {1 - 2 * lambda})));
    double loss = Score.of(best, Plateau.points(), new MeanSquaredError()).loss();

    double objective = Regularity.of(best).decayObjective(loss, lambda);
    assertEquals(objective, Plateau.minimum(lambda), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0.26, Double.NaN})
  void minimum_lambdaWithoutOne_isRefused(double lambda) {
    assertThrows(IllegalArgumentException.class, () -> Plateau.minimum(lambda));
  }

  @Test
  void distances_ofATraining_areAboveTheMinimum() {
    TrainingOptions options =
        TrainingOptions.defaults()
            .withLoss(new MeanSquaredError())
            .withBatchSize(4)
            .withLearningRate(0.02)
            .withIterations(10);
    TrainingResult result =
        Trainer.with(options).train(Plateau.start(1), Plateau.points(), new WeightDecay(0.1));

    Table table = Plateau.distances(0.1, List.of(result));
    double last = table.doubleColumn("objective").get(table.rowCount() - 1);
    assertEquals(result.objective() - 0.16, last, 1e-12);
    assertEquals(DataType.DOUBLE, result.network().type());
    double start = Plateau.distances(0.1, List.of(result)).doubleColumn("objective").get(0);
    assertArrayEquals(
        new double[] {0}, Plateau.iterationsTo(2 * start, 0.1, List.of(result)), "the start");
    assertArrayEquals(
        new double[] {Double.POSITIVE_INFINITY},
        Plateau.iterationsTo(1e-12, 0.1, List.of(result)),
        "not in ten steps");
  }
}
