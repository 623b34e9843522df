package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.loss.MeanSquaredError;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.metrics.Regularity;
import pathprox.metrics.Score;
import pathprox.network.Architecture;
import pathprox.network.Network;

class TrainerTest {
  private static final Network START = Problem.factorized(DataType.DOUBLE);
  private static final Dataset DATA = Problem.data();
  private static final TrainingOptions OPTIONS = Problem.options();

  private static TrainingResult train(TrainingOptions options) {
    return Trainer.with(options).train(START, DATA, PathProx.of(0.01));
  }

  @Test
  void train_anyOptions_recordsFirstLastAndEveryKth() {
    TrainingResult result = train(OPTIONS.withIterations(25).withRecordEvery(10));

    assertEquals(
        List.of(0, 10, 20, 25),
        result.history().measurements().stream().map(Measurement::iteration).toList());
    assertEquals(Outcome.COMPLETED, result.outcome());
    assertEquals(25, result.iterations());
  }

  @Test
  void train_recordedRarelyOrOften_givesTheSameNetwork() {
    Network often = train(OPTIONS.withRecordEvery(1)).network();
    Network rarely = train(OPTIONS.withRecordEvery(1000)).network();

    assertEquals(often.weights(1), rarely.weights(1));
    assertEquals(often.bias(3), rarely.bias(3));
  }

  @Test
  void train_anotherSeed_takesAnotherPath() {
    assertFalse(
        train(OPTIONS)
            .network()
            .weights(0)
            .equals(train(OPTIONS.withSeed(1)).network().weights(0)));
  }

  @Test
  void train_start_isLeftAlone() {
    Network before = Problem.factorized(DataType.DOUBLE);
    train(OPTIONS);

    assertEquals(before.weights(0), START.weights(0));
  }

  @Test
  void train_lastRow_isWhatTheNetworkShows() {
    Split split = new Split(DATA.first(32), DATA.shuffled(3));
    TrainingResult result = Trainer.with(OPTIONS).train(START, split, PathProx.of(0.01));
    Measurement last = result.history().last();

    Score train = Score.of(result.network(), split.train(), new CrossEntropy());
    assertEquals(train.loss(), last.train().loss(), Tolerance.ROUNDING);
    assertEquals(train.accuracy(), last.train().accuracy());
    assertEquals(
        Score.of(result.network(), split.test(), new CrossEntropy()).accuracy(),
        last.test().accuracy());
    assertEquals(Regularity.of(result.network(), result.history().penalty()), last.regularity());
  }

  @Test
  void train_interrupted_returnsWhatWasDoneAndStaysInterrupted() {
    int stopAt = 7;
    LearningRate interrupting =
        iteration -> {
          if (iteration == stopAt) {
            Thread.currentThread().interrupt();
          }
          return 0.1;
        };

    TrainingResult result = train(OPTIONS.withLearningRate(interrupting).withRecordEvery(5));

    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertEquals(Outcome.INTERRUPTED, result.outcome());
    assertEquals(stopAt + 1, result.iterations());
    assertEquals(5, result.history().last().iteration());
    assertEquals(
        train(OPTIONS.withIterations(stopAt + 1)).network().weights(0),
        result.network().weights(0));
  }

  @Test
  void train_tooLargeALearningRate_stopsWithTheHistoryAndAdvice() {
    LearningRate exploding = LearningRate.stepped(0.1, 1e200, 20);

    TrainingDivergedException error =
        assertThrows(
            TrainingDivergedException.class,
            () -> train(OPTIONS.withLearningRate(exploding).withRecordEvery(10)));

    assertTrue(error.getMessage().contains("at iteration 2"), error.getMessage());
    assertTrue(error.getMessage().contains("lower the learning rate"), error.getMessage());
    TrainingResult kept = error.result();
    assertEquals(Outcome.DIVERGED, kept.outcome());
    assertEquals(20, kept.history().last().iteration());
    assertEquals(train(OPTIONS.withIterations(20)).network().weights(0), kept.network().weights(0));
  }

