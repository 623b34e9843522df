package pathprox.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.data.Dataset;
import pathprox.loss.CrossEntropy;
import pathprox.loss.MeanSquaredError;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.penalty.Mcp;
import pathprox.penalty.Powers;
import pathprox.penalty.ProximablePenalty;
import pathprox.training.Trainer;

class LambdaMaxTest {
  /** Every unit dead, with its w of length 1 and its bias divided alike. */
  private static Network dead(Network network) {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (int i = 0; i < network.architecture().parametricLayers().size(); i++) {
      weights.add(network.weights(i));
      biases.add(network.bias(i));
    }
    for (UnitPair pair : network.architecture().pairing().pairs()) {
      INDArray w = weights.get(pair.incoming());
      INDArray norms = w.reshape('c', pair.units(), -1).norm2(1);
      biases.get(pair.incoming()).divi(norms);
      long[] shape = w.shape();
      weights.set(
          pair.incoming(),
          w.reshape('c', pair.units(), -1).divColumnVector(norms).reshape('c', shape));
      weights.get(pair.outgoing()).assign(0);
    }
    return new Network(network.architecture(), weights, biases);
  }

  static Stream<Network> networks() {
    return Stream.of(
        Architecture.mlp(6, 12, 2).initialize(3, DataType.DOUBLE),
        Problem.factorized(DataType.DOUBLE),
        Problem.withUnpairedLayer(DataType.DOUBLE),
        DataGradientTest.convolutional());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void step_fromTheDeadNetwork_bringsUnitsBackExactlyBelowLambdaMax(Network network) {
    LambdaMax lambdaMax = LambdaMax.of(network, Problem.data(), new CrossEntropy());

    assertEquals(0, activeAfterAStep(dead(network), PathProx.of(1.001 * lambdaMax.value())));
    assertTrue(activeAfterAStep(dead(network), PathProx.of(0.999 * lambdaMax.value())) > 0);
  }

  private static int activeAfterAStep(Network dead, PathProx method) {
    return ActiveUnits.of(
        Trainer.with(Problem.options().withBatchSize(48).withIterations(1))
            .train(dead, Problem.data(), method.withoutLayerBalancing())
            .network());
  }

  /**
   * By hand: the output is the bias 1, for targets 0 and 3 the derivatives of the loss are 1 and
   * −2. Unit 0, w = 2, is 2 and 4: |2·1 − 4·2|/2 = 3. Unit 1, w = −3 and b = 4, is 1 and 0:
   * |1·1|/3.
   */
  @Test
  void of_oneHiddenLayer_isWhatTheFormulaSays() {
    Network network =
        new Network(
            Architecture.mlp(1, 2, 1),
            List.of(
                Nd4j.createFromArray(new double[][] {{2}, {-3}}),
                Nd4j.createFromArray(new double[][] {{5, 7}})),
            List.of(
                Nd4j.createFromArray(new double[] {0, 4}), Nd4j.createFromArray(new double[] {1})));
    Dataset data =
        Dataset.regression(
            "two",
            Nd4j.createFromArray(new double[][] {{1}, {2}}),
            Nd4j.createFromArray(new double[][] {{0}, {3}}));

    LambdaMax lambdaMax = LambdaMax.of(network, data, new MeanSquaredError());

    assertEquals(3, lambdaMax.value(), Tolerance.ROUNDING);
    assertEquals("λmax 3.00000, per pair [3.00000]", lambdaMax.toString());
    assertEquals(5, network.weights(1).getDouble(0), "the network is left alone");
  }

  /** The slope at 0 is what keeps units dead: λ·0.5·0.01^(−0.5) = 5λ for the square root. */
  @Test
  void of_penalty_isDividedByItsSlopeAtZero() {
    Network network = Problem.withUnpairedLayer(DataType.DOUBLE);
    double pathNorm = LambdaMax.of(network, Problem.data(), new CrossEntropy()).value();

    assertEquals(pathNorm / 5, lambdaMax(network, Powers.of(0.3, 0.5)), Tolerance.ROUNDING);
    assertEquals(pathNorm, lambdaMax(network, new Mcp(0.3, 2)), Tolerance.ROUNDING);
    assertThrows(
        IllegalArgumentException.class, () -> lambdaMax(network, Powers.of(0, 0.5)), "0/0");
  }

  private static double lambdaMax(Network network, ProximablePenalty penalty) {
    return LambdaMax.of(network, Problem.data(), new CrossEntropy(), penalty).value();
  }

  @Test
  void step_withPowers_bringsUnitsBackExactlyBelowLambdaMax() {
    Network network = Problem.withUnpairedLayer(DataType.DOUBLE);
    double lambda = lambdaMax(network, Powers.of(1, 0.9));

    assertEquals(0, activeAfterAStep(dead(network), powers(1.001 * lambda)));
    assertTrue(activeAfterAStep(dead(network), powers(0.999 * lambda)) > 0);
  }

  private static PathProx powers(double lambda) {
    return PathProx.of(lambda).withPenalty(Powers.of(lambda, 0.9));
  }

  @Test
  void of_twoPairs_theDeadLastOneShieldsTheFirst() {
    LambdaMax lambdaMax =
        LambdaMax.of(Problem.factorized(DataType.DOUBLE), Problem.data(), new CrossEntropy());

    assertEquals(0, lambdaMax.perPair().get(0));
    assertTrue(lambdaMax.perPair().get(1) > 0);
  }

  @Test
  void of_noPair_isRefusedWithTheReason() {
    Network network = Architecture.mlp(6, 2).initialize(1, DataType.DOUBLE);

    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> LambdaMax.of(network, Problem.data(), new CrossEntropy()))
            .getMessage();
    assertTrue(message.startsWith("λmax needs a pair of layers, found none"), message);
  }
}
