package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.loss.MeanSquaredError;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.penalty.Powers;

/** Trainings that cannot go well, and what is said about them. */
class DiagnosisTest {
  private static final Dataset DATA = Problem.data();
  private static final Network TWO_PAIRS = Problem.factorized(DataType.FLOAT);
  private static final Network ONE_PAIR = Architecture.mlp(6, 16, 2).initialize(3);
  private static final TrainingOptions OPTIONS = Problem.options();

  private static Dataset features(double factor) {
    return Dataset.classification(
        "large", DATA.features().mul(factor), DATA.classes(), DATA.classNames());
  }

  private static Dataset targets(double mean, double deviation) {
    INDArray inputs = Nd4j.linspace(DataType.DOUBLE, -1.7, 3.4 / 59, 60).reshape(60, 1);
    return Dataset.regression("values", inputs, inputs.mul(deviation).add(mean));
  }

  private static Network withWeights(Network network, double value) {
    int layers = network.architecture().parametricLayers().size();
    return new Network(
        network.architecture(),
        IntStream.range(0, layers).mapToObj(i -> network.weights(i).assign(value)).toList(),
        IntStream.range(0, layers).mapToObj(network::bias).toList());
  }

  /** A training that cannot go well, and a part of what must be said. */
  record Case(String cause, Network start, Dataset data, Method method, TrainingOptions options) {
    TrainingResult result() {
      try {
        return Trainer.with(options).train(start, data, method);
      } catch (TrainingDivergedException e) {
        assertTrue(e.getMessage().endsWith(e.result().diagnosis().orElseThrow()), e.getMessage());
        return e.result();
      }
    }
  }

