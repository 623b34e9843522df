package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pathprox.data.Digits;
import pathprox.experiment.Sweep;
import pathprox.experiment.SweepResult;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class StopButtonTest {
  private static final Sweep SWEEP =
      Sweep.of(Architecture.mlp(64, 3, 10))
          .withMethods(new WeightDecay(1e-3))
          .withSeeds(0, 1, 2, 3, 4);
  private static final Trainer TRAINER = Trainer.with(TrainingOptions.defaults().withIterations(3));

  @Test
  void afterTrainings_sweep_isInterruptedThen() {
    StopButton button = StopButton.afterTrainings(1);
    SweepResult result = SWEEP.train(TRAINER.listening(button), Digits.split(1));

    assertTrue(Thread.interrupted());
    assertFalse(result.isComplete());
  }

  @Test
  void untouched_sweep_isWholeAndItsStepsAreCounted() {
    StopButton button = StopButton.untouched();
    SweepResult result = SWEEP.train(TRAINER.listening(button), Digits.split(1));

    assertTrue(result.isComplete());
    assertEquals(5 * 3, button.steps());
  }

  @Test
  void atIteration_training_endsThere() {
    TrainingResult result =
        TRAINER
            .listening(StopButton.atIteration(2))
            .train(
                Architecture.mlp(64, 3, 10).initialize(1), Digits.split(1), new WeightDecay(1e-3));

    assertEquals(2, result.iterations());
    assertEquals("stop button, at iteration 2: 0 steps seen", StopButton.atIteration(2).toString());
  }
}
