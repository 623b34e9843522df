package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.loss.MeanSquaredError;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.penalty.Powers;
import pathprox.training.History;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;
import pathprox.tutorial.spline.PiecewiseLinear;

class AdaptivePathProxTest extends MethodContract {
  /** What a rounding of float32 leaves of an objective. */
  private static final double SINGLE = 1e-5;

  private static final TrainingOptions OPTIONS =
      TrainingOptions.defaults().withIterations(300).withBatchSize(16).withRecordEvery(10);

  @Override
  Method method(double lambda) {
    return PathProx.recommended(lambda);
  }

  private static TrainingResult train(Method method, TrainingOptions options) {
    return Trainer.with(options).train(Problem.factorized(DataType.DOUBLE), Problem.data(), method);
  }

  @Test
  void train_withoutARate_takesItsOwnAndLetsItFall() {
    TrainingResult result = train(PathProx.recommended(0.01), OPTIONS);

    assertEquals(0.05, result.history().measurements().get(0).learningRate(), 1e-12);
    assertEquals(0, result.history().last().learningRate(), 1e-3);
    assertTrue(result.setting().startsWith("learning rate 0.05, the default of the method"));
  }

  @Test
  void train_rateGiven_isRespected() {
    TrainingResult result = train(PathProx.recommended(0.01), OPTIONS.withLearningRate(0.02));

    assertEquals(0.02, result.history().measurements().get(0).learningRate(), 1e-12);
  }

  @Test
  void train_strongPenalty_setsUnitsExactlyToZero() {
    int active = ActiveUnits.of(train(PathProx.recommended(0.03), OPTIONS).network());

    assertTrue(active > 0 && active < 24, "active units: " + active);
  }

  /** On a line, many knots come to lie beside the data: constants, and units at the threshold. */
  @Test
  void train_manyUnitsOnALine_endsWithActiveUnitsThatAreStrong() {
    TrainingOptions options =
        TrainingOptions.defaults()
            .withIterations(1000)
            .withBatchSize(32)
            .withLoss(new MeanSquaredError());
    Network start = Architecture.mlp(1, 200, 1).initialize(1, DataType.FLOAT);
    History history =
        Trainer.with(options)
            .train(start, PiecewiseLinear.split(1), PathProx.recommended(1e-3))
            .history();

    int strong = history.last().regularity().totalStrongUnits();
    assertEquals(strong, history.last().regularity().totalActiveUnits());
    assertTrue(strong > 0 && strong < 150, "strong units: " + strong);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1, 5})
  void train_anyRate_endsAtItsBestStateAndNeverAboveItsStart(double rate) {
    History history = train(PathProx.recommended(0.01), OPTIONS.withLearningRate(rate)).history();

    double start = history.objective(history.measurements().get(0));
    double end = history.objective(history.last());
    double best =
        history.measurements().stream().mapToDouble(history::objective).min().orElseThrow();
    assertTrue(end <= start, end + " against " + start);
    assertTrue(end <= 1.05 * best, end + " against " + best);
  }

  @Test
  void train_powers_areNamedAndSparser() {
    AdaptivePathProx powers = PathProx.recommended(0.01).withPenalty(Powers.of(0.01, 0.5));

    assertEquals("PathProx recommended λ=0.01, power 0.5", powers.name());
    assertTrue(
        ActiveUnits.of(train(powers, OPTIONS).network())
            < ActiveUnits.of(train(PathProx.recommended(0.01), OPTIONS).network()));
  }

  /** Training is resumed or repeated from the same network; nothing of it depends on its type. */
  @Test
  void train_inSinglePrecision_endsWhereDoublePrecisionDoes() {
    Network start = Problem.factorized(DataType.DOUBLE);
    Trainer trainer = Trainer.with(OPTIONS.withIterations(30));
    double wide = trainer.train(start, Problem.data(), method(0.01)).objective();
    double single =
        trainer.train(start.withType(DataType.FLOAT), Problem.data(), method(0.01)).objective();

    assertEquals(wide, single, SINGLE);
  }
}
