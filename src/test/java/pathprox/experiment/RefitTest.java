package pathprox.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.Tolerance;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.metrics.Regularity;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.penalty.Powers;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

class RefitTest {
  private static final Split DIGITS = Digits.split(1);
  private static final Trainer TRAINER =
      Trainer.with(TrainingOptions.defaults().withIterations(600).withLearningRate(0.2));
  private static final TrainingResult BEFORE =
      TRAINER.train(Architecture.mlp(64, 40, 10).initialize(3), DIGITS, PathProx.of(0.05));
  private static final Refit REFIT = Refit.of(BEFORE, TRAINER, DIGITS);

  private static List<Integer> widths(Network network) {
    return network.architecture().pairing().pairs().stream().map(UnitPair::units).toList();
  }

  @Test
  void of_lambdaZero_keepsTheSupportAndLowersTheLoss() {
    List<Integer> active = BEFORE.history().last().regularity().activeUnits();

    assertTrue(active.get(0) < 40, "some units died: " + BEFORE);
    assertEquals(active, REFIT.result().history().last().regularity().activeUnits());
    assertEquals(active, widths(REFIT.result().network()));
    Table table = REFIT.table();
    assertTrue(
        table.doubleColumn("train_loss").get(1) < 0.5 * table.doubleColumn("train_loss").get(0));
    assertTrue(table.doubleColumn("path_norm").get(1) > table.doubleColumn("path_norm").get(0));
  }

  @Test
  void table_rowBefore_isTheTrainingBefore() {
    Table table = REFIT.table();

    assertEquals(List.of("before", "after"), table.stringColumn("network").asList());
    assertEquals(
        BEFORE.objective(),
        table.doubleColumn("objective_before").get(0),
        Tolerance.SINGLE_PRECISION);
    assertTrue(
        table.doubleColumn("objective_before").get(1)
            > table.doubleColumn("objective_before").get(0),
        "what λ asked for is given up");
    assertEquals(
        BEFORE.history().last().test().accuracy(), table.doubleColumn("test_accuracy").get(0));
    assertEquals(table.intColumn("active_1").get(0), table.intColumn("active_1").get(1));
    assertTrue(REFIT.toString().startsWith("refit, λ 0.05 → 0.0"), REFIT.toString());
    assertTrue(REFIT.toString().contains("training loss"), REFIT.toString());
  }

  @Test
  void of_smallerLambda_keepsNoMoreUnits() {
    Refit refit = Refit.of(BEFORE, TRAINER, DIGITS, PathProx.of(0.01));

    int[] units = refit.table().intColumn("active_units").asIntArray();
    assertTrue(units[1] <= units[0], refit.toString());
    assertEquals(units[0], widths(refit.result().network()).get(0));
    assertTrue(
        refit.table().doubleColumn("train_loss").get(1) < BEFORE.history().last().train().loss());
  }

  /** Powers of path norms: both networks cost what the training before would have counted. */
  @Test
  void table_anotherPenaltyBefore_countsByIt() {
    Powers powers = Powers.of(0.02, 0.5);
    TrainingResult before =
        TRAINER.train(BEFORE.network(), DIGITS, PathProx.of(0.02).withPenalty(powers));
    Refit refit = Refit.of(before, TRAINER, DIGITS);
    double[] objectives = refit.table().doubleColumn("objective_before").asDoubleArray();
    double loss = refit.result().history().last().train().loss();

    assertEquals(before.objective(), objectives[0], Tolerance.SINGLE_PRECISION);
    assertEquals(
        loss + Regularity.of(refit.result().network(), powers).penalty(),
        objectives[1],
        Tolerance.ROUNDING);
    assertTrue(objectives[1] > objectives[0], refit.toString());
  }

  @Test
  void of_lambdaAsLargeAsBefore_isRefused() {
    LambdasTest.refused(
        "a refit needs a smaller λ than before, 0.05, was 0.05",
        () -> Refit.of(BEFORE, TRAINER, DIGITS, PathProx.of(0.05)));
  }

  @Test
  void of_deadPair_isRefused() {
    Network alive = Problem.factorized(DataType.FLOAT);
    List<INDArray> weights =
        new ArrayList<>(IntStream.range(0, 4).mapToObj(alive::weights).toList());
    weights.set(1, weights.get(1).mul(0));
    Network network =
        new Network(
            alive.architecture(), weights, IntStream.range(0, 4).mapToObj(alive::bias).toList());
    Trainer trainer = Trainer.with(Problem.options().withIterations(0));
    TrainingResult dead = trainer.train(network, Problem.data(), PathProx.of(3));

    LambdasTest.refused(
        "active units only, found [0, 12] of [1, 12]",
        () -> Refit.of(dead, trainer, Problem.data(), new WeightDecay(0)));
  }

  @Test
  void of_interruptedBeforeTheFirstRecord_hasNothingToSay() {
    Thread.currentThread().interrupt();
    Refit refit = Refit.of(BEFORE, TRAINER, DIGITS);
    assertTrue(Thread.interrupted());

    assertEquals(List.of(), refit.result().history().measurements());
    Table table = refit.table();
    assertEquals(REFIT.table().columnNames().subList(0, 6), table.columnNames().subList(0, 6));
    assertEquals(List.of("before", "after"), table.stringColumn("network").asList());
    table.columns().stream().skip(1).forEach(it -> assertEquals(2, it.countMissing(), it.name()));
    assertTrue(refit.toString().startsWith("refit, λ 0.05 → 0.0, PathProx"), refit.toString());
    assertTrue(refit.toString().endsWith("; nothing was recorded"), refit.toString());
  }
}
