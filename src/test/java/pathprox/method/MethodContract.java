package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.Tolerance;
import pathprox.network.Network;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;

/** What every training method keeps. */
abstract class MethodContract {
  /** The method under test. */
  abstract Method method(double lambda);

  static Stream<Network> starts() {
    return Stream.of(
        Problem.factorized(DataType.DOUBLE), Problem.withUnpairedLayer(DataType.DOUBLE));
  }

  @ParameterizedTest
  @MethodSource("starts")
  void train_someEpochs_lowersTheObjective(Network start) {
    TrainingResult result =
        Trainer.with(Problem.options().withIterations(400))
            .train(start, Problem.data(), method(0.01));

    double before = result.history().objective(result.history().measurements().get(0));
    assertTrue(result.objective() < before / 2);
  }

  @ParameterizedTest
  @MethodSource("starts")
  void train_twice_givesEqualNetworks(Network start) {
    Trainer trainer = Trainer.with(Problem.options());
    Network first = trainer.train(start, Problem.data(), method(0.01)).network();
    Network second = trainer.train(start, Problem.data(), method(0.01)).network();

    assertEquals(0, distance(first, second));
  }

  @ParameterizedTest
  @MethodSource("starts")
  void train_inSinglePrecision_followsDoublePrecisionForTwentySteps(Network start) {
    Trainer trainer = Trainer.with(Problem.options().withIterations(20));
    Network wide = trainer.train(start, Problem.data(), method(0.01)).network();
    Network single =
        trainer.train(start.withType(DataType.FLOAT), Problem.data(), method(0.01)).network();

    assertEquals(DataType.FLOAT, single.type());
    assertEquals(0, distance(wide, single.withType(DataType.DOUBLE)), Tolerance.SINGLE_PRECISION);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN})
  void constructor_lambdaOutOfRange_isRefused(double lambda) {
    Exception error = assertThrows(IllegalArgumentException.class, () -> method(lambda));

    assertEquals("lambda must be >= 0 and finite, was " + lambda, error.getMessage());
  }

  @Test
  void name_anyOptions_saysMethodAndLambda() {
    assertTrue(method(1e-4).name().contains("λ=1e-4"), method(1e-4).name());
  }

  /** The largest distance between two parameter arrays. */
  static double distance(Network a, Network b) {
    double largest = 0;
    for (int layer = 0; layer < a.architecture().parametricLayers().size(); layer++) {
      largest = Math.max(largest, a.weights(layer).distance2(b.weights(layer)));
      largest = Math.max(largest, a.bias(layer).distance2(b.bias(layer)));
    }
    return largest;
  }
}
