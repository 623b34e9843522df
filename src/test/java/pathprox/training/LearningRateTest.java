package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
