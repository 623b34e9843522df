package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pathprox.data.CropAndFlip;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;

class TrainingOptionsTest {
  private static final TrainingOptions DEFAULTS = TrainingOptions.defaults();

  private static final CropAndFlip CROP = new CropAndFlip(2, 3, 1, List.of(0.0));

  /** A bad option and what is said. */
  record Refusal(String message, Executable attempt) {}

  static Stream<Refusal> refusals() {
    return Stream.of(
        new Refusal("iterations must be >= 0, was -1", () -> DEFAULTS.withIterations(-1)),
        new Refusal("batch size must be >= 1, was 0", () -> DEFAULTS.withBatchSize(0)),
        new Refusal("recordEvery must be >= 1, was 0", () -> DEFAULTS.withRecordEvery(0)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void withers_outOfRange_areRefused(Refusal refusal) {
    assertEquals(
        refusal.message,
        assertThrows(IllegalArgumentException.class, refusal.attempt).getMessage());
  }

  @Test
  void withers_each_changeTheirOwnOption() {
    TrainingOptions options =
        DEFAULTS
            .withIterations(5)
            .withBatchSize(6)
            .withRecordEvery(7)
            .withSeed(8)
            .withAugmentation(CROP);

    assertEquals(
        new TrainingOptions(
            5,
            DEFAULTS.learningRate(),
            DEFAULTS.loss(),
            new Batching(6, true, 8, Optional.of(CROP)),
            new Recording(7, false, Double.NaN, 0)),
        options);
    assertTrue(!options.withoutShuffling().batching().shuffles());
    assertEquals(0.25, options.withLearningRate(0.25).learningRate().orElseThrow().at(3));
  }

  @Test
  void toString_learningRate_isThatOfTheMethodOrTheOneGiven() {
    assertTrue(
        DEFAULTS.toString().contains(", learning rate of the method, "), DEFAULTS.toString());
    assertTrue(DEFAULTS.withLearningRate(0.3).toString().contains(", learning rate 0.3, "));
    assertTrue(
        DEFAULTS
            .withLearningRate(iteration -> 1.0 / (iteration + 1))
            .toString()
            .contains(", learning rate by a function of the iteration, "));
  }

  @Test
  void learningRateFor_givenOrNot_isTheScheduleOrTheConstantOfTheMethod() {
    assertEquals(0.1, DEFAULTS.learningRateFor(PathProx.of(1)).at(5));
    assertEquals(0.1, DEFAULTS.learningRateFor(new WeightDecay(1)).at(5));
    assertEquals(0.3, DEFAULTS.withLearningRate(0.3).learningRateFor(PathProx.of(1)).at(5));
  }

  @Test
  void withers_null_sayWhatIsMissing() {
    assertEquals(
        "the loss must not be null",
        assertThrows(NullPointerException.class, () -> DEFAULTS.withLoss(null)).getMessage());
    assertEquals(
        "the learning rate must not be null; without one it is the method's own",
        assertThrows(NullPointerException.class, () -> DEFAULTS.withLearningRate(null))
            .getMessage());
  }

  @Test
  void toString_withAugmentation_namesIt() {
    assertTrue(
        DEFAULTS.withAugmentation(CROP).toString().contains(", " + CROP + ", "),
        DEFAULTS.withAugmentation(CROP).toString());
  }
}
