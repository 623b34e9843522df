package pathprox.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Split;
import pathprox.loss.MeanSquaredError;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.network.Network;
import pathprox.parallel.Threads;
import pathprox.training.LearningRate;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class CrossValidationTest {
  private static final Network START = Problem.factorized(DataType.FLOAT);
  private static final TrainingOptions OPTIONS =
      Problem.options().withIterations(40).withRecordEvery(20);
  private static final List<Split> FOLDS = Problem.data().withType(DataType.FLOAT).folds(3, 1);
  private static final Method[] METHODS = {PathProx.of(0.1), new WeightDecay(0.01)};
  private static final CrossValidation BOTH = CrossValidation.of(METHODS);

  private final int before = Threads.count();

  @AfterEach
  void restore() {
    Threads.use(before);
    assertFalse(Thread.interrupted(), "left interrupted");
  }

  private static int[] threads() {
    return Runtime.getRuntime().availableProcessors() > 1 ? new int[] {1, 2} : new int[] {1};
  }

  private static void assertSameBits(Network expected, Network found) {
    for (int layer = 0; layer < expected.architecture().parametricLayers().size(); layer++) {
      assertArrayEquals(
          expected.weights(layer).data().asFloat(), found.weights(layer).data().asFloat());
      assertArrayEquals(expected.bias(layer).data().asFloat(), found.bias(layer).data().asFloat());
    }
  }

  @Test
  void train_onAnyNumberOfThreads_isWhatTheTrainerGivesOneByOne() {
    Trainer trainer = Trainer.with(OPTIONS);
    for (int threads : threads()) {
      Threads.use(threads);
      CrossValidationResult result = BOTH.train(trainer, START, FOLDS);
      assertEquals(2, result.results().size());
      for (int method = 0; method < 2; method++) {
        assertEquals(3, result.results().get(method).size());
        for (int fold = 0; fold < 3; fold++) {
          TrainingResult alone = trainer.train(START, FOLDS.get(fold), METHODS[method]);
          TrainingResult found = result.results().get(method).get(fold);
          assertEquals(alone.history().run(), found.history().run());
          assertEquals(alone.objective(), found.objective());
          assertEquals(alone.history().last().test(), found.history().last().test());
          assertSameBits(alone.network(), found.network());
        }
      }
    }
  }

  /** The eighth training, the second fold of the third method, interrupts its thread. */
  @Test
  void train_interruptedOnOneThread_keepsTheMethodsThatAreComplete() {
    Threads.use(1);
    CrossValidationResult result =
        CrossValidation.over(Lambdas.of(0.3, 0.1, 0.03, 0.01)).train(interrupting(8), START, FOLDS);

    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertEquals(
        List.of(0.3, 0.1),
        result.errors().stream().map(CrossValidationResult.Error::lambda).toList());
  }

  private static Trainer interrupting(int training) {
    AtomicInteger begun = new AtomicInteger();
    LearningRate rate =
        iteration -> {
          if (iteration == 10 && begun.incrementAndGet() == training) {
            Thread.currentThread().interrupt();
          }
          return 0.1;
        };
    return Trainer.with(OPTIONS.withLearningRate(rate));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void train_interruptedOnSeveralThreads_saysSoAndHasWholeMethodsOnly(int training) {
    Threads.use(threads()[threads().length - 1]);
    CrossValidationResult result =
        CrossValidation.over(Lambdas.of(0.3, 0.1, 0.03, 0.01))
            .train(interrupting(training), START, FOLDS);

    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertTrue(result.results().size() < 4, "all are complete");
    result.results().stream()
        .flatMap(List::stream)
        .forEach(each -> assertTrue(each.outcome().isWhole(), each::toString));
  }

  @Test
  void train_onAnInterruptedThread_isEmpty() {
    Thread.currentThread().interrupt();
    CrossValidationResult result = BOTH.train(Trainer.with(OPTIONS), START, FOLDS);

    assertTrue(Thread.interrupted());
    assertEquals(List.of(), result.results());
  }

  @Test
  void train_oneMethodDiverges_isNaNAndNotChosen() {
    TrainingOptions options =
        OPTIONS.withRecordEvery(40).withLearningRate(LearningRate.stepped(0.1, 1e200, 30));
    CrossValidationResult result = BOTH.train(Trainer.with(options), START, FOLDS);

    assertEquals(2, result.results().size());
    result.errors().forEach(error -> assertTrue(Double.isNaN(error.loss()), error::toString));
    assertThrows(IllegalStateException.class, result::best);
  }

  @Test
  void train_oneFoldOrNoMethod_isRefused() {
    assertEquals(
        "cross-validation needs two folds or more, found 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> BOTH.train(Trainer.with(OPTIONS), START, FOLDS.subList(0, 1)))
            .getMessage());
    assertThrows(IllegalArgumentException.class, CrossValidation::of);
  }

  /** The first exception of a member is that of the whole, which leaves nothing running. */
  @Test
  void train_lossThatDoesNotFit_areRefusedAsByTheTrainer() {
    Trainer trainer = Trainer.with(OPTIONS.withLoss(new MeanSquaredError()));
    String alone =
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer.train(START, FOLDS.get(0), METHODS[0]))
            .getMessage();
    assertEquals(
        alone,
        assertThrows(IllegalArgumentException.class, () -> BOTH.train(trainer, START, FOLDS))
            .getMessage());
  }

  @Test
  void toString_ofTwoMethods_namesThem() {
    assertEquals("cross-validation of PathProx λ=0.1, weight decay λ=0.01", BOTH.toString());
  }
}
