package pathprox.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.penalty.GroupLasso;
import pathprox.training.History;
import pathprox.training.LearningRate;
import pathprox.training.Measurement;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingPlan;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

class RegularizationPathTest {
  /** The published method, whatever the default. */
  private static RegularizationPath path(Lambdas lambdas) {
    return RegularizationPath.over(lambdas).withMethod(PathProx::of);
  }

  private static final Split DIGITS = Digits.split(1);
  private static final Network ONE_PAIR = Architecture.mlp(64, 40, 10).initialize(3);
  private static final TrainingOptions OPTIONS =
      TrainingOptions.defaults().withIterations(600).withLearningRate(0.2).withRecordEvery(20);
  private static final Lambdas RISING = Lambdas.geometric(3e-3, 0.1, 4);
  private static final PathResult WARM =
      path(RISING).train(Trainer.with(OPTIONS), ONE_PAIR, DIGITS);
  private static final PathResult COLD =
      path(RISING).withColdStarts().train(Trainer.with(OPTIONS), ONE_PAIR, DIGITS);

  private static final Network TWO_PAIRS = Problem.factorized(DataType.FLOAT);
  private static final Split CLUSTERS = new Split(Problem.data(), Problem.data());
  private static final TrainingOptions SHORT = Problem.options().withRecordEvery(20);

  /** The first recorded iteration with an objective as good as asked for; all if there is none. */
  private static int iterationsTo(double objective, TrainingResult result) {
    return result.history().measurements().stream()
        .filter(row -> result.history().objective(row) <= objective)
        .mapToInt(Measurement::iteration)
        .findFirst()
        .orElse(result.iterations());
  }

  @Test
  void train_warmStarts_reachTheObjectivesOfColdOnesInFewerIterations() {
    int warm = 0;
    int cold = 0;
    for (int i = 1; i < RISING.values().size(); i++) { // the first start is the same
      double objective = 1.01 * COLD.results().get(i).objective();
      warm += iterationsTo(objective, WARM.results().get(i));
      cold += iterationsTo(objective, COLD.results().get(i));
    }

    assertTrue(warm < 0.7 * cold, warm + " against " + cold);
    assertEquals(COLD.results().get(0).objective(), WARM.results().get(0).objective());
  }

  @Test
  void train_risingLambda_activeUnitsFall() {
    int[] units = WARM.table().intColumn("active_units").asIntArray();

    for (int i = 1; i < units.length; i++) {
      assertTrue(units[i] <= units[i - 1] + 1, WARM.toString());
    }
    assertTrue(units[units.length - 1] < units[0], WARM.toString());
  }

  @Test
  void train_fallingLambdaFromADeadPair_unitsComeBack() {
    PathResult falling = path(Lambdas.of(1, 0.03)).train(Trainer.with(OPTIONS), ONE_PAIR, DIGITS);

    int[] units = falling.table().intColumn("active_units").asIntArray();
    assertEquals(0, units[0]);
    int coldUnits = ActiveUnits.of(COLD.at(RISING.values().get(2)).network());
    assertTrue(units[1] > 0 && units[1] < coldUnits, units[1] + " against " + coldUnits);
    assertTrue(falling.at(0.03).history().last().test().accuracy() > 0.9, falling.toString());
  }

  @Test
  void train_fallingLambdaFromAConstantDeepNetwork_beginsAtTheStartAgain() {
    Trainer trainer = Trainer.with(SHORT.withIterations(400));
    PathResult path = path(Lambdas.of(1, 1e-3)).train(trainer, TWO_PAIRS, CLUSTERS);

    assertEquals(0.5, path.at(1).history().last().train().accuracy(), "it learned nothing");
    assertTrue(ActiveUnits.of(path.at(1).network()) > 0, "though some units are active");
    TrainingResult alone = trainer.train(TWO_PAIRS, CLUSTERS, PathProx.of(1e-3));
    assertEquals(alone.network().weights(0), path.at(1e-3).network().weights(0));
    assertTrue(path.at(1e-3).history().last().train().accuracy() > 0.9, path.toString());
  }

