package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.Tolerance;
import pathprox.data.Examples;
import pathprox.loss.CrossEntropy;
import pathprox.network.LayerParameters;
import pathprox.network.Network;
import pathprox.network.WorkingCopy;
import pathprox.penalty.SquaredNorm;
import pathprox.tensor.Matrix;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class InertiaTest {
  private static final double RATE = 0.1;
  private final Examples examples = Examples.of(Problem.data(), DataType.DOUBLE);

  private WorkingCopy network() {
    return new WorkingCopy(Problem.withUnpairedLayer(DataType.DOUBLE));
  }

  private Matrix outputGradient(WorkingCopy network) {
    Matrix outputs = network.forward(examples.inputs());
    Matrix gradient = Matrix.zeros(DataType.DOUBLE, outputs.rows(), outputs.columns());
    new CrossEntropy().gradient(outputs, examples.targets(), gradient);
    return gradient;
  }

  private static List<Descended> all(WorkingCopy network) {
    Descended.Builder parameters = new Descended.Builder();
    for (LayerParameters layer : network.parameters()) {
      parameters.add(layer, new SquaredNorm(0.01), new SquaredNorm(0));
    }
    return parameters.build();
  }

  /** Without inertia both are plain descent. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.9})
  void inertialDescent_constantRate_isHeavyBallMomentum(double inertia) {
    WorkingCopy inertial = network();
    WorkingCopy heavyBall = network();
    InertialDescent descent = new InertialDescent(inertial, all(inertial));
    GradientDescent momentum = new GradientDescent(heavyBall, all(heavyBall), inertia);
    for (int step = 0; step < 20; step++) {
      descent.take(outputGradient(inertial), RATE, inertia);
      momentum.take(outputGradient(heavyBall), RATE);
    }

    double distance = MethodContract.distance(inertial.snapshot(), heavyBall.snapshot());
    assertEquals(0, distance, Tolerance.ROUNDING);
  }

  @Test
  void step_afterAJumpOfTheLoss_goesBackToWhatWasSaved() {
    Network start = Problem.factorized(DataType.DOUBLE);
    WorkingCopy network = new WorkingCopy(start);
    Step step =
        PathProx.of(1).withInertia(Inertia.of(0.9)).prepare(network, Task.of(1000)); // warm at once
    step.take(0.1, outputGradient(network), 0.001);
    step.take(0.1, outputGradient(network), 0.001);
    double moved = MethodContract.distance(start, network.snapshot());

    step.take(1e6, outputGradient(network), 0.001);

    assertTrue(moved > 0);
    assertEquals(0, MethodContract.distance(start, network.snapshot()));
    assertEquals(0.5, step.rateInUse(1));
    step.take(0.1, outputGradient(network), 0.001);
    assertTrue(MethodContract.distance(start, network.snapshot()) > 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 0.95})
  void train_withInertia_isAheadOfTheSameMethodWithout(double factor) {
    PathProx plain = PathProx.of(0.01).withFunctionPreservingNormalization();
    TrainingOptions options = Problem.options().withIterations(800);
    Network start = Problem.factorized(DataType.DOUBLE);
    TrainingResult without = Trainer.with(options).train(start, Problem.data(), plain);
    TrainingResult with =
        Trainer.with(options)
            .train(start, Problem.data(), plain.withInertia(new Inertia(factor, 50)));

    assertTrue(with.objective() < without.objective(), with + "\n" + without);
  }

  @Test
  void train_weightDecayWithInertia_isAheadToo() {
    TrainingOptions options = Problem.options().withIterations(800);
    Network start = Problem.factorized(DataType.DOUBLE);
    Method plain = new WeightDecay(0.01);
    Method inertial = new WeightDecay(0.01).withInertia(Inertia.of(0.9));
    double without = Trainer.with(options).train(start, Problem.data(), plain).objective();
    double with = Trainer.with(options).train(start, Problem.data(), inertial).objective();

    assertTrue(with < without, with + " against " + without);
  }

  @Test
  void recommended_isNamedWithItsOptions() {
    assertEquals(
        "PathProx λ=1e-4, inertia 0.95, working set checked every 50 steps",
        PathProx.recommended(1e-4).name());
    assertEquals(
        "weight decay λ=1e-4, inertia 0.9",
        new WeightDecay(1e-4).withInertia(Inertia.of(0.9)).name());
  }

  @Test
  void options_thatDoNotGoTogether_areRefused() {
    Inertia inertia = Inertia.of(0.9);
    String both =
        assertThrows(
                IllegalArgumentException.class,
                () -> PathProx.of(0.1).withMomentum(0.5).withInertia(inertia))
            .getMessage();
    assertEquals("momentum 0.5 and inertia 0.9 do the same, give one of them", both);
    assertThrows(
        IllegalArgumentException.class,
        () -> new WeightDecay(0.1).withMomentum(0.5).withInertia(inertia));
    PathProx published = PathProx.of(0.1);
    String jumps =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new PathProx(
                        0.1,
                        0,
                        true,
                        false,
                        WorkingSet.exact(),
                        Normalization.PUBLISHED,
                        inertia,
                        published.penalty()))
            .getMessage();
    assertTrue(jumps.endsWith("expected: FUNCTION_PRESERVING"), jumps);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void constructor_factorOutOfRange_isRefused(double factor) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Inertia.of(factor)).getMessage();
    assertEquals("inertia must be >= 0 and < 1, was " + factor, message);
    assertThrows(IllegalArgumentException.class, () -> new Inertia(0.5, 0));
  }
}
