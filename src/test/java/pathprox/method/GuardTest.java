package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.network.running.WorkingNetwork;

/** What looks at the objective do to state and step, on objectives that the test makes up. */
class GuardTest {
  private static final int INTERVAL = 10;

  private final WorkingNetwork network = Problem.factorized(DataType.DOUBLE).working();
  private double objective = 1;
  private int step;
  private final Guard guard =
      new Guard(
          network,
          new Task(0, 1000, 10, 10, 10, () -> objective, 1, List.of()),
          () -> objective / 4,
          () -> Double.NaN);

  /** Makes the steps to the next look, which finds this loss; returns whether it went back. */
  private boolean look(double loss) {
    objective = loss;
    step += INTERVAL;
    setWeight(step);
    return guard.wentBack(step);
  }

  private void setWeight(double value) {
    network.layers().get(0).weights().value().set(0, 0, value);
  }

  private double weight() {
    return network.layers().get(0).weights().value().get(0, 0);
  }

  @Test
  void wentBack_smallRises_areLeftAlone() {
    look(0.5);

    assertFalse(look(0.7) || look(0.74) || look(0.6));
    assertEquals(1, guard.share());
    assertTrue(guard.mostPenalty(9) > 1);
    assertEquals(0, guard.undone());
  }

  @Test
  void wentBack_firstWorseLook_endsTheExcessAndLeavesTheStep() {
    look(0.5);
    look(0.8);

    assertEquals(1, guard.mostPenalty(9));
    assertEquals(1, guard.share());
  }

  @Test
  void wentBack_laterWorseLook_halvesTheStepAndLowestObjectivesGiveItBack() {
    look(0.5);
    look(0.8);
    look(0.5);
    look(0.8);
    assertEquals(0.5, guard.share());

    look(0.4);
    assertEquals(0.525, guard.share(), 1e-12);
    for (int i = 0; i < 30; i++) {
      look(0.4 / (i + 2));
    }
    assertEquals(1, guard.share());
  }

  @Test
  void wentBack_twoWorseLooksInARow_bringTheBestStateBack() {
    look(0.5);
    assertFalse(look(0.8));

    assertTrue(look(0.9));
    assertEquals(10, weight(), "the weight of step 10");
    assertEquals(20, guard.undone());
  }

  @Test
  void wentBack_noNumber_goesBackAtOnceAndHalvesTheStep() {
    look(0.5);

    assertTrue(look(Double.NaN));
    assertEquals(10, weight());
    assertEquals(0.5, guard.share());
  }

  @Test
  void startAgain_withFewerUnits_theirStateIsTheBest() {
    look(0.5);
    look(0.7);
    guard.startAgain(step, false);
    objective = 0.8;

    guard.finish(step);
    assertEquals(20, weight());
  }

  @Test
  void startAgain_newPhaseAfterShorterSteps_givesThemBack() {
    look(0.5);
    look(0.8);
    look(0.9);
    assertEquals(0.5, guard.share());

    guard.startAgain(step, true);

    assertEquals(1, guard.share());
  }

  @Test
  void finish_endAboveTheBest_bringsItBack() {
    look(0.5);
    look(0.6);

    guard.finish(step);

    assertEquals(10, weight());
    assertEquals(10, guard.undone());
  }

  @Test
  void keepIfBetter_lowerObjective_keepsTheChange() {
    look(0.5);
    look(0.6);
    guard.keepIfBetter(
        step,
        () -> {
          objective = 0.59;
          setWeight(7);
        });

    assertEquals(7, weight());
  }

  @Test
  void keepIfBetter_higherObjective_undoesTheChangeAlone() {
    look(0.5);
    look(0.6);
    guard.keepIfBetter(
        step,
        () -> {
          objective = 0.61;
          setWeight(7);
        });

    assertEquals(20, weight(), "the present state, not the best one");
  }

  /** Loss 0.4 and penalty 0.1: eight penalties more are as much as a loss of 1.2. */
  @Test
  void mostPenalty_isWhatABetterLossLeaves() {
    look(0.4);

    assertEquals(8, guard.mostPenalty(1.2), 1e-12);
    assertEquals(1, guard.mostPenalty(0.45));
    assertEquals(1, guard.mostPenalty(Double.NaN));
  }
}
