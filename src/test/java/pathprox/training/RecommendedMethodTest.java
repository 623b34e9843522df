package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Augmentation;
import pathprox.data.Dataset;
import pathprox.data.Digits;
import pathprox.data.Mnist;
import pathprox.data.Split;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.loss.MeanSquaredError;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;

/**
 * Problems on which a method that judges batches by other batches stays at its start, falls to
 * chance or is left behind: small and single batches, heavy tails, outliers, deep networks, targets
 * of any scale, random changes of images. Each is trained with no option chosen, and ends below
 * published PathProx and weight decay at the rate that stands beside it.
 */
class RecommendedMethodTest {
  private static final Path WINES = Path.of("notebooks/data/wine.csv");
  private static final int SAMPLES = 200;

  /** A training, and a learning rate at which the rivals do well. */
  record Case(
      String name,
      Network start,
      Split data,
      Loss loss,
      int batch,
      int iterations,
      double lambda,
      double rate) {
    TrainingResult train(Method method) {
      return Trainer.with(options()).train(start, data, method);
    }

    TrainingOptions options() {
      return TrainingOptions.defaults()
          .withIterations(iterations)
          .withBatchSize(batch)
          .withLoss(loss)
          .withRecordEvery(iterations / 10)
          .withSeed(3);
    }

    double objectiveOf(Method method) {
      try {
        return Trainer.with(options().withLearningRate(rate))
            .train(start, data, method)
            .objective();
      } catch (TrainingDivergedException diverged) {
        return Double.POSITIVE_INFINITY;
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Split wines = Dataset.regressionFromCsv(WINES, "color_intensity").split(0.8, 1).standardized();
    Split digits = Digits.split(1);
    ToDoubleBiFunction<double[], RandomNumbers> smooth =
        (x, random) -> Math.sin(2 * x[0]) + x[1] * x[2] + 0.1 * random.nextGaussian();
    ToDoubleBiFunction<double[], RandomNumbers> logNormal =
        (x, random) -> Math.exp(1.5 * x[0]) + 0.1 * random.nextGaussian();
    ToDoubleBiFunction<double[], RandomNumbers> outliers =
        (x, random) -> smooth.applyAsDouble(x, random) + (random.nextInt(20) == 0 ? 20 : 0);
    ToDoubleBiFunction<double[], RandomNumbers> large =
        (x, random) -> 203 + 139 * smooth.applyAsDouble(x, random);
    return Stream.of(
        regression("wine color, not scaled", wines, 32, 10, 3000, 0.01),
        regression("batches of 1", table(smooth), 50, 1, 4000, 0.01),
        regression("log-normal targets", table(logNormal), 50, 20, 2000, 0.003),
        regression("outliers", table(outliers), 50, 20, 2000, 0.01),
        regression("targets 203 ± 139", table(large), 50, 20, 2000, 1e-5),
        regression("full batch", table(smooth), 50, SAMPLES, 1000, 0.1),
        classification("digits, batches of 4", digits, new int[] {64, 100, 10}, 4, 4000, 1e-3, 0.1),
        classification("digits, λ = 0", digits, new int[] {64, 50, 10}, 50, 500, 0, 0.3),
        classification(
            "8 layers",
            digits,
            new int[] {64, 50, 50, 50, 50, 50, 50, 50, 10},
            100,
            1500,
            1e-3,
            0.1));
  }

  private static Case regression(
      String name, Split data, int width, int batch, int iterations, double rate) {
    Network start = Architecture.mlp(data.train().inputs(), width, 1).initialize(3);
    return new Case(name, start, data, new MeanSquaredError(), batch, iterations, 1e-3, rate);
  }

  private static Case classification(
      String name, Split data, int[] sizes, int batch, int iterations, double lambda, double rate) {
    Network start = Architecture.mlp(sizes).initialize(3);
    return new Case(name, start, data, new CrossEntropy(), batch, iterations, lambda, rate);
  }

  private static Split table(ToDoubleBiFunction<double[], RandomNumbers> target) {
    RandomNumbers random = RandomNumbers.of(5, "table", 0);
    double[][] inputs = new double[2 * SAMPLES][4];
    double[][] targets = new double[2 * SAMPLES][1];
    for (int i = 0; i < inputs.length; i++) {
      for (int j = 0; j < inputs[i].length; j++) {
        inputs[i][j] = random.nextGaussian();
      }
      targets[i][0] = target.applyAsDouble(inputs[i], random);
    }
    Dataset all =
        Dataset.regression("table", Nd4j.createFromArray(inputs), Nd4j.createFromArray(targets))
            .withType(DataType.FLOAT);
    return all.split(0.5, 1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void recommended_withNothingChosen_endsBelowItsRivalsAndAtItsBest(Case example) {
    TrainingResult result = example.train(PathProx.recommended(example.lambda));
    double published = example.objectiveOf(PathProx.of(example.lambda));
    double decay = example.objectiveOf(new WeightDecay(example.lambda));

    assertEquals(Outcome.COMPLETED, result.outcome(), result.toString());
    assertTrue(
        result.objective() <= 1.05 * Math.min(published, decay),
        "%.5g against %.5g published, %.5g weight decay"
            .formatted(result.objective(), published, decay));
    assertTrue(result.objective() <= 1.05 * result.history().objective(result.history().best()));
  }

  /** Whatever the scale of inputs and targets, the same function is learned as well. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 1, 1e5})
  void recommended_targetsOfAnyScale_explainsThem(double scale) {
    Split data =
        table((x, random) -> scale * (10 + Math.sin(2 * x[0]) + 0.1 * random.nextGaussian()));
    Case example = regression("scaled", data, 50, 20, 1500, 0.01);
    Network start = example.start();
    TrainingResult result =
        Trainer.with(example.options()).train(start, data, PathProx.recommended(1e-3 * scale));

    double variance = data.test().targets().varNumber().doubleValue();
    double explained = 1 - result.history().last().test().loss() / variance;
    assertTrue(explained > 0.85, "R² on new samples: " + explained);
  }

  /** Images that are moved by up to two pixels in each batch: it once fell back to chance. */
  @Test
  @Tag("slow")
  void recommended_movedImages_staysFarAboveChance() {
    Network start = Architecture.factorizedMlp(784, 100, 3, 10).initialize(1);
    Split data = Mnist.subset(100);
    TrainingOptions options =
        TrainingOptions.defaults().withIterations(1500).withAugmentation(new Moved());
    TrainingResult result = Trainer.with(options).train(start, data, PathProx.recommended(1e-3));

    assertTrue(result.history().last().test().accuracy() > 0.9, result.toString());
  }

  /** Moves images of 28×28 by up to two pixels each way. */
  private record Moved() implements Augmentation {
    @Override
    public void check(Dataset dataset) {}

    @Override
    public void apply(Matrix samples, RandomNumbers random, Matrix changed) {
      for (int row = 0; row < samples.rows(); row++) {
        int down = random.nextInt(5) - 2;
        int right = random.nextInt(5) - 2;
        for (int pixel = 0; pixel < samples.columns(); pixel++) {
          int y = pixel / 28 + down;
          int x = pixel % 28 + right;
          boolean isInside = y >= 0 && y < 28 && x >= 0 && x < 28;
          changed.set(row, pixel, isInside ? samples.get(row, y * 28 + x) : 0);
        }
      }
    }
  }
}
