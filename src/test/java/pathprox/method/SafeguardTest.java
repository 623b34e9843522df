package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pathprox.method.Safeguard.Verdict;

/** The rules as {@link Inertia} states them. */
class SafeguardTest {
  private static final double PENALTY = 1;
  private final Safeguard safeguard = new Safeguard(Inertia.of(0.95));

  /** Tells a loss below the penalty for some steps. */
  private Verdict quiet(int steps, double loss) {
    Verdict last = null;
    for (int i = 0; i < steps; i++) {
      last = safeguard.judge(loss, PENALTY);
    }
    return last;
  }

  @BeforeEach
  void warmUp() {
    assertEquals(Verdict.SAVE, safeguard.judge(5, PENALTY), "a start to go back to");
    assertEquals(Verdict.GO_ON, safeguard.judge(5, PENALTY), "the loss is above the penalty");
    assertEquals(2.0 / 300, safeguard.strength(), 1e-15);
    assertEquals(0, safeguard.inertia());
    int steps = 1;
    while (safeguard.judge(0.1, PENALTY) == Verdict.GO_ON) {
      steps++;
    }
    assertTrue(steps > 20 && steps < 40, "an average over some 20 steps: " + steps);
    assertEquals(1, safeguard.strength());
  }

  @Test
  void judge_quietLosses_letsInertiaRiseToItsFactor() {
    quiet(20, 0.1);
    assertEquals(0.5, safeguard.inertia());
    quiet(1000, 0.1);
    assertEquals(0.95, safeguard.inertia());
    assertEquals(1, safeguard.damping());
  }

  @Test
  void judge_everyWindow_saves() {
    assertEquals(Verdict.SAVE, quiet(200, 0.1));
    assertEquals(Verdict.GO_ON, quiet(199, 0.1));
    assertEquals(Verdict.SAVE, quiet(1, 0.1));
  }

  @Test
  void judge_aJump_goesBackAtRestAndHalvesTheRate() {
    quiet(100, 0.1);

    assertEquals(Verdict.GO_BACK, quiet(1, 10));
    assertEquals(0.5, safeguard.damping());
    assertEquals(0, safeguard.inertia());
  }

  @Test
  void judge_aJumpAmongNoisyLosses_isNone() {
    for (int i = 0; i < 400; i++) {
      safeguard.judge(i % 2 == 0 ? 0 : 1, PENALTY); // deviations of 0.5 around 1.5
    }

    assertEquals(Verdict.GO_ON, quiet(1, 3), "4 is above 2 · 1.5, but not above 1.5 + 8 · 0.5");
  }

  @Test
  void judge_aDrift_lowersTheRate() {
    quiet(200, 0.1);
    quiet(200, 0.104);
    assertEquals(1, safeguard.damping(), "0.4 % of 1.1");

    quiet(200, 0.107);
    assertEquals(0.7, safeguard.damping());
  }

  @Test
  void judge_afterQuietSteps_raisesTheRateAgainMoreSlowlyEachTime() {
    quiet(1, 10);
    quiet(499, 0.1);
    assertEquals(0.5, safeguard.damping());
    quiet(1, 0.1);
    assertEquals(0.595, safeguard.damping(), 1e-12, "0.5 · 1.19");

    quiet(1, 10);
    quiet(999, 0.1);
    assertEquals(0.2975, safeguard.damping(), 1e-12);
    quiet(1, 0.1);
    assertEquals(0.354025, safeguard.damping(), 1e-12);
    quiet(100_000, 0.1);
    assertEquals(1, safeguard.damping());
  }

  @Test
  void judge_oneJumpAfterTheOther_keepsAShareOfTheRate() {
    for (int i = 0; i < 50; i++) {
      quiet(30, 0.1);
      quiet(1, 1e9);
    }

    assertEquals(0.05, safeguard.damping(), 1e-12);
  }

  @Test
  void judge_lossThatStaysAboveThePenalty_startsInTheEnd() {
    Safeguard late = new Safeguard(new Inertia(0.9, 10));
    int steps = 0;
    while (late.inertia() == 0) {
      late.judge(5, PENALTY);
      steps++;
    }

    assertEquals(100 + 2, steps, "ten times the warm-up, and one step without inertia");
  }

  @Test
  void judge_aJumpDuringTheWarmUp_goesBackToo() {
    Safeguard early = new Safeguard(Inertia.of(0.9));
    early.judge(2.3, PENALTY);
    early.judge(2.3, PENALTY);

    assertEquals(Verdict.GO_BACK, early.judge(100, PENALTY));
  }

  @Test
  void judge_networkThatIsTrained_needsNoWarmUp() {
    Safeguard trained = new Safeguard(Inertia.of(0.9));

    assertEquals(Verdict.SAVE, trained.judge(0.1, PENALTY));
    assertEquals(1, trained.strength());
    trained.judge(0.1, PENALTY);
    assertTrue(trained.inertia() > 0);
  }
}
