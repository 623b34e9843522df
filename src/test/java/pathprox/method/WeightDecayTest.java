package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.Tolerance;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Network;
import pathprox.training.Trainer;

class WeightDecayTest extends MomentumContract {
  @Override
  Method method(double lambda) {
    return new WeightDecay(lambda);
  }

  @Override
  Method withMomentum(double lambda, double momentum) {
    return new WeightDecay(lambda).withMomentum(momentum);
  }

  private static Network step(Method method) {
    return Trainer.with(Problem.options().withIterations(1).withLearningRate(0.5))
        .train(Problem.factorized(DataType.DOUBLE), Problem.data(), method)
        .network();
  }

  @Test
  void step_withLambda_differsFromPlainDescentByTheDecayOfTheWeights() {
    Network start = Problem.factorized(DataType.DOUBLE);
    Network plain = step(new WeightDecay(0));
    Network decayed = step(new WeightDecay(0.2));

    for (int layer = 0; layer < 4; layer++) {
      INDArray expected = plain.weights(layer).sub(start.weights(layer).mul(0.5 * 0.2));
      assertEquals(0, expected.distance2(decayed.weights(layer)), Tolerance.ROUNDING);
      assertEquals(
          0, plain.bias(layer).distance2(decayed.bias(layer)), Tolerance.ROUNDING, "free bias");
    }
  }

  @Test
  void step_biasRegularized_decaysBiasesToo() {
    Network start = Problem.factorized(DataType.DOUBLE);
    Network plain = step(new WeightDecay(0));
    Network decayed = step(new WeightDecay(0.2).withRegularizedBias());

    INDArray expected = plain.bias(1).sub(start.bias(1).mul(0.5 * 0.2));
    assertEquals(0, expected.distance2(decayed.bias(1)), Tolerance.ROUNDING);
  }

  @Test
  void train_strongDecay_neverSetsAUnitToZero() {
    Network trained =
        Trainer.with(Problem.options().withIterations(500))
            .train(Problem.factorized(DataType.DOUBLE), Problem.data(), new WeightDecay(0.1))
            .network();

    assertEquals(24, ActiveUnits.of(trained));
  }
}
