package pathprox.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.loss.CrossEntropy;
import pathprox.loss.MeanSquaredError;
import pathprox.method.Problem;
import pathprox.network.Architecture;
import pathprox.network.Network;

class RobustnessTest {
  private static final Perturbation ATTACK = new GradientSignAttack(new CrossEntropy());
  private static final Perturbation NOISE = new InputNoise(7);

  /** Outputs x₀ + 2x₁ and −x₀ − 2x₁: class 0 where x₀ + 2x₁ is above 0. */
  private static final Network LINE =
      new Network(
          Architecture.mlp(2, 2),
          List.of(Nd4j.createFromArray(new double[][] {{1, 2}, {-1, -2}})),
          List.of(Nd4j.createFromArray(0.0, 0.0)));

  /** Samples (m, 0) of class 0: x₀ + 2x₁ is m. */
  private static Dataset margins(double... margins) {
    double[][] rows =
        DoubleStream.of(margins).mapToObj(m -> new double[] {m, 0}).toArray(double[][]::new);
    return Dataset.classification(
        "margins", Nd4j.createFromArray(rows), new int[margins.length], List.of("up", "down"));
  }

  /** A step ε against both inputs takes 3ε from the margin. */
  @Test
  void of_attackOnALine_takesTheOneNormOfTheWeightsFromEachMargin() {
    Robustness found = Robustness.of(LINE, margins(0.2, 1, 2, 4), ATTACK, 0, 0.1, 0.5, 1);

    assertEquals(List.of(1.0, 0.75, 0.5, 0.25), found.accuracies());
    assertEquals(0.5, found.at(0.5));
  }

  /** The noise in x₀ + 2x₁ has deviation √5·strength: Φ(1/√5) = 0.673, Φ(1/(3√5)) = 0.559. */
  @Test
  void of_noiseOnALine_isRightAsOftenAsTheNormalDistributionSays() {
    double[] ones = DoubleStream.generate(() -> 1).limit(20_000).toArray();
    Robustness found = Robustness.of(LINE, margins(ones), NOISE, 0, 1, 3);

    assertEquals(1, found.at(0));
    assertEquals(0.673, found.at(1), 0.015); // four standard errors
    assertEquals(0.559, found.at(3), 0.015);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT", "DOUBLE"})
  void of_strengthZero_isTheAccuracy(DataType type) {
    Network network = Problem.factorized(type);
    double accuracy = Score.of(network, Problem.data(), new CrossEntropy()).accuracy();

    assertEquals(accuracy, Robustness.of(network, Problem.data(), NOISE, 0).at(0), 1e-12);
    assertEquals(accuracy, Robustness.of(network, Problem.data(), ATTACK, 0).at(0), 1e-12);
  }

  /** The test of the gradient itself is that of {@code WorkingNetwork.inputGradient}. */
  @Test
  void of_attack_raisesTheLossMoreThanNoiseOfThatSize() {
    Network network = Architecture.mlp(6, 20, 2).initialize(1);
    INDArray features = Problem.data().features().mul(3);
    Dataset data =
        Dataset.classification(
            "as the network says", features, network.classify(features), List.of("0", "1"));
    double attacked = Robustness.of(network, data, ATTACK, 0.5).at(0.5);

    assertTrue(attacked < Robustness.of(network, data, NOISE, 0.5).at(0.5), "" + attacked);
  }

  @Test
  void of_calledTwice_givesTheSameAndLeavesTheDataAlone() {
    Dataset data = Problem.data();
    INDArray before = data.features().dup();
    Network network = Problem.factorized(DataType.FLOAT);

    assertEquals(
        Robustness.of(network, data, NOISE, 0.3, 1), Robustness.of(network, data, NOISE, 0.3, 1));
    Robustness.of(network, data, ATTACK, 0.3);
    assertEquals(before, data.features());
  }

  /** The line's samples are of class 0, whose loss grows against the weights (1, 2). */
  @Test
  void applyTo_attackOnALine_movesBothInputsDown() {
    Dataset data = margins(0.5, 2);
    Dataset moved = ATTACK.applyTo(LINE, data, 0.25);

    assertEquals(
        Nd4j.createFromArray(new double[][] {{0.25, -0.25}, {1.75, -0.25}}), moved.features());
    assertEquals(data.targets(), moved.targets());
    assertEquals("margins, gradient-sign attack 0.25", moved.name());
    Dataset image = Problem.data().withSampleShape(1, 2, 3);
    Dataset noisy = NOISE.applyTo(Problem.factorized(DataType.DOUBLE), image, 1);
    assertEquals(List.of(1, 2, 3), noisy.sampleShape());
  }

  @Test
  void of_interrupted_endsWithNaN() {
    Thread.currentThread().interrupt();
    Robustness found = Robustness.of(LINE, margins(1), NOISE, 0, 1);
    assertTrue(Thread.interrupted());
    assertEquals(List.of(Double.NaN, Double.NaN), found.accuracies());
  }

  @Test
  void of_badArguments_saysWhatWasFound() {
    assertMessage("found [0.0, -1.0]", () -> Robustness.of(LINE, margins(1), NOISE, 0, -1));
    assertMessage("found [NaN]", () -> Robustness.of(LINE, margins(1), NOISE, Double.NaN));
    assertMessage("the network takes 2", () -> Robustness.of(LINE, Problem.data(), NOISE, 1));
    assertMessage("the network takes 2", () -> Robustness.of(LINE, Problem.data(), ATTACK, 1));
    assertMessage("which takes 2 values", () -> ATTACK.applyTo(LINE, Problem.data(), 1));
    Dataset numbers = Dataset.regression("numbers", Nd4j.ones(3, 2), Nd4j.ones(3, 1));
    assertMessage("'numbers' are numbers", () -> Robustness.of(LINE, numbers, NOISE, 1));
    assertThrows(IllegalStateException.class, () -> NOISE.applyTo(LINE, numbers, 1));
    Perturbation unfit = new GradientSignAttack(new MeanSquaredError());
    assertMessage("as many outputs as targets", () -> Robustness.of(LINE, margins(1), unfit, 1));
    assertMessage(
        "0.3 was not tried", () -> Robustness.of(LINE, margins(1), NOISE, 0, 0.1).at(0.3));
  }

  private static void assertMessage(String part, Runnable call) {
    Exception e = assertThrows(IllegalArgumentException.class, call::run);
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }
}