  static Stream<Case> cases() {
    TrainingOptions squares = OPTIONS.withLoss(new MeanSquaredError()).withIterations(300);
    Network line = Architecture.mlp(1, 16, 1).initialize(2);
    return Stream.of(
        new Case(
            "the target 'y' has mean 152 and standard deviation 76.8 where about 0 and 1 are expected;"
                + " train on (y − mean)/deviation, or by Model.fit",
            line,
            targets(152, 77),
            PathProx.of(1e-3),
            squares),
        new Case(
            "the target 'y' has mean 152 and standard deviation 76.8",
            line,
            targets(152, 77),
            new WeightDecay(1e-3),
            squares),
        new Case("the feature 'x", ONE_PAIR, features(1e38), PathProx.of(1e-3), OPTIONS),
        new Case("the feature 'x", ONE_PAIR, features(1e4), new WeightDecay(0), OPTIONS),
        new Case(
            "all weights of layer 0 are 0 at the start",
            withWeights(ONE_PAIR, 0),
            DATA,
            PathProx.of(1e-3),
            OPTIONS),
        new Case(
            "all weights of layer 0 are 0 at the start",
            withWeights(TWO_PAIRS, 0),
            DATA,
            PathProx.of(1e-3),
            OPTIONS),
        new Case(
            "the squares of the weights at the start overflow FLOAT",
            ONE_PAIR.rescaled(0, DoubleStream.generate(() -> 1e25).limit(16).toArray()),
            DATA,
            new WeightDecay(1e-3),
            OPTIONS),
        new Case("(LambdaMax) no unit lives", ONE_PAIR, DATA, PathProx.of(5), OPTIONS),
        new Case(
            "λ = 5.0 left no active unit in pair 1",
            ONE_PAIR,
            DATA,
            PathProx.of(5).withPenalty(Powers.of(5, 0.5)),
            OPTIONS),
        new Case("λ = 5.0 left no active unit in pair 1", TWO_PAIRS, DATA, PathProx.of(5), OPTIONS),
        new Case(
            "λ = 1000.0 left no active unit in pair 1",
            TWO_PAIRS,
            DATA,
            PathProx.of(1000),
            OPTIONS),
        new Case(
            "λ = 1000.0 left no active unit in pair 2, where at the start units grow only below",
            TWO_PAIRS,
            DATA,
            PathProx.of(1000),
            OPTIONS.withRecordEvery(100)),
        new Case(
            "λ = 1.0, at which every unit of pair 1 shrinks from the start on, as from about 0.101",
            TWO_PAIRS,
            DATA,
            PathProx.of(1),
            OPTIONS),
        new Case(
            "lower the learning rate",
            ONE_PAIR,
            DATA,
            new WeightDecay(0.1),
            OPTIONS.withLearningRate(100)),
        new Case(
            "lower the learning rate",
            TWO_PAIRS,
            DATA,
            new WeightDecay(0.1),
            OPTIONS.withLearningRate(100)),
        new Case(
            "lower the learning rate",
            ONE_PAIR,
            DATA,
            PathProx.of(1e-3),
            OPTIONS.withLearningRate(100)),
        new Case(
            "lower the learning rate",
            TWO_PAIRS,
            DATA,
            PathProx.of(1e-3),
            OPTIONS.withLearningRate(100)),
        new Case(
            "lower the learning rate",
            TWO_PAIRS,
            DATA,
            new WeightDecay(1e-3),
            OPTIONS.withLearningRate(100)),
        new Case("too low", TWO_PAIRS, DATA, new WeightDecay(0), OPTIONS.withLearningRate(1e-12)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void train_whatCannotGoWell_saysTheLikelyCause(Case broken) {
    TrainingResult result = broken.result();
    String diagnosis = result.diagnosis().orElse("");
    assertTrue(diagnosis.contains("; likely cause: "), result.toString());
    assertTrue(diagnosis.contains(broken.cause), diagnosis);
    assertTrue(
        result.outcome() == Outcome.STALLED || result.outcome() == Outcome.DIVERGED,
        result.toString());
    assertTrue(result.toString().contains("\n  " + diagnosis + "\n"), result.toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void train_startIsNotFinite_isRefusedBeforeAnyStep(double value) {
    Network broken = withWeights(TWO_PAIRS, value);
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Trainer.with(OPTIONS).train(broken, DATA, PathProx.of(0.1)));

    String expected = "must start from finite parameters, the weights of layer 0 hold " + value;
    assertTrue(error.getMessage().contains(expected), error.getMessage());
  }

  @Test
  void train_stationaryButDead_isOptimalAndSaysWhy() {
    TrainingOptions options = OPTIONS.withIterations(3000).withBatchSize(48).stopWhenOptimal(0.01);
    TrainingResult result = Trainer.with(options).train(ONE_PAIR, DATA, PathProx.of(5));

    assertEquals(Outcome.OPTIMAL, result.outcome(), result.toString());
    assertTrue(result.diagnosis().orElseThrow().contains("λ = 5.0"), result.toString());
  }

  @Test
  void train_targetsThatAreAllAlike_mayHaveConstantOutputs() {
    Dataset alike = targets(0.5, 0);
    TrainingOptions options = OPTIONS.withLoss(new MeanSquaredError()).withIterations(300);
    Network line = Architecture.mlp(1, 16, 1).initialize(2);
    TrainingResult result = Trainer.with(options).train(line, alike, new WeightDecay(1));

    assertEquals(Outcome.COMPLETED, result.outcome(), result.toString());
    assertEquals(Optional.empty(), result.diagnosis());
  }

  /** The start is worse than the mean of the targets, and the way to it is too short. */
  @Test
  void train_noBetterThanTheMeanOfTheTargets_isAStall() {
    TrainingOptions options =
        OPTIONS.withLoss(new MeanSquaredError()).withLearningRate(1e-3).withIterations(20);
    Network line = Architecture.mlp(1, 16, 1).initialize(2);
    TrainingResult result = Trainer.with(options).train(line, targets(5, 1), new WeightDecay(0));

    assertEquals(Outcome.STALLED, result.outcome(), result.toString());
    String diagnosis = result.diagnosis().orElseThrow();
    // The variance of 60 evenly spaced numbers from −1.7 to 1.7.
    assertTrue(diagnosis.contains("is no better than that of constant outputs, 0.9959"), diagnosis);
    assertTrue(diagnosis.contains("too low for so few iterations"), diagnosis);
  }

  @Test
  void train_thatLearns_hasNoDiagnosis() {
    TrainingResult result = Trainer.with(OPTIONS).train(TWO_PAIRS, DATA, PathProx.of(1e-3));

    assertEquals(Outcome.COMPLETED, result.outcome(), result.toString());
    assertEquals(Optional.empty(), result.diagnosis());
  }

  /** Weights that decay into balance raise the path norm, which is no failure of weight decay. */
  @Test
  void train_weightDecayFromUnevenWeights_isNoStall() {
    Network uneven = ONE_PAIR.rescaled(0, DoubleStream.generate(() -> 30).limit(16).toArray());
    TrainingResult result =
        Trainer.with(OPTIONS.withLearningRate(1e-4)).train(uneven, DATA, new WeightDecay(0.1));

    assertEquals(Outcome.COMPLETED, result.outcome(), result.toString());
  }
}
