package pathprox.benchmark.convergence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pathprox.tensor.Threads;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

/** What is measured is what a user gets: {@code ./mvnw test -Pbenchmark -Dtest=CurveRunTest}. */
class CurveRunTest {
  private static final int ITERATIONS = 40;
  private static final int SEED = 3;

  @ParameterizedTest
  @EnumSource(Problem.class)
  void advance_againstTheTrainer_givesTheSameRecord(Problem problem) {
    Threads.use(1);
    CurveRun run = new Order(problem, MethodKind.RECOMMENDED, SEED, null, 0, 0).start();
    run.advance(0);
    Point point = run.advance(ITERATIONS);

    History history = trained(problem);
    Measurement expected = history.last();
    assertEquals(expected.iteration(), point.iteration());
    assertEquals(history.objective(expected), point.objective());
    assertEquals(expected.train().loss(), point.loss());
    assertEquals(expected.test().loss(), point.testLoss());
    assertEquals(expected.regularity().totalActiveUnits(), point.active());
  }

  private static History trained(Problem problem) {
    TrainingOptions options =
        TrainingOptions.defaults()
            .withIterations(ITERATIONS)
            .withBatchSize(problem.batchSize())
            .withLearningRate(problem.rate())
            .withLoss(problem.loss())
            .withSeed(SEED);
    return Trainer.with(options)
        .train(
            problem.architecture().initialize(SEED),
            problem.data(SEED),
            ConvergenceMethods.recommended(problem.lambda()))
        .history();
  }
}
