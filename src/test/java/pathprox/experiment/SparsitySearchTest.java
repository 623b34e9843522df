package pathprox.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.Tolerance;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.UnitTarget;
import pathprox.method.WeightDecay;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.LearningRate;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingDivergedException;
import pathprox.training.TrainingOptions;
import tech.tablesaw.api.Table;

class SparsitySearchTest {
  /** With the published method, whatever the default. */
  private static SparsitySearch search(UnitTarget target) {
    return SparsitySearch.of(target).withMethod(PathProx::of);
  }

  private static final Split DIGITS = Digits.split(1);
  private static final Network ONE_PAIR = Architecture.mlp(64, 40, 10).initialize(3);
  private static final Trainer TRAINER =
      Trainer.with(
          TrainingOptions.defaults().withIterations(600).withLearningRate(0.2).withRecordEvery(30));
  private static final SparsityResult TWELVE =
      search(UnitTarget.perPair(12)).train(TRAINER, ONE_PAIR, DIGITS);

  private static final Network TWO_PAIRS = Problem.factorized(DataType.FLOAT);
  private static final Split CLUSTERS = new Split(Problem.data(), Problem.data());
  private static final TrainingOptions SHORT = Problem.options().withRecordEvery(15);

  @Test
  void train_unitsPerPair_areReachedWithinTheTolerance() {
    assertTrue(TWELVE.isReached() && TWELVE.isSettled(), TWELVE.toString());
    assertEquals(12, TWELVE.units(), 1, TWELVE.toString());
    assertEquals(TWELVE.units(), ActiveUnits.of(TWELVE.result().network()));
    assertEquals(TWELVE.lambda(), TWELVE.result().history().lambda());
    assertTrue(TWELVE.result().history().last().test().accuracy() > 0.8, TWELVE.toString());
  }

  @Test
  void table_search_showsAllTrials() {
    Table table = TWELVE.table();

    assertEquals(TWELVE.trials().size(), table.rowCount());
    assertTrue(table.booleanColumn("reached").countTrue() >= 1);
    assertFalse(table.booleanColumn("reached").get(0));
    assertTrue(
        TWELVE.toString().startsWith("12 units per pair: 12 units ± 1 wanted, "),
        TWELVE.toString());
  }

  @Test
  void train_allUnits_areReachedWithoutASearch() {
    SparsityResult all = search(UnitTarget.share(1)).from(1e-6).train(TRAINER, ONE_PAIR, DIGITS);

    assertEquals(2, all.trials().size());
    assertEquals(40, all.units());
    assertTrue(all.isReached());
  }

  @Test
  void train_twoPairs_aShareIsReached() {
    SparsityResult half =
        search(UnitTarget.share(0.5))
            .within(0.1)
            .train(Trainer.with(SHORT.withIterations(300)), TWO_PAIRS, CLUSTERS);

    assertEquals(12, half.wanted());
    assertTrue(half.isReached(), half.toString());
    assertEquals(12, half.units(), 1.2);
  }

  @Test
  void train_tooFewTrainings_saysThatTheTargetIsNotReached() {
    SparsityResult stopped =
        search(UnitTarget.perPair(3)).withTrainings(2).train(TRAINER, ONE_PAIR, DIGITS);

    assertEquals(2, stopped.trials().size());
    assertFalse(stopped.isReached());
    assertEquals(ActiveUnits.of(stopped.result().network()), stopped.units());
    assertTrue(stopped.toString().contains("NOT within the tolerance"), stopped.toString());
  }

  @Test
  void train_methodThatKeepsAllUnits_endsUnreached() {
    SparsityResult decay =
        search(UnitTarget.share(0.5))
            .withMethod(WeightDecay::new)
            .withTrainings(5)
            .train(Trainer.with(SHORT), TWO_PAIRS, CLUSTERS);

    assertFalse(decay.isReached());
    assertEquals(24, decay.units());
  }

  @Test
  void train_numberThatStillFalls_goesOnAtTheSameLambda() {
    Trainer brief = Trainer.with(SHORT.withRecordEvery(5));
    SparsityResult result =
        search(UnitTarget.share(0.5))
            .within(0.01)
            .from(0.1)
            .withTrainings(2)
            .train(brief, TWO_PAIRS, CLUSTERS);

    assertFalse(result.table().booleanColumn("settled").get(0), result.toString());
    assertEquals(0.1, result.trials().get(1).history().lambda(), result.toString());
    assertEquals(
        result.trials().get(0).history().last().train().loss(),
        result.trials().get(1).history().measurements().get(0).train().loss(),
        Tolerance.SINGLE_PRECISION,
        "from its own network");
  }

  @Test
  void train_interrupted_keepsTheTrials() {
    LearningRate interrupting =
        iteration -> {
          if (iteration == 30) {
            Thread.currentThread().interrupt();
          }
          return 0.1;
        };
    SparsityResult result =
        search(UnitTarget.share(0.5))
            .train(Trainer.with(SHORT.withLearningRate(interrupting)), TWO_PAIRS, CLUSTERS);

    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertEquals(1, result.trials().size());
    assertEquals(Outcome.INTERRUPTED, result.result().outcome());
    assertFalse(result.isSettled());
  }

  @Test
  void train_firstTrainingDiverges_throwsWhatTheTrainerThrows() {
    TrainingOptions options = SHORT.withLearningRate(LearningRate.stepped(0.1, 1e200, 30));

    assertThrows(
        TrainingDivergedException.class,
        () -> search(UnitTarget.share(0.5)).train(Trainer.with(options), TWO_PAIRS, CLUSTERS));
  }

  @Test
  void targets_impossible_sayExpectedAndFound() {
    LambdasTest.refused("tolerance must be >= 0", () -> search(UnitTarget.share(1)).within(-1));
    LambdasTest.refused(
        "13 units per pair are more than the network has: 24 in 2 pairs",
        () -> Settling.on(UnitTarget.perPair(13), 0, TWO_PAIRS));
    LambdasTest.refused(
        "fewer than one for each of the 2 pairs",
        () -> Settling.on(UnitTarget.share(0.05), 0, TWO_PAIRS));
    LambdasTest.refused(
        "needs a pair of layers, found none",
        () -> Settling.on(UnitTarget.share(0.5), 0, Architecture.mlp(6, 2).initialize(1)));
    assertEquals(new Settling(12, 1), Settling.on(UnitTarget.share(0.5), 0.05, TWO_PAIRS));
    assertEquals(new Settling(14, 3.5), Settling.on(UnitTarget.perPair(7), 0.25, TWO_PAIRS));
  }

  @Test
  void searches_outOfRange_sayWhatWasFound() {
    SparsitySearch search = search(UnitTarget.share(0.5));
    LambdasTest.refused("trainings must be >= 1, was 0", () -> search.withTrainings(0));
    LambdasTest.refused("the first λ must be > 0 and finite, was 0.0", () -> search.from(0));
    LambdasTest.refused(
        "records must be at most 15 of the 60 iterations apart, were 16",
        () -> search.train(Trainer.with(SHORT.withRecordEvery(16)), TWO_PAIRS, CLUSTERS));
  }
}