  @Test
  void train_upAndDownAgain_isBetterThanFromTheStart() {
    Network start = Architecture.factorizedMlp(64, 30, 2, 10).initialize(3);
    Trainer trainer = Trainer.with(OPTIONS.withIterations(400).withLearningRate(0.1));
    Lambdas grid = Lambdas.geometric(2e-3, 0.02, 3);
    PathResult up = path(grid).train(trainer, start, DIGITS);
    PathResult down = path(grid.reversed()).train(trainer, up.last().network(), DIGITS);

    double cold = up.at(2e-3).objective();
    assertTrue(down.at(2e-3).objective() < 0.8 * cold, down + "\nagainst\n" + up);
    assertTrue(up.at(0.02).history().last().test().accuracy() > 0.9, up.toString());
  }

  @Test
  void table_path_hasARowForEachLambda() {
    Table table = WARM.table();

    assertEquals(
        List.of(
            "lambda",
            "iterations",
            "outcome",
            "objective",
            "train_loss",
            "validation_loss",
            "path_norm",
            "active_units",
            "active_1",
            "strong_units",
            "strong_1",
            "train_accuracy",
            "validation_accuracy",
            "optimality"),
        table.columnNames());
    assertEquals(RISING.values(), table.doubleColumn("lambda").asList());
    assertEquals(WARM.results().get(2).objective(), table.doubleColumn("objective").get(2));
    assertEquals("completed", table.stringColumn("outcome").get(0));
    assertEquals(4, table.column("optimality").countMissing());
    assertEquals(2400, WARM.iterations());
    assertEquals("run", WARM.table("warm").columnNames().get(0));
    assertEquals("warm", WARM.table("warm").stringColumn("run").get(3));
    assertTrue(WARM.toString().startsWith("path over 4 of 4 λ, 2,400 iterations"));
    assertTrue(WARM.toString().contains(" %, validation accuracy 9"), WARM.toString());
    assertFalse(WARM.toString().contains("test"), "the second set has chosen λ");
    assertEquals(
        List.of("active units", "validation accuracy (%)"),
        WARM.chart().data().stream().map(trace -> trace.get("name")).toList());
    assertSame(WARM.results().get(3), WARM.last());
  }

  @Test
  void mostAccurate_path_isTheBestOnTheValidationSet() {
    double best =
        WARM.results().stream()
            .mapToDouble(result -> result.history().last().test().accuracy())
            .max()
            .orElseThrow();

    assertEquals(best, WARM.mostAccurate().history().last().test().accuracy());
    PathResult untested =
        path(Lambdas.of(0.1)).train(Trainer.with(SHORT), TWO_PAIRS, Problem.data());
    refusedAsNothing(
        "none of the 1 trainings of the path has a validation accuracy, 0 diverged; it is measured"
            + " on the second part of a Split of classes",
        untested::mostAccurate);
    assertFalse(untested.toString().contains("validation"), untested.toString());
    LambdasTest.refused("λ = 0.5 was not trained, these were: [0.1]", () -> untested.at(0.5));
    assertEquals(1, untested.chart().data().size());
  }

