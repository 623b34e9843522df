package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.Tolerance;
import pathprox.network.Network;
import pathprox.training.Trainer;

/** What every method with heavy-ball momentum keeps. */
abstract class MomentumContract extends MethodContract {
  /** The method with momentum. */
  abstract Method withMomentum(double lambda, double momentum);

  @Test
  void train_momentumOfZero_isTheMethodWithoutMomentum() {
    Trainer trainer = Trainer.with(Problem.options());
    Network start = Problem.factorized(DataType.DOUBLE);
    Network without = trainer.train(start, Problem.data(), method(0.01)).network();
    Network with = trainer.train(start, Problem.data(), withMomentum(0.01, 1e-300)).network();

    assertEquals(0, distance(without, with), Tolerance.ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void withMomentum_outOfRange_isRefused(double momentum) {
    Exception error =
        assertThrows(IllegalArgumentException.class, () -> withMomentum(0.1, momentum));

    assertEquals("momentum must be >= 0 and < 1, was " + momentum, error.getMessage());
  }

  @Test
  void name_withMomentum_saysIt() {
    assertTrue(withMomentum(0.25, 0.9).name().contains("λ=0.25, momentum 0.9"));
  }
}
