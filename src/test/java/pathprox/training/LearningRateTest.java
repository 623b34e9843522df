package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateTest {
  @Test
  void stepped_atAndAroundMilestones_multipliesByTheFactor() {
    LearningRate schedule = LearningRate.stepped(0.8, 0.5, 10, 20);

    assertEquals(0.8, schedule.at(9));
    assertEquals(0.4, schedule.at(10));
    assertEquals(0.4, schedule.at(19));
    assertEquals(0.2, schedule.at(20));
    assertEquals(0.2, schedule.at(1000));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void constant_outOfRange_isRefused(double rate) {
    Exception error =
        assertThrows(IllegalArgumentException.class, () -> LearningRate.constant(rate));

    assertEquals("learning rate must be > 0 and finite, was " + rate, error.getMessage());
  }

  @Test
  void stepped_milestonesThatDoNotRise_areRefused() {
    Exception error =
        assertThrows(IllegalArgumentException.class, () -> LearningRate.stepped(0.1, 0.5, 20, 10));

    assertEquals("milestones must be positive and rise, were [20, 10]", error.getMessage());
  }

  @Test
  void cosine_beforeWithinAndBehind_fallsAlongHalfACosine() {
    LearningRate schedule = LearningRate.cosine(0.9, 10, 50, 0.1);

    assertEquals(0.9, schedule.at(0));
    assertEquals(0.9, schedule.at(10));
    // A quarter of the way: (1 + cos 45°)/2 of the fall is left.
    assertEquals(0.1 + 0.8 * (1 + Math.sqrt(0.5)) / 2, schedule.at(20), 1e-15);
    assertEquals(0.5, schedule.at(30), 1e-15);
    assertEquals(0.1, schedule.at(50), 1e-15);
    assertEquals(0.1, schedule.at(1_000_000), 1e-15);
  }

  @Test
  void exponential_eachIteration_fallsByTheSameShare() {
    LearningRate schedule = LearningRate.exponential(0.8, 0.25, 10);

    assertEquals(0.8, schedule.at(0));
    assertEquals(0.4, schedule.at(5), 1e-15);
    assertEquals(0.2, schedule.at(10), 1e-15);
    assertEquals(0.05, schedule.at(20), 1e-15);
    assertEquals(schedule.at(8) / schedule.at(7), schedule.at(90) / schedule.at(89), 1e-14);
  }

  /** A bad schedule and what is said. */
  record Refusal(String message, Executable attempt) {}

  static Stream<Refusal> refusals() {
    return Stream.of(
        new Refusal(
            "floor must be >= 0 and at most the learning rate 0.1, was -0.1",
            () -> LearningRate.cosine(0.1, 0, 10, -0.1)),
        new Refusal(
            "floor must be >= 0 and at most the learning rate 0.1, was 0.2",
            () -> LearningRate.cosine(0.1, 0, 10, 0.2)),
        new Refusal(
            "a cosine must start at 0 or later and end after its start, was 10 to 10",
            () -> LearningRate.cosine(0.1, 10, 10, 0.01)),
        new Refusal(
            "a cosine must start at 0 or later and end after its start, was -1 to 10",
            () -> LearningRate.cosine(0.1, -1, 10, 0.01)),
        new Refusal(
            "factor must be > 0 and finite, was -1.0", () -> LearningRate.exponential(1, -1, 10)),
        new Refusal("every must be >= 1, was 0", () -> LearningRate.exponential(1, 0.5, 0)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void schedules_outOfRange_areRefused(Refusal refusal) {
    assertEquals(
        refusal.message,
        assertThrows(IllegalArgumentException.class, refusal.attempt).getMessage());
  }
}