  @Test
  void train_scheduleThatReachesZero_restsFromThereOn() {
    LearningRate falling = LearningRate.cosine(0.1, 0, 20, 0);

    TrainingResult part = train(OPTIONS.withLearningRate(falling).withIterations(20));
    TrainingResult whole = train(OPTIONS.withLearningRate(falling).withIterations(30));

    assertEquals(30, whole.iterations());
    assertEquals(0, whole.history().last().learningRate());
    assertEquals(part.network().weights(0), whole.network().weights(0));
    assertEquals(part.network().bias(3), whole.network().bias(3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void train_scheduleThatGoesWrong_keepsTheHistory(double bad) {
    TrainingOptions options =
        OPTIONS.withLearningRate(iteration -> iteration < 20 ? 0.1 : bad).withRecordEvery(5);
    TrainingDivergedException error =
        assertThrows(TrainingDivergedException.class, () -> train(options));

    String expected =
        "the learning rate must be >= 0 and finite, was %s at iteration 20:".formatted(bad);
    assertTrue(error.getMessage().contains(expected), error.getMessage());
    assertEquals(20, error.result().history().last().iteration());
    assertEquals(
        train(OPTIONS.withIterations(20)).network().weights(0),
        error.result().network().weights(0));
  }

  @Test
  void train_scheduleThatIsWrongFromTheStart_isRefusedBeforeAnyStep() {
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> train(OPTIONS.withLearningRate(iteration -> Double.NaN)));

    assertEquals(
        "the learning rate must be >= 0 and finite, was NaN at iteration 0:"
            + " learning rate by a function of the iteration, as given",
        error.getMessage());
  }

  @Test
  void train_learningRate_isInTheReportWithItsOrigin() {
    TrainingOptions none = TrainingOptions.defaults().withIterations(3).withBatchSize(16);

    assertEquals("learning rate 0.1, the default of the method", train(none).setting());
    assertEquals("learning rate 0.3, as given", train(none.withLearningRate(0.3)).setting());
    assertTrue(
        train(none.withLearningRate(0.3)).toString().contains("\n  learning rate 0.3, as given\n"));
    assertEquals(
        train(none.withLearningRate(0.1)).network().weights(0), train(none).network().weights(0));
  }

  @Test
  void train_batchLargerThanTheData_takesAllSamples() {
    TrainingResult all = train(OPTIONS.withBatchSize(48));
    TrainingResult more = train(OPTIONS.withBatchSize(1000));

    assertEquals(all.network().weights(0), more.network().weights(0));
    assertEquals("learning rate 0.1, as given; the batch is all 48 samples", more.setting());
    assertEquals("learning rate 0.1, as given", train(OPTIONS).setting());
  }

  @Test
  void train_null_saysWhatIsMissing() {
    Trainer trainer = Trainer.with(OPTIONS);

    assertEquals(
        "the method must not be null",
        assertThrows(NullPointerException.class, () -> trainer.train(START, DATA, null))
            .getMessage());
    assertEquals(
        "the data must not be null",
        assertThrows(
                NullPointerException.class,
                () -> trainer.train(START, (Dataset) null, PathProx.of(0.1)))
            .getMessage());
  }

  @Test
  void train_noIterations_recordsTheStart() {
    TrainingResult result = train(OPTIONS.withIterations(0));

    assertEquals(1, result.history().measurements().size());
    assertEquals(START.weights(0), result.network().weights(0));
    assertEquals(Outcome.COMPLETED, result.outcome());
    assertTrue(Double.isNaN(result.history().last().batchLoss()));
  }

  /** What must be refused before any step, and a part of what is said. */
  record Refusal(String message, Network start, Dataset data, TrainingOptions options) {}

  static Stream<Refusal> refusals() {
    Dataset values =
        Dataset.regression(
            "values", Nd4j.zeros(DataType.DOUBLE, 48, 6), Nd4j.zeros(DataType.DOUBLE, 48, 1));
    return Stream.of(
        new Refusal(
            "clusters has 6 inputs a sample, the network takes 5",
            Architecture.mlp(5, 3, 2).initialize(1),
            DATA,
            OPTIONS),
        new Refusal(
            "clusters has 2 classes and needs as many outputs, the network has 1",
            Architecture.mlp(6, 3, 1).initialize(1),
            DATA,
            OPTIONS),
        new Refusal(
            "clusters has 2 classes and needs as many outputs, the network has 5",
            Architecture.mlp(6, 3, 5).initialize(1),
            DATA,
            OPTIONS),
        new Refusal(
            "class numbers to predict as numbers make a Dataset.regression",
            Architecture.mlp(6, 3, 1).initialize(1),
            DATA,
            OPTIONS.withLoss(new MeanSquaredError())),
        new Refusal(
            "such as MeanSquaredError",
            Architecture.mlp(6, 3, 1).initialize(1),
            Dataset.regression(
                "whole numbers",
                Nd4j.zeros(DataType.DOUBLE, 48, 6),
                Nd4j.ones(DataType.DOUBLE, 48, 1).mul(3)),
            OPTIONS),
        new Refusal(
            "as many outputs as targets, found 2 and 1",
            START,
            values,
            OPTIONS.withLoss(new MeanSquaredError())));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void train_whatDoesNotFit_saysExpectedAndFound(Refusal refusal) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Trainer.with(refusal.options)
                        .train(refusal.start, refusal.data, PathProx.of(0.1)))
            .getMessage();

    assertTrue(message.contains(refusal.message), message);
  }

  @Test
  void train_regression_fitsALineAndReportsBothLosses() {
    Dataset line =
        Dataset.regression(
            "line",
            Nd4j.linspace(DataType.DOUBLE, -1, 0.1, 21).reshape(21, 1),
            Nd4j.linspace(DataType.DOUBLE, -3, 0.3, 21).reshape(21, 1));
    Loss loss = new MeanSquaredError();
    Method method = new WeightDecay(1e-4).withMomentum(0.9);
    TrainingOptions options =
        TrainingOptions.defaults().withBatchSize(21).withLoss(loss).withLearningRate(0.02);

    TrainingResult result =
        Trainer.with(options)
            .train(
                Architecture.mlp(1, 16, 1).initialize(2, DataType.DOUBLE),
                new Split(line, line.first(5)),
                method);

    Measurement last = result.history().last();
    assertTrue(last.train().loss() < 1e-3 && last.test().loss() < 1e-3, result.toString());
    assertTrue(Double.isNaN(last.train().accuracy()));
    String losses = "\n  training %s\n  test %s".formatted(last.train(), last.test());
    assertTrue(result.toString().endsWith(losses), result.toString());
    assertFalse(result.toString().contains("accuracy"));
  }

  @Test
  void history_nothingRecorded_saysSoAndWhatToDo() {
    Thread.currentThread().interrupt();
    TrainingResult result = train(OPTIONS);
    assertTrue(Thread.interrupted());

    String message =
        "nothing was recorded: PathProx λ=0.01 was interrupted, diverged or failed before its first"
            + " record; ask measurements().isEmpty() first, or train again";
    assertEquals(
        message, assertThrows(IllegalStateException.class, result::objective).getMessage());
    History history = result.history();
    assertEquals(message, assertThrows(IllegalStateException.class, history::last).getMessage());
    assertEquals(message, assertThrows(IllegalStateException.class, history::best).getMessage());
    assertTrue(result.toString().contains("interrupted after 0 iterations"), result.toString());
  }
}
