package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.Tolerance;
import pathprox.certificate.Optimality;
import pathprox.data.Dataset;
import pathprox.loss.CrossEntropy;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.PathNorm;
import pathprox.network.Architecture;
import pathprox.network.Dense;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.network.Tanh;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class FunctionPreservingTest extends MomentumContract {
  @Override
  Method method(double lambda) {
    return PathProx.of(lambda).withFunctionPreservingNormalization();
  }

  @Override
  Method withMomentum(double lambda, double momentum) {
    return PathProx.of(lambda).withFunctionPreservingNormalization().withMomentum(momentum);
  }

  static Stream<Network> networks() {
    return Stream.of(
        Problem.factorized(DataType.DOUBLE),
        Problem.withUnpairedLayer(DataType.DOUBLE),
        WorkingSetTest.convolutional());
  }

  private static Network step(Network start, Method method) {
    return Trainer.with(Problem.options().withIterations(1))
        .train(start, Problem.data(), method)
        .network();
  }

  /** With λ = 0 there is nothing to shrink: what is left of the step is the normalization. */
  @ParameterizedTest
  @MethodSource("networks")
  void step_beforeTheProx_changesNeitherFunctionNorPathNorm(Network start) {
    Network descended = step(start, new WeightDecay(0));
    PathProx preserving = PathProx.of(0).withFunctionPreservingNormalization();
    Network normalized = step(start, preserving.withoutLayerBalancing());

    assertTrue(MethodContract.distance(descended, normalized) > 1, "units were rescaled");
    INDArray outputs = descended.outputs(Problem.data().features());
    assertEquals(
        0, outputs.distance2(normalized.outputs(Problem.data().features())), Tolerance.ROUNDING);
    assertEquals(
        0,
        outputs.distance2(step(start, preserving).outputs(Problem.data().features())),
        Tolerance.ROUNDING,
        "with layer balancing");
    List<Double> pathNorms = PathNorm.perPair(normalized);
    for (int pair = 0; pair < pathNorms.size(); pair++) {
      assertEquals(PathNorm.perPair(descended).get(pair), pathNorms.get(pair), Tolerance.ROUNDING);
    }
  }

  /** Scale does not pass through tanh, so the two pairs around it are no run to be balanced. */
  @Test
  void step_tanhBetweenPairs_leavesTheFunctionAlone() {
    Network start =
        Architecture.of(
                Shape.of(6),
                new Dense(6, 8),
                new Relu(),
                new Dense(8, 5),
                new Tanh(),
                new Dense(5, 8),
                new Relu(),
                new Dense(8, 2))
            .initialize(3, DataType.DOUBLE);
    Network balanced =
        Trainer.with(Problem.options().withIterations(1).withLearningRate(1e-12))
            .train(start, Problem.data(), method(0.01))
            .network();

    INDArray outputs = start.outputs(Problem.data().features());
    assertEquals(
        0, outputs.distance2(balanced.outputs(Problem.data().features())), Tolerance.ROUNDING);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void step_published_changesTheFunction(Network start) {
    INDArray outputs = step(start, new WeightDecay(0)).outputs(Problem.data().features());
    Network published = step(start, PathProx.of(0).withoutLayerBalancing());

    assertTrue(outputs.distance2(published.outputs(Problem.data().features())) > 0.1);
  }

  @Test
  void step_activeUnits_haveALengthOfOneWithTheirBias() {
    Network trained = step(Problem.factorized(DataType.DOUBLE), method(0.01));

    double[] norms = trained.incomingNorms(2);
    for (int i = 0; i < norms.length; i++) {
      double bias = trained.bias(2).getDouble(i);
      assertEquals(1, Math.hypot(norms[i], bias), Tolerance.ROUNDING);
    }
  }

  /** The prox of λ‖w‖‖v‖ in v and then in w, of units that are 0 on all samples. */
  @Test
  void step_unitWithoutGradient_shrinksInVandInW() {
    Network start = Problem.factorized(DataType.DOUBLE);
    Dataset nothing = Problem.withoutInputs();
    PathProx method =
        PathProx.of(0.1).withFunctionPreservingNormalization().withoutLayerBalancing();
    Network shrunk =
        Trainer.with(Problem.options().withIterations(1).withBatchSize(nothing.size()))
            .train(start, nothing, method)
            .network();

    int checked = 0;
    for (int i = 0; i < 12; i++) {
      if (start.bias(0).getDouble(i) < 0) {
        double w = start.incomingNorms(0)[i];
        double vLeft = start.outgoingNorms(1)[i] - 0.1 * 0.1 * w; // γλ‖w‖ with γ = λ = 0.1
        double wLeft = w - 0.1 * 0.1 * vLeft;
        double pathNorm = shrunk.incomingNorms(0)[i] * shrunk.outgoingNorms(1)[i];
        assertEquals(wLeft * vLeft, pathNorm, Tolerance.ROUNDING);
        checked++;
      }
    }
    assertTrue(checked > 2, "units with a negative bias: " + checked);
  }

  @Test
  void train_toTheEnd_endsAtAStationaryPoint() {
    Network start = Problem.oneHiddenLayer();
    TrainingOptions options =
        Problem.options()
            .withBatchSize(Problem.data().size())
            .withIterations(20_000)
            .withLearningRate(0.2)
            .withRecordEvery(500);
    TrainingResult result =
        Trainer.with(options.stopWhenOptimal(1e-9)).train(start, Problem.data(), method(0.15));

    assertEquals(Outcome.OPTIMAL, result.outcome());
    assertTrue(ActiveUnits.of(result.network()) > 0);
    Optimality optimality =
        Optimality.of(result.network(), Problem.data(), new CrossEntropy(), 0.15);
    assertTrue(optimality.residual() <= 1e-9, optimality.toString());
  }
}
