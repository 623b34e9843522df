package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.network.Architecture;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.MaxPool2d;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.penalty.Powers;
import pathprox.training.Measurement;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;

class WorkingSetTest {
  private static final int STEPS = 2000;

  /** The promise of the exact mode: the trajectory with all units, over 2,000 steps. */
  private static final double SAME_TRAJECTORY = 1e-9;

  /**
   * A network, and a λ at which many of its units die and some come back. With steps of its own for
   * each unit rounding grows faster, so there are fewer.
   */
  record Case(
      String name, Network start, int steps, double rate, Function<WorkingSet, Method> method) {
    Case(String name, Network start, PathProx method) {
      this(name, start, STEPS, 0.1, method::withWorkingSet);
    }

    Case(String name, Network start, AdaptivePathProx method) {
      this(name, start, STEPS / 2, method.defaultLearningRate(), method::withWorkingSet);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Network chained = Architecture.factorizedMlp(6, 24, 3, 2).initialize(5, DataType.DOUBLE);
    Network unpaired = Architecture.mlp(6, 24, 16, 2).initialize(6, DataType.DOUBLE);
    PathProx preserving = PathProx.of(0.01).withFunctionPreservingNormalization();
    PathProx strong = PathProx.of(0.02).withFunctionPreservingNormalization();
    Network twoPairs = Architecture.mlp(6, 24, 24, 24, 2).initialize(7, DataType.DOUBLE);
    return Stream.of(
        new Case("blocks that chain", chained, PathProx.of(0.01)),
        new Case("an unpaired last layer", unpaired, PathProx.of(0.02)),
        new Case("a rectifier between pairs", twoPairs, PathProx.of(0.01)),
        new Case("convolutions", convolutional(), PathProx.of(0.02)),
        new Case("no balancing", chained, PathProx.of(0.01).withoutLayerBalancing()),
        new Case("regularized biases", chained, PathProx.of(0.01).withRegularizedBias()),
        new Case("preserving", chained, preserving),
        new Case("preserving convolutions", convolutional(), strong),
        new Case("preserving, biases", chained, preserving.withRegularizedBias()),
        new Case("adaptive", chained, PathProx.recommended(0.03)),
        new Case("adaptive, convolutions", convolutional(), PathProx.recommended(0.03)),
        new Case("powers", chained, PathProx.of(0.01).withPenalty(new Powers(0.01, 0.95, 0.1))));
  }

  /** 6 inputs as images of 2×3: a pair of convolutions, and one that ends in a dense layer. */
  static Network convolutional() {
    return Architecture.of(
            Shape.of(1, 2, 3),
            new Conv2d(1, 12, 3, 1, 1),
            new Relu(),
            new Conv2d(12, 8, 3, 1, 1),
            new Relu(),
            new Conv2d(8, 16, 2, 1, 1),
            new Relu(),
            new MaxPool2d(2),
            new Flatten(),
            new Dense(16 * 2, 2))
        .initialize(8, DataType.DOUBLE);
  }

  private static TrainingResult train(Case example, WorkingSet units) {
    return Trainer.with(
            Problem.options()
                .withIterations(example.steps)
                .withLearningRate(example.rate)
                .withRecordEvery(10))
        .train(example.start, Problem.data(), example.method.apply(units));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void exact_whileUnitsDieAndReturn_givesTheTrajectoryOfAllUnits(Case example) {
    TrainingResult all = train(example, WorkingSet.off());
    TrainingResult exact = train(example, WorkingSet.exact());

    assertEquals(0, MethodContract.distance(all.network(), exact.network()), SAME_TRAJECTORY);
    List<List<Integer>> counts = activeUnits(all);
    assertEquals(counts, activeUnits(exact));
    assertTrue(returns(counts) > 5, "returns: " + returns(counts));
  }

  @Test
  void lazy_betweenTwoMeasurements_letsFewerUnitsReturn() {
    Case example = cases().findFirst().orElseThrow();
    int exactly = returns(activeUnits(train(example, WorkingSet.exact())));
    int lazily = returns(activeUnits(train(example, WorkingSet.lazy(50))));

    assertTrue(0 < lazily && lazily < exactly / 2, lazily + " against " + exactly);
  }

  private static int returns(List<List<Integer>> counts) {
    int returns = 0;
    for (int k = 1; k < counts.size(); k++) {
      for (int pair = 0; pair < counts.get(k).size(); pair++) {
        returns += counts.get(k).get(pair) > counts.get(k - 1).get(pair) ? 1 : 0;
      }
    }
    return returns;
  }

  @Test
  void withMomentum_isComputedWithAllUnits() {
    assertEquals(WorkingSet.off(), PathProx.of(0.1).withMomentum(0.9).workingSet());
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> PathProx.of(0.1).withMomentum(0.9).withWorkingSet(WorkingSet.exact()))
            .getMessage();
    assertTrue(message.startsWith("momentum 0.9 moves units"), message);
  }

  @Test
  void name_lazy_saysSo() {
    assertEquals(
        "PathProx λ=0.1, working set checked every 50 steps",
        PathProx.of(0.1).withWorkingSet(WorkingSet.lazy(50)).name());
    assertThrows(IllegalArgumentException.class, () -> WorkingSet.lazy(1));
    assertThrows(IllegalArgumentException.class, () -> new WorkingSet(-1));
  }

  private static List<List<Integer>> activeUnits(TrainingResult result) {
    return result.history().measurements().stream()
        .map(Measurement::regularity)
        .map(regularity -> regularity.activeUnits())
        .toList();
  }
}
