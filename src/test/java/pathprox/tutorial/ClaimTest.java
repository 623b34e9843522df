package pathprox.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ClaimTest {
  private static void fails(String message, Executable claim) {
    Exception error = assertThrows(IllegalStateException.class, claim);
    assertEquals("this does not hold here: " + message, error.getMessage());
  }

  @Test
  void check_claim_isShownOrFails() {
    assertEquals("✓ one is one", Claim.check("one is one", true));
    fails("one is two", () -> Claim.check("one is two", false));
  }

  @Test
  void below_oneNumber_isShownWithBoundAndMargin() {
    assertEquals(
        "✓ deviation, %: 0.73 (must be below 2, margin 64 %)",
        Claim.below("deviation, %", 2, 0.73));
    fails("deviation, %: 2 (must be below 2, margin 0 %)", () -> Claim.below("deviation, %", 2, 2));
  }

  @Test
  void above_severalNumbers_areJudgedByTheWorst() {
    assertEquals(
        "✓ accuracy: 0.91, the worst of 0.93, 0.91 (must be above 0.9, margin 1 %)",
        Claim.above("accuracy", 0.9, 0.93, 0.91));
    fails(
        "accuracy: 0.89, the worst of 0.93, 0.89 (must be above 0.9, margin 1 %)",
        () -> Claim.above("accuracy", 0.9, 0.93, 0.89));
  }

  @Test
  void equal_toTheDigit_orFails() {
    assertEquals("✓ units: 1,200 (must be 1,200)", Claim.equal("units", 1_200, 1_200));
    assertEquals("✓ units: 75 each (must be 75)", Claim.equal("units", 75, 75, 75, 75));
    fails("units: 1,199 (must be 1,200)", () -> Claim.equal("units", 1_200, 1_199));
  }

  @Test
  void below_noNumberOrNoneAtAll_fails() {
    fails("gap: NaN (must be below 1, margin NaN %)", () -> Claim.below("gap", 1, Double.NaN));
    fails("gap: NaN (must be below 1, margin NaN %)", () -> Claim.below("gap", 1));
  }

  @Test
  void above_farAway_saysInShortHowFar() {
    assertEquals(
        "✓ ratio: 500 (must be above 1, margin over 100 times the bound)",
        Claim.above("ratio", 1, 500));
  }

  @Test
  void ofKept_claim_saysWhereTheNumbersAreFrom() {
    assertEquals(
        "✓ units: 120 (must be below 300, margin 60 %) [measured earlier, kept in curves/a.csv]",
        Claim.ofKept("curves/a.csv").isBelow("units", 300, 120));
  }

  @Test
  void all_checks_areLines() {
    assertEquals("✓ a\n✓ b", Claim.all(Claim.check("a", true), Claim.check("b", true)));
  }
}
