package pathprox.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GroupLassoTest extends ProximablePenaltyContract {
  @Override
  ProximablePenalty penalty(double lambda) {
    return new GroupLasso(lambda);
  }

  @Test
  void prox_normAtTheThreshold_isExactlyZero() {
    double threshold = 0.3 * 0.7;

    assertEquals(0, new GroupLasso(0.7).prox(threshold, 0.3));
    assertTrue(new GroupLasso(0.7).prox(Math.nextUp(threshold), 0.3) > 0);
  }
}
