package pathprox.lasting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.CropAndFlip;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.loss.CrossEntropy;
import pathprox.loss.MeanSquaredError;
import pathprox.matrix.RandomNumbers;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.UnitTarget;
import pathprox.method.WeightDecay;
import pathprox.method.WorkingSet;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.Shape;
import pathprox.penalty.Mcp;
import pathprox.training.LearningRate;
import pathprox.training.Measurement;
import pathprox.training.Trainer;
import pathprox.training.TrainingDivergedException;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/** A short training in which much happens: units die and come back, steps are undone. */
record Endurance(Network start, Split data, TrainingOptions options, Method method) {
  static final int ITERATIONS = 150;
  private static final int SAMPLES = 60;
  private static final int PIXELS = 36;

  private static final List<Method> METHODS =
      List.of(
          new WeightDecay(1e-3),
          new WeightDecay(1e-3).withMomentum(0.5).withRegularizedBias(),
          PathProx.of(0.02),
          PathProx.of(0.05).withWorkingSet(WorkingSet.lazy(3)),
          PathProx.of(0.02).withMomentum(0.5).withoutLayerBalancing(),
          PathProx.of(0.02).withRegularizedBias().withWorkingSet(WorkingSet.off()),
          PathProx.of(0.02).withFunctionPreservingNormalization(),
          PathProx.of(0.02).withPenalty(new Mcp(0.02, 3)),
          PathProx.recommended(1e-3),
          PathProx.recommended(0.03).withWorkingSet(WorkingSet.exact()),
          PathProx.recommended(0.01).withPenalty(new Mcp(0.01, 3)),
          PathProx.recommended(1e-3).withUnits(UnitTarget.share(0.25)));

  static int kinds() {
    return METHODS.size() * 2 * 2;
  }

  /** One of each method, of dense and convolutional networks, and of types; the rest by chance. */
  static Endurance of(int kind, Random random) {
    Method method = METHODS.get(kind % METHODS.size());
    boolean images = kind / METHODS.size() % 2 == 1;
    DataType type = kind / METHODS.size() / 2 % 2 == 0 ? DataType.FLOAT : DataType.DOUBLE;
    boolean classes = images || random.nextInt(3) > 0;
    Network start = (images ? convolutional() : dense(random)).initialize(random.nextInt(9), type);
    return new Endurance(start, data(classes), options(random, images, classes), method);
  }

  private static Architecture convolutional() {
    return Architecture.vgg(Shape.of(1, 6, 6), 2, List.of(List.of(6, 7), List.of(5)));
  }

  private static Architecture dense(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Architecture.factorizedMlp(PIXELS, 12, 2, 2);
      case 1 -> Architecture.mlp(PIXELS, 10, 8, 2);
      default -> Architecture.mlp(PIXELS, 30, 2);
    };
  }

  /** Images with a border that is 0, so that inputs are left out, and two noisy classes. */
  private static Split data(boolean classification) {
    RandomNumbers random = RandomNumbers.of(4, "endurance", 0);
    INDArray features = Nd4j.zeros(DataType.FLOAT, SAMPLES, PIXELS);
    INDArray targets = Nd4j.zeros(DataType.FLOAT, SAMPLES, 2);
    int[] classes = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      classes[i] = i % 2;
      for (int j = 6; j < 30; j++) {
        features.putScalar(i, j, random.nextGaussian() + (classes[i] == 0 ? -0.4 : 0.4));
      }
      targets.putScalar(i, 0, features.getFloat(i, 8) * features.getFloat(i, 9));
      targets.putScalar(i, 1, 2 + random.nextGaussian());
    }
    Dataset data =
        classification
            ? Dataset.classification("two", features, classes, List.of("left", "right"))
            : Dataset.regression("numbers", features, targets);
    Dataset images = data.withSampleShape(1, 6, 6);
    return new Split(images.first(40), images.rows(IntStream.range(40, SAMPLES).toArray()));
  }

  private static TrainingOptions options(Random random, boolean images, boolean classes) {
    TrainingOptions options =
        TrainingOptions.defaults()
            .withIterations(ITERATIONS)
            .withBatchSize(List.of(7, 16, 40).get(random.nextInt(3)))
            .withRecordEvery(1 + random.nextInt(20))
            .withSeed(random.nextInt())
            .withLoss(classes ? new CrossEntropy() : new MeanSquaredError());
    options = random.nextInt(3) == 0 ? options.withoutShuffling() : options;
    options = random.nextInt(4) == 0 ? options.measuringOptimality() : options;
    options = random.nextInt(3) == 0 ? options.stoppingEarly(1 + random.nextInt(6)) : options;
    options =
        images && random.nextBoolean()
            ? options.withAugmentation(new CropAndFlip(6, 6, 1, List.of(0.0)))
            : options;
    return switch (random.nextInt(5)) {
      case 0 -> options.withLearningRate(LearningRate.stepped(0.1, 0.5, 40, 90));
      case 1 -> options.withLearningRate(LearningRate.cosine(0.2, 10, ITERATIONS, 0));
      case 2 -> options.withLearningRate(2); // much too large: steps are undone, or it diverges
      default -> options;
    };
  }

  Trainer trainer() {
    return Trainer.with(options);
  }

  /** Its result in one go; also of a divergence. */
  TrainingResult run(Trainer trainer) {
    try {
      return trainer.train(start, data, method);
    } catch (TrainingDivergedException e) {
      return e.result();
    }
  }

  /** The same bits in everything but the time. */
  static void assertSame(TrainingResult expected, TrainingResult found, String what) {
    assertEquals(expected.outcome(), found.outcome(), what);
    assertEquals(expected.iterations(), found.iterations(), what);
    assertEquals(expected.network().fingerprint(), found.network().fingerprint(), what);
    assertEquals(expected.setting(), found.setting(), what);
    assertEquals(expected.diagnosis(), found.diagnosis(), what);
    assertEquals(expected.parameters(), found.parameters(), what);
    assertArrayEquals(rows(expected), rows(found), what);
  }

  private static Object[] rows(TrainingResult result) {
    return result.history().measurements().stream().map(Endurance::withoutSeconds).toArray();
  }

  private static Measurement withoutSeconds(Measurement row) {
    return new Measurement(
        row.iteration(),
        0,
        row.learningRate(),
        row.undoneSteps(),
        row.batchLoss(),
        row.train(),
        row.test(),
        row.regularity(),
        row.optimality());
  }

  @Override
  public String toString() {
    return Stream.of(method.name(), start.architecture().line(), start.type(), options)
        .map(Object::toString)
        .reduce((all, each) -> all + "; " + each)
        .orElseThrow();
  }
}
