package pathprox.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pathprox.Tolerance;

class McpTest {
  @Nested
  class FlatFromHalf extends ProximablePenaltyContract {
    @Override
    ProximablePenalty penalty(double lambda) {
      return new Mcp(lambda, 0.5);
    }
  }

  @Nested
  class FlatFromThree extends ProximablePenaltyContract {
    @Override
    ProximablePenalty penalty(double lambda) {
      return new Mcp(lambda, 3);
    }
  }

  /** With λ = 2 and γ = 3: 2·1 − 1²/6 up to 6, then 3·2²/2. */
  @Test
  void value_parametersOfThePaper_isThePapersFormula() {
    Mcp mcp = new Mcp(2, 2 * 3);

    assertEquals(2 - 1 / 6.0, mcp.value(1), Tolerance.ROUNDING);
    assertEquals(2 - 1 / 3.0, mcp.slope(1), Tolerance.ROUNDING);
    assertEquals(6, mcp.value(6), Tolerance.ROUNDING);
    assertEquals(6, mcp.value(60), Tolerance.ROUNDING);
    assertEquals(0, mcp.slope(6));
    assertEquals("MCP flat from 6", mcp.name());
  }

  /** τ = 0.5: up to step·λ = 0.4 firm, (0.45 − 0.4)/(1 − 0.8); beyond hard, at √(2·0.5) = 1. */
  @Test
  void prox_stepsBelowAndAboveTheEnd_areFirmAndHard() {
    Mcp mcp = new Mcp(1, 0.5);

    assertEquals(0.25, mcp.prox(0.45, 0.4), Tolerance.ROUNDING);
    assertEquals(0.6, mcp.prox(0.6, 0.4));
    assertEquals(0, mcp.prox(1, 2));
    assertEquals(Math.nextUp(1.0), mcp.prox(Math.nextUp(1.0), 2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void constructor_endOutOfRange_isRefused(double end) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Mcp(1, end)).getMessage();
    assertEquals("end must be > 0 and finite, was " + end, message);
  }
}
