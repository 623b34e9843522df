package pathprox.tutorial.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Split;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.Shape;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import tech.tablesaw.api.Table;

class ImbalanceHistoryTest {
  private static final Split DATA = new Split(Problem.data(), Problem.data());
  private static final Network START =
      Architecture.mlp(6, 3, 2).initialize(1, DataType.DOUBLE).rescaled(0, 4, 1, 0.25);
  private static final TrainingOptions OPTIONS =
      Problem.options().withBatchSize(48).withIterations(950).withRecordEvery(100);
  private static final WeightDecay DECAY = new WeightDecay(0.02);

  private static Table follow(TrainingOptions options, WeightDecay decay) {
    return ImbalanceHistory.of(Trainer.with(options), START, DATA, decay);
  }

  /** Largest distance of the measured imbalances from a column, relative to the first one. */
  private static double deviation(Table table, String column) {
    return table.doubleColumn("imbalance").subtract(table.doubleColumn(column)).abs().max()
        / table.doubleColumn("imbalance").abs().max();
  }

  /** What is left of it is rounding: the imbalances are around 1. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void of_anyBiasesAndBatches_isTheExactLaw(boolean regularized) {
    WeightDecay decay = regularized ? DECAY.withRegularizedBias() : DECAY;

    assertTrue(deviation(follow(OPTIONS, decay), "law") < 1e-12);
    assertTrue(deviation(follow(OPTIONS.withBatchSize(10), decay), "law") < 1e-12);
  }

  @Test
  void of_momentum_isAnotherLaw() {
    Table table = follow(OPTIONS, DECAY.withRegularizedBias().withMomentum(0.5));

    assertTrue(deviation(table, "law") > 0.1, table.print());
  }

  @Test
  void of_regularizedBiases_isTheExponentialUpToTheStepSize() {
    Table table = follow(OPTIONS, DECAY.withRegularizedBias());

    assertEquals(11 * 3, table.rowCount());
    assertEquals(950, table.intColumn("iteration").get(32));
    assertEquals("unit 2", table.stringColumn("run").get(32));
    assertEquals(Math.exp(-2 * 0.02 * 95), left(table, "exponential"), 1e-12);
    assertTrue(left(table, "imbalance") < 0.03, table.print());
    double deviation = deviation(table, "exponential");
    assertTrue(deviation < 0.005, "deviation " + deviation);
    TrainingOptions half = OPTIONS.withLearningRate(0.05).withIterations(1900).withRecordEvery(200);
    double ofHalf = deviation(follow(half, DECAY.withRegularizedBias()), "exponential");
    assertEquals(0.5, ofHalf / deviation, 0.1);
  }

  private static double left(Table table, String column) {
    return table.doubleColumn(column).get(30) / table.doubleColumn(column).get(0);
  }

  @Test
  void of_freeBiases_isFarFromTheExponential() {
    assertTrue(deviation(follow(OPTIONS, DECAY), "exponential") > 0.01);
  }

  @Test
  void of_noIterations_measuresTheStart() {
    Table table = follow(OPTIONS.withIterations(0), DECAY);

    assertEquals(3, table.rowCount());
    assertEquals(0, deviation(table, "law"), 1e-15);
  }

  @Test
  void of_training_endsWhereAnyTrainingEnds() {
    Table table = follow(OPTIONS, DECAY);
    Network end = Trainer.with(OPTIONS).train(START, DATA, DECAY).network();

    double bias = end.bias(0).getDouble(2);
    assertEquals(bias * bias, table.doubleColumn("b_squared").get(32), 1e-15);
  }

  @Test
  void of_noPairOfDenseLayers_isRefused() {
    Network single = Architecture.mlp(6, 2).initialize(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> ImbalanceHistory.of(Trainer.with(OPTIONS), single, DATA, DECAY));
    Network images = Architecture.smallConvnet(Shape.of(1, 8, 8), 2).initialize(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> ImbalanceHistory.of(Trainer.with(OPTIONS), images, DATA, DECAY));
  }
}
