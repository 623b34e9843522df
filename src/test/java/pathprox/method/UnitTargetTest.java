package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Dataset;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.Shape;
import pathprox.penalty.Powers;
import pathprox.training.History;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class UnitTargetTest {
  private static final TrainingOptions OPTIONS =
      TrainingOptions.defaults().withIterations(300).withBatchSize(16).withRecordEvery(10);

  private static final Architecture TWO_PAIRS = Architecture.factorizedMlp(6, 12, 2, 2);

  private static final Dataset DIGITS = Digits.split(1).train().first(400);

  private static AdaptivePathProx method(UnitTarget target) {
    return PathProx.recommended(0.01).withUnits(target);
  }

  private static TrainingResult train(Network start, TrainingOptions options, Method method) {
    return Trainer.with(options).train(start, Problem.data(), method);
  }

  private static List<Integer> units(Network network) {
    return network.architecture().pairing().pairs().stream().map(network::activeUnits).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, FLOAT",
    "2, 1, DOUBLE",
    "3, 3, FLOAT",
    "4, 3, DOUBLE",
    "5, 6, FLOAT",
    "6, 6, DOUBLE",
    "7, 10, FLOAT",
    "8, 10, DOUBLE",
    "9, 11, FLOAT",
    "10, 11, DOUBLE"
  })
  void train_unitsPerPair_endsWithExactlySoManyInEach(long seed, int wanted, DataType type) {
    Network start = TWO_PAIRS.initialize(seed, type);
    Network end =
        train(start, OPTIONS.withSeed(seed), method(UnitTarget.perPair(wanted))).network();

    assertEquals(List.of(wanted, wanted), units(end));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.1, 2, FLOAT",
    "2, 0.1, 2, DOUBLE",
    "3, 0.25, 6, FLOAT",
    "4, 0.25, 6, DOUBLE",
    "5, 0.5, 12, FLOAT",
    "6, 0.8, 19, DOUBLE",
    "7, 0.9, 22, FLOAT"
  })
  void train_shareOfUnits_endsWithExactlySoManyAndOneForEachPair(
      long seed, double share, int wanted, DataType type) {
    Network start = TWO_PAIRS.initialize(seed, type);
    Network end = train(start, OPTIONS.withSeed(seed), method(UnitTarget.share(share))).network();

    assertEquals(wanted, ActiveUnits.of(end));
    assertTrue(units(end).stream().allMatch(each -> each >= 1), units(end).toString());
  }

  /** One λ keeps all units, the next ones hardly any. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-4, 0.03, 0.1, 0.3})
  void train_anyLambda_endsWithExactlySoMany(double lambda) {
    Network start = TWO_PAIRS.initialize(3, DataType.DOUBLE);
    Method method = PathProx.recommended(lambda).withUnits(UnitTarget.perPair(7));

    assertEquals(List.of(7, 7), units(train(start, OPTIONS, method).network()));
  }

  @Test
  void train_powersAndAnyWorkingSet_endsWithExactlySoMany() {
    Network start = TWO_PAIRS.initialize(3, DataType.DOUBLE);
    for (WorkingSet units : List.of(WorkingSet.off(), WorkingSet.exact(), WorkingSet.lazy(70))) {
      Method method =
          method(UnitTarget.perPair(5)).withPenalty(Powers.of(0.01, 0.5)).withWorkingSet(units);

      assertEquals(List.of(5, 5), units(train(start, OPTIONS, method).network()), "" + units);
    }
  }

  @Test
  void train_unpairedLayer_countsPairsAlone() {
    Network start = Problem.withUnpairedLayer(DataType.DOUBLE);
    Network end = train(start, OPTIONS, method(UnitTarget.perPair(4))).network();

    assertEquals(List.of(4), units(end));
  }

  @Test
  void train_fromHalfTimeOn_keepsTheNumber() {
    Network start = TWO_PAIRS.initialize(3, DataType.DOUBLE);
    History history = train(start, OPTIONS, method(UnitTarget.perPair(5))).history();

    assertTrue(
        history.measurements().stream()
            .filter(each -> each.iteration() > 150)
            .allMatch(each -> each.regularity().activeUnits().equals(List.of(5, 5))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 5, 10})
  void train_largeRate_endsWithExactlySoMany(double rate) {
    Network start = TWO_PAIRS.initialize(3, DataType.DOUBLE);
    TrainingResult result =
        train(start, OPTIONS.withLearningRate(rate), method(UnitTarget.perPair(5)));

    assertEquals(List.of(5, 5), units(result.network()));
  }

  /** What was frozen stays: its half-time is behind it. */
  @Test
  void resume_reachedTarget_keepsTheNumber() {
    Network start = TWO_PAIRS.initialize(3, DataType.DOUBLE);
    Method method = method(UnitTarget.perPair(5));
    Split data = new Split(Problem.data(), Problem.data());
    TrainingResult first = Trainer.with(OPTIONS).train(start, data, method);
    Trainer longer = Trainer.with(OPTIONS.withIterations(400));

    assertEquals(List.of(5, 5), units(longer.resume(first, data, method).network()));
  }

  @Test
  void name_target_isSaid() {
    assertEquals(
        "PathProx recommended λ=0.01, 40 units per pair", method(UnitTarget.perPair(40)).name());
    assertEquals(
        "PathProx recommended λ=0.01, 12.5 % of the units", method(UnitTarget.share(0.125)).name());
    Network start = TWO_PAIRS.initialize(3, DataType.DOUBLE);
    String report =
        train(start, OPTIONS.withIterations(20), method(UnitTarget.perPair(5))).toString();
    assertTrue(report.startsWith("PathProx recommended λ=0.01, 5 units per pair: "), report);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
  void share_outOfRange_isRefused(double share) {
    Exception error = assertThrows(IllegalArgumentException.class, () -> UnitTarget.share(share));

    assertEquals("a share of units must be > 0 and <= 1, was " + share, error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3})
  void perPair_noUnit_isRefused(int units) {
    Exception error = assertThrows(IllegalArgumentException.class, () -> UnitTarget.perPair(units));

    assertEquals(
        "units per pair must be a whole number >= 1, was "
            + units
            + ": a pair without units is constant",
        error.getMessage());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void train_moreThanAPairHas_isRefused(DataType type) {
    Network start = TWO_PAIRS.initialize(3, type);
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> train(start, OPTIONS, method(UnitTarget.perPair(13))));

    assertEquals("13 units per pair are more than pair 1 of 2 has: 12", error.getMessage());
  }

  @Test
  void train_shareBelowOneUnitAPair_isRefused() {
    Network start = TWO_PAIRS.initialize(3, DataType.DOUBLE);
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> train(start, OPTIONS, method(UnitTarget.share(0.05))));

    assertEquals(
        "5 % of the units, 1 of 24, are fewer than one for each of the 2 pairs, "
            + "without which the network is constant",
        error.getMessage());
  }

  /**
   * Full batches bring the loss of 40 units near 0, far below what 7 of them bear at first: a guard
   * that compared the two went back at each cut, to 1.12. Without a number, 7 units come to 0.103.
   */
  @Test
  void train_cutsThatRaiseTheLoss_areHealed() {
    TrainingOptions options =
        TrainingOptions.defaults().withIterations(400).withBatchSize(400).withSeed(3);
    TrainingResult result = train(Architecture.mlp(64, 40, 10), DIGITS, options, 7);

    assertTrue(result.objective() < 0.15, result::toString);
    assertEquals(List.of(7), units(result.network()));
  }

  /** Steps twice as long, twice, left three of three seeds at chance, a loss of 2.30. */
  @Test
  void train_convolutionsBySmallBatches_areNotKilled() {
    TrainingOptions options =
        TrainingOptions.defaults().withIterations(200).withBatchSize(10).withSeed(3);
    Dataset images = DIGITS.withSampleShape(1, 8, 8);
    TrainingResult result =
        train(Architecture.smallConvnet(Shape.of(1, 8, 8), 10), images, options, 4);

    assertTrue(result.objective() < 1.5, result::toString);
    assertEquals(List.of(4, 4), units(result.network()));
  }

  private static TrainingResult train(
      Architecture architecture, Dataset data, TrainingOptions options, int unitsPerPair) {
    Method method = PathProx.recommended(1e-3).withUnits(UnitTarget.perPair(unitsPerPair));
    return Trainer.with(options).train(architecture.initialize(1), data, method);
  }
}