  private static void refusedAsNothing(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalStateException.class, call).getMessage());
  }

  @Test
  void last_afterADivergence_isTheOneBefore() {
    TrainingResult good = WARM.results().get(0);
    TrainingResult diverged =
        new TrainingResult(
            ONE_PAIR,
            new History("diverged", new GroupLasso(0.1), List.of()),
            Outcome.DIVERGED,
            0,
            9,
            "",
            Optional.empty(),
            Map.of());
    PathResult some = new PathResult(RISING, List.of(good, diverged));
    PathResult all = new PathResult(RISING, List.of(diverged, diverged));
    PathResult none = new PathResult(RISING, List.of());

    assertSame(good, some.last());
    assertSame(good, some.mostAccurate());
    refusedAsNothing(
        "none of the 2 trainings of the path has ended without diverging, 2 diverged", all::last);
    refusedAsNothing(
        "none of the 0 trainings of the path has ended without diverging, 0 diverged", none::last);
    assertThrows(IllegalStateException.class, all::mostAccurate);
    assertThrows(IllegalStateException.class, none::mostAccurate);
    assertEquals(0, none.table("none").rowCount());
    assertEquals(2, all.table("all").column("validation_accuracy").countMissing());
  }

  @Test
  void train_stoppingRule_endsEachTraining() {
    Trainer trainer = Trainer.with(OPTIONS.stopWhenOptimal(1e9));
    PathResult path = path(RISING).train(trainer, ONE_PAIR, DIGITS);

    assertEquals(0, path.iterations());
    assertTrue(path.results().stream().allMatch(result -> result.outcome() == Outcome.OPTIMAL));
    assertEquals(0, path.table().column("optimality").countMissing());
  }

  @Test
  void train_interrupted_keepsWhatWasDone() {
    int[] calls = {0};
    LearningRate interrupting =
        iteration -> {
          if (iteration == 30 && ++calls[0] == 3) { // rows of the history ask too
            Thread.currentThread().interrupt();
          }
          return 0.1;
        };
    PathResult path =
        path(Lambdas.of(0.01, 0.02, 0.03, 0.04))
            .train(Trainer.with(SHORT.withLearningRate(interrupting)), TWO_PAIRS, CLUSTERS);

    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertEquals(
        List.of("completed", "completed", "interrupted"),
        path.table().stringColumn("outcome").asList());
    assertEquals(31, path.results().get(2).iterations());
    assertTrue(path.toString().contains("3 of 4 λ"), path.toString());
  }

  @Test
  void train_interruptedBeforeTheFirstRecord_canStillBeRead() {
    TrainingListener interrupting =
        new TrainingListener() {
          @Override
          public void begins(TrainingPlan plan) {
            if (plan.lambda() == 0.02) {
              Thread.currentThread().interrupt();
            }
          }
        };
    PathResult path =
        path(Lambdas.of(0.01, 0.02, 0.03))
            .train(Trainer.with(SHORT).listening(interrupting), TWO_PAIRS, CLUSTERS);

    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertTrue(path.last().history().measurements().isEmpty(), "no record was complete");
    Network first = path.results().get(0).network();
    assertEquals(first.weights(0), path.last().network().weights(0), "where it began");
    assertEquals(1, path.table().column("active_units").countMissing());
    assertEquals(path.results().get(0), path.mostAccurate());
    assertEquals(2, path.chart().data().size(), "units and accuracy of the first");
    assertTrue(path.toString().contains("interrupted after 0 iterations"), path.toString());
  }

  @Test
  void train_aLambdaDiverges_isShownAndNotHandedOn() {
    TrainingOptions options = SHORT.withLearningRate(LearningRate.stepped(0.1, 1e200, 30));
    PathResult path =
        path(Lambdas.of(0.01, 0.02)).train(Trainer.with(options), TWO_PAIRS, CLUSTERS);

    assertEquals(List.of("diverged", "diverged"), path.table().stringColumn("outcome").asList());
    assertEquals(
        path.results().get(0).history().measurements().get(0).train(),
        path.results().get(1).history().measurements().get(0).train());
  }

  @Test
  void train_methodOfAnotherLambda_isRefusedBeforeAnyStep() {
    RegularizationPath path = path(Lambdas.of(0.1, 0.2)).withMethod(lambda -> new WeightDecay(0.1));

    LambdasTest.refused(
        "the method made for λ = 0.2 must have this λ, has 0.1: weight decay λ=0.1",
        () -> path.train(Trainer.with(SHORT), TWO_PAIRS, CLUSTERS));
  }

  @Test
  void paths_null_sayWhatIsMissing() {
    RegularizationPath path = RegularizationPath.over(Lambdas.of(0.1));
    assertEquals(
        "the grid of λ must not be null",
        assertThrows(NullPointerException.class, () -> RegularizationPath.over(null)).getMessage());
    assertEquals(
        "the method must not be null",
        assertThrows(NullPointerException.class, () -> path.withMethod(null)).getMessage());
    assertEquals(
        "the target must not be null",
        assertThrows(NullPointerException.class, () -> SparsitySearch.of(null)).getMessage());
  }
}
