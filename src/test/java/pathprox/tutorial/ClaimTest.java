package pathprox.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ClaimTest {
  @Test
  void check_claim_isShownOrFails() {
    assertEquals("✓ one is one", Claim.check("one is one", true));
    Exception error =
        assertThrows(IllegalStateException.class, () -> Claim.check("one is two", false));
    assertEquals("this does not hold here: one is two", error.getMessage());
  }
}
