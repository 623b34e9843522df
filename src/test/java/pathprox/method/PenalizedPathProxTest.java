package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.certificate.Optimality;
import pathprox.data.Dataset;
import pathprox.loss.CrossEntropy;
import pathprox.loss.MeanSquaredError;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.PathNorm;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.Mcp;
import pathprox.penalty.Powers;
import pathprox.penalty.ProximablePenalty;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/**
 * The univariate example of arXiv:2505.21791: four points on a plateau. A function through them
 * whose slope falls by 2 in all between the inner points costs the least path norm, however the
 * fall is spread over knots: the plateau with two, a peak with one, or any number. Powers below 1
 * single out the fewest units.
 */
class PenalizedPathProxTest extends MomentumContract {
  private static final double LAMBDA = 1e-3;

  /**
   * The slope rises from 0 to 1 outside, and falls by 2: 1 on each side for units that point out.
   */
  private static final double LEAST_PATH_NORM = 2;

  private final Dataset plateau =
      Dataset.regression(
          "plateau",
          Nd4j.createFromArray(new double[][] {{-1.5}, {-0.5}, {0.5}, {1.5}}),
          Nd4j.createFromArray(new double[][] {{0}, {1}, {1}, {0}}));

  @Override
  Method method(double lambda) {
    return PathProx.of(lambda).withPenalty(Powers.of(lambda, 0.8));
  }

  @Override
  Method withMomentum(double lambda, double momentum) {
    return PathProx.of(lambda).withPenalty(Powers.of(lambda, 0.8)).withMomentum(momentum);
  }

  private TrainingResult train(double exponent) {
    TrainingOptions options =
        TrainingOptions.defaults()
            .withIterations(40_000)
            .withBatchSize(4)
            .withRecordEvery(1000)
            .withLoss(new MeanSquaredError())
            .stopWhenOptimal(1e-5);
    Network start = Architecture.factorizedMlp(1, 40, 1, 1).initialize(1, DataType.DOUBLE);
    Method method =
        PathProx.recommended(LAMBDA)
            .withWorkingSet(WorkingSet.exact())
            .withPenalty(Powers.of(LAMBDA, exponent));
    return Trainer.with(options).train(start, plateau, method);
  }

  @Test
  void train_pathNorm_findsAMinimizerWithManyUnits() {
    TrainingResult result = train(1);

    assertEquals(Outcome.OPTIMAL, result.outcome());
    assertEquals(LEAST_PATH_NORM, PathNorm.of(result.network()), 0.01, "λ shrinks a little");
    assertTrue(ActiveUnits.of(result.network()) > 5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.7})
  void train_powersBelowOne_findTheSparsestOfTheseMinimizers(double exponent) {
    TrainingResult result = train(exponent);

    assertEquals(Outcome.OPTIMAL, result.outcome());
    assertEquals(LEAST_PATH_NORM, PathNorm.of(result.network()), 0.01);
    assertEquals(2, ActiveUnits.of(result.network()));
  }

  @Test
  void train_powerOfOne_isPathProx() {
    Network start = Problem.factorized(DataType.DOUBLE);
    PathProx published = PathProx.of(0.01);
    Network once = train(start, published);
    Network again = train(start, published.withPenalty(new Powers(0.01, 1, 0.5)));

    assertEquals(0, MethodContract.distance(once, again));
  }

  private static Network train(Network start, Method method) {
    return Trainer.with(Problem.options()).train(start, Problem.data(), method).network();
  }

  /** By hand, from the norms of one pair and of an unpaired layer. */
  @ParameterizedTest
  @MethodSource("penalties")
  void train_anyPenalty_recordsItsOwnObjectiveAndResidual(ProximablePenalty penalty) {
    TrainingOptions options = Problem.options().measuringOptimality();
    PathProx method = PathProx.of(0.01).withPenalty(penalty);
    TrainingResult result =
        Trainer.with(options)
            .train(Problem.withUnpairedLayer(DataType.DOUBLE), Problem.data(), method);
    double expected =
        result.history().last().train().loss() + penalty.lambda() / 2 * squares(result);
    for (double pathNorm : pathNorms(result.network())) {
      expected += penalty.value(pathNorm);
    }

    assertEquals(expected, result.objective(), Tolerance.ROUNDING);
    assertEquals(penalty, result.history().penalty());
    assertEquals(
        Optimality.of(result.network(), Problem.data(), new CrossEntropy(), penalty).residual(),
        result.history().last().optimality(),
        Tolerance.ROUNDING);
  }

  static List<ProximablePenalty> penalties() {
    return List.of(new GroupLasso(0.01), Powers.of(0.01, 0.5), new Mcp(0.01, 0.5));
  }

  private static double squares(TrainingResult result) {
    Network network = result.network();
    Architecture architecture = network.architecture();
    return IntStream.range(0, architecture.parametricLayers().size())
        .filter(layer -> !architecture.pairing().isPaired(layer))
        .mapToObj(layer -> network.incomingNorms(layer))
        .flatMapToDouble(Arrays::stream)
        .map(norm -> norm * norm)
        .sum();
  }

  private static double[] pathNorms(Network network) {
    UnitPair pair = network.architecture().pairing().pairs().get(0);
    double[] w = network.incomingNorms(pair.incoming());
    double[] v = network.outgoingNorms(pair.outgoing());
    return IntStream.range(0, w.length).mapToDouble(i -> w[i] * v[i]).toArray();
  }

  @Test
  void name_saysThePower() {
    assertEquals("PathProx λ=0.1, power 0.8", method(0.1).name());
  }
}
