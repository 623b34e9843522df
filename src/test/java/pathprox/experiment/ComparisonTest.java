package pathprox.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.loss.MeanSquaredError;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.LearningRate;
import pathprox.training.Measurement;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class ComparisonTest {
  private static final Network START = Problem.factorized(DataType.FLOAT);
  private static final TrainingOptions OPTIONS =
      Problem.options().withIterations(40).withRecordEvery(20);
  private static final Comparison BOTH = Comparison.of(new WeightDecay(0.1), PathProx.of(0.1));

  @Test
  void train_twoMethods_areThoseOfTheTrainer() {
    Trainer trainer = Trainer.with(OPTIONS);
    ComparisonResult both = BOTH.train(trainer, START, Problem.data());

    TrainingResult alone = trainer.train(START, Problem.data(), PathProx.of(0.1));
    assertEquals(alone.objective(), both.of("PathProx λ=0.1").objective());
    assertEquals(
        List.of("weight decay λ=0.1", "PathProx λ=0.1"), both.table().stringColumn("run").asList());
    assertEquals(
        2 * alone.history().measurements().size(), both.history().rowCount(), "rows of both");
    assertEquals(2, both.objective().data().size());
    assertEquals(2, both.activeUnits().data().size());
    assertEquals(2, both.accuracy().data().size(), "there is no test set");
    assertTrue(both.toString().startsWith("comparison of 2 trainings\n  weight decay λ=0.1"));
  }

  @Test
  void train_interrupted_keepsTheResultsSoFar() {
    int[] calls = {0};
    LearningRate interrupting =
        iteration -> {
          if (iteration == 33 && ++calls[0] == 2) {
            Thread.currentThread().interrupt();
          }
          return 0.1;
        };
    Comparison three = Comparison.of(new WeightDecay(0.1), PathProx.of(0.1), new WeightDecay(0.2));
    ComparisonResult result =
        three.train(Trainer.with(OPTIONS.withLearningRate(interrupting)), START, Problem.data());

    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertEquals(
        List.of("completed", "interrupted"), result.table().stringColumn("outcome").asList());
    assertEquals(34, result.results().get(1).iterations());
    assertEquals(2, result.objective().data().size());
  }

  @Test
  void toString_regression_hasTheLossesOfBothSets() {
    Dataset line =
        Dataset.regression(
            "line",
            Nd4j.linspace(DataType.FLOAT, -1, 0.1, 20).reshape(20, 1),
            Nd4j.linspace(DataType.FLOAT, -1, 0.1, 20).reshape(20, 1));
    TrainingOptions options = OPTIONS.withBatchSize(20).withLoss(new MeanSquaredError());
    ComparisonResult result =
        BOTH.train(
            Trainer.with(options),
            Architecture.mlp(1, 8, 1).initialize(1),
            new Split(line, line.first(5)));

    Measurement last = result.of("PathProx λ=0.1").history().last();
    String losses =
        String.format(
            Locale.ROOT,
            ", training loss %.4g, test loss %.4g",
            last.train().loss(),
            last.test().loss());
    assertTrue(result.toString().contains(losses), result.toString());
  }

  @Test
  void train_oneDiverges_isAResult() {
    TrainingOptions options = OPTIONS.withLearningRate(LearningRate.stepped(0.1, 1e200, 30));
    ComparisonResult result = BOTH.train(Trainer.with(options), START, Problem.data());

    assertEquals(List.of("diverged", "diverged"), result.table().stringColumn("outcome").asList());
  }

  @Test
  void of_sameMethodTwice_isRefusedBeforeAnyStep() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Comparison.of(PathProx.of(0.1), PathProx.of(0.1)))
            .getMessage();
    assertTrue(message.contains("two runs are named 'PathProx λ=0.1'"), message);
    assertThrows(IllegalArgumentException.class, Comparison::of);
  }

  @Test
  void of_unknownRun_saysWhichThereAre() {
    ComparisonResult result = BOTH.train(Trainer.with(OPTIONS), START, Problem.data());
    String message =
        assertThrows(IllegalArgumentException.class, () -> result.of("SGD")).getMessage();
    assertTrue(message.contains("[weight decay λ=0.1, PathProx λ=0.1]"), message);
  }
}
