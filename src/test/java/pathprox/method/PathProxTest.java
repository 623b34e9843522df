package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.Tolerance;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.PathNorm;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.Trainer;

class PathProxTest extends MomentumContract {
  @Override
  Method method(double lambda) {
    return PathProx.of(lambda);
  }

  @Override
  Method withMomentum(double lambda, double momentum) {
    return PathProx.of(lambda).withMomentum(momentum);
  }

  private static Network train(Network start, Method method, int iterations) {
    return Trainer.with(Problem.options().withIterations(iterations))
        .train(start, Problem.data(), method)
        .network();
  }

  @Test
  void step_lambdaZeroWithoutBalancing_isPlainDescentThenNormalizingW() {
    Network start = Problem.factorized(DataType.DOUBLE);
    Network plain = train(start, new WeightDecay(0), 1);
    Network prox = train(start, PathProx.of(0).withoutLayerBalancing(), 1);

    for (int incoming = 0; incoming < 4; incoming += 2) {
      INDArray w = plain.weights(incoming);
      INDArray norms = w.norm2(1);
      assertEquals(
          0, w.diviColumnVector(norms).distance2(prox.weights(incoming)), Tolerance.ROUNDING);
      assertEquals(
          0, plain.bias(incoming).div(norms).distance2(prox.bias(incoming)), Tolerance.ROUNDING);
      assertEquals(
          0,
          plain.weights(incoming + 1).distance2(prox.weights(incoming + 1)),
          Tolerance.ROUNDING,
          "v is left alone");
      assertEquals(
          0, plain.bias(incoming + 1).distance2(prox.bias(incoming + 1)), Tolerance.ROUNDING);
    }
  }

  @Test
  void train_strongPenalty_setsUnitsExactlyToZeroAndNormalizesW() {
    Network trained = train(Problem.factorized(DataType.DOUBLE), PathProx.of(0.05), 500);

    int active = ActiveUnits.of(trained);
    assertTrue(active > 0 && active < 24, "active units: " + active);
    for (double norm : trained.incomingNorms(2)) {
      assertEquals(1, norm, Tolerance.ROUNDING);
    }
  }

  @Test
  void train_hugePenalty_killsAllUnitsWithoutNaN() {
    Network trained = train(Problem.factorized(DataType.DOUBLE), PathProx.of(100), 5);

    assertEquals(0, ActiveUnits.of(trained));
    assertEquals(0, PathNorm.of(trained));
    assertTrue(
        Double.isFinite(trained.outputs(Problem.data().features()).sumNumber().doubleValue()));
  }

  @Test
  void train_unpairedLayer_decaysIt() {
    Network start = Problem.withUnpairedLayer(DataType.DOUBLE);
    Network plain = train(start, PathProx.of(0), 1);
    Network decayed = train(start, PathProx.of(0.5), 1);

    INDArray expected = plain.weights(2).sub(start.weights(2).mul(0.1 * 0.5));
    assertEquals(0, expected.distance2(decayed.weights(2)), Tolerance.ROUNDING);
  }

  @Test
  void prepare_networkWithoutPairs_isRefusedWithTheReason() {
    Network start = Architecture.mlp(6, 2).initialize(1, DataType.DOUBLE);

    String message =
        assertThrows(IllegalArgumentException.class, () -> train(start, PathProx.of(0.1), 1))
            .getMessage();

    assertTrue(message.startsWith("a path norm needs a pair of layers, found none"), message);
  }

  @Test
  void constructor_balancingWithRegularizedBias_isRefused() {
    PathProx published = PathProx.of(0.1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new PathProx(published.penalty(), 0, true, true, WorkingSet.off(), false));
    assertFalse(published.withRegularizedBias().balancesLayers());
    assertTrue(published.withRegularizedBias().regularizesBias());
  }
}
