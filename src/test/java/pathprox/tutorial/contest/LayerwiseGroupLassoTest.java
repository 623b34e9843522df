package pathprox.tutorial.contest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

class LayerwiseGroupLassoTest {
  private static final double RATE = 0.1;

  private static Dataset data() {
    INDArray x = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 1}, {-1, 1}});
    INDArray y = Nd4j.createFromArray(new double[][] {{1}, {-1}, {0.5}, {2}});
    return Dataset.regression("four", x, y);
  }

  private static Network start() {
    return new Network(
        Architecture.mlp(2, 2, 1),
        List.of(
            Nd4j.createFromArray(new double[][] {{3, 4}, {1, 0}}),
            Nd4j.createFromArray(new double[][] {{0.5, 1}})),
        List.of(Nd4j.createFromArray(0.0, 0.1), Nd4j.createFromArray(0.0)));
  }

  private static Network trained(Method method, double rate, int iterations) {
    TrainingOptions options =
        TrainingOptions.defaults()
            .withIterations(iterations)
            .withBatchSize(4)
            .withLoss(new MeanSquaredError())
            .withLearningRate(rate)
            .withRecordEvery(iterations);
    return Trainer.with(options).train(start(), data(), method).network();
  }

  /** The block soft threshold of a plain gradient step, by hand. */
  @Test
  void take_oneStep_isAGradientStepAndAThresholdForEachRowAndColumn() {
    Network gradient = trained(new WeightDecay(0), RATE, 1);
    Network lasso = trained(new LayerwiseGroupLasso(0.5, 0), RATE, 1);

    for (int unit = 0; unit < 2; unit++) {
      INDArray w = gradient.weights(0).getRow(unit);
      double left = Math.max(0, 1 - RATE * 0.5 / w.norm2Number().doubleValue());
      assertArrayEquals(
          w.mul(left).toDoubleVector(), lasso.weights(0).getRow(unit).toDoubleVector(), 1e-12);
      double v = gradient.weights(1).getDouble(0, unit);
      double expected = Math.signum(v) * Math.max(0, Math.abs(v) - RATE * 0.5);
      assertEquals(expected, lasso.weights(1).getDouble(0, unit), 1e-12);
    }
    assertArrayEquals(gradient.bias(0).toDoubleVector(), lasso.bias(0).toDoubleVector(), 1e-12);
  }

  /** Steps 1/(1 − μ) times as long in the end, so rates by so much shorter follow the same path. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9})
  void take_withMomentum_endsWhereItDoesWithout(double momentum) {
    Network plain = trained(new LayerwiseGroupLasso(0.1, 0), 0.02, 3_000);
    Network heavy = trained(new LayerwiseGroupLasso(0.1, momentum), 0.02 * (1 - momentum), 3_000);
    Network weaker = trained(new LayerwiseGroupLasso(0.1 * (1 - momentum), 0), 0.02, 3_000);

    assertEquals(0, distance(plain, heavy), 0.02);
    assertTrue(distance(plain, weaker) > 0.05, "as it would be with thresholds of γλ");
  }

  private static double distance(Network one, Network other) {
    INDArray x = data().features();
    return one.outputs(x).sub(other.outputs(x)).amaxNumber().doubleValue();
  }

  @Test
  void take_strongPenalty_leavesNoUnit() {
    Network none = trained(new LayerwiseGroupLasso(100, 0.9), 0.01, 5);
    assertEquals(0, none.activeUnits(none.architecture().pairing().pairs().get(0)));
  }

  @Test
  void new_numbersOutOfRange_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new LayerwiseGroupLasso(-1, 0));
    Exception e = assertThrows(IllegalArgumentException.class, () -> new LayerwiseGroupLasso(1, 1));
    assertEquals("momentum must be >= 0 and < 1, was 1.0", e.getMessage());
  }
}
