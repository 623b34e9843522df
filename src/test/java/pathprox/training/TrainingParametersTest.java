package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Augmentation;
import pathprox.data.Dataset;
import pathprox.loss.WeightedCrossEntropy;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.method.UnitTarget;
import pathprox.method.WeightDecay;
import pathprox.method.WorkingSet;
import pathprox.network.Architecture;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.Mcp;
import pathprox.penalty.Powers;

class TrainingParametersTest {
  private static final Network START = Problem.factorized(DataType.DOUBLE);
  private static final Dataset DATA = Problem.data();
  private static final TrainingOptions OPTIONS = Problem.options().withIterations(2);
  private static final PathProx PATH_PROX = PathProx.of(0.25).withWorkingSet(WorkingSet.off());

  private static Map<String, Object> of(TrainingOptions options, Network start, Method method) {
    return Trainer.with(options).train(start, DATA, method).parameters();
  }

  private static Map<String, Object> of(Method method) {
    return of(OPTIONS, START, method);
  }

  /** Each value as it was given, in the type that it was given in. */
  @Test
  void parameters_pathProx_areAllInTheirOrder() {
    Map<String, Object> found = of(OPTIONS.withSeed(Long.MAX_VALUE), START, PATH_PROX);

    List<Object> pairs = new ArrayList<>();
    found.forEach((name, value) -> pairs.addAll(List.of(name, value)));
    assertEquals(
        List.of(
            "method",
            "PathProx",
            "lambda",
            0.25,
            "penalty",
            "GroupLasso",
            "momentum",
            0.0,
            "balances_layers",
            true,
            "regularizes_bias",
            false,
            "working_set",
            "all units",
            "preserves_function",
            false,
            "learning_rate",
            0.1,
            "learning_rate_origin",
            "given",
            "iterations",
            2,
            "batch_size",
            16,
            "shuffled",
            true,
            "seed",
            Long.MAX_VALUE,
            "augmentation",
            "none",
            "loss",
            "cross-entropy",
            "record_every",
            1,
            "measures_optimality",
            false,
            "tolerance",
            "none",
            "patience",
            "none",
            "architecture",
            "6: dense 6 → 12; ReLU; dense 12 → 12; dense 12 → 12; ReLU; dense 12 → 2",
            "parameters",
            START.parameterCount(),
            "type",
            "float64",
            "training_samples",
            48,
            "data",
            "clusters",
            "library"),
        pairs.subList(0, pairs.size() - 1));
    assertThrows(UnsupportedOperationException.class, () -> found.put("lambda", 1));
  }

  private static Stream<Arguments> differences() {
    Network other = Architecture.mlp(6, 3, 2).initialize(1, DataType.DOUBLE);
    TrainingOptions measuring = OPTIONS.measuringOptimality();
    return Stream.of(
        Arguments.of(
            "lambda", of(PATH_PROX), of(PathProx.of(0.5).withWorkingSet(WorkingSet.off()))),
        Arguments.of("momentum", of(PATH_PROX), of(PATH_PROX.withMomentum(0.5))),
        Arguments.of("balances_layers", of(PATH_PROX), of(PATH_PROX.withoutLayerBalancing())),
        Arguments.of(
            "regularizes_bias",
            of(PATH_PROX.withoutLayerBalancing()),
            of(PATH_PROX.withRegularizedBias())),
        Arguments.of("working_set", of(PATH_PROX), of(PathProx.of(0.25))),
        Arguments.of(
            "preserves_function",
            of(PATH_PROX),
            of(PATH_PROX.withFunctionPreservingNormalization())),
        Arguments.of(
            "penalty_end",
            of(PATH_PROX.withPenalty(new Mcp(0.25, 1))),
            of(PATH_PROX.withPenalty(new Mcp(0.25, 2)))),
        Arguments.of(
            "penalty_smoothing",
            of(PATH_PROX.withPenalty(new Powers(0.25, 0.5, 0.01))),
            of(PATH_PROX.withPenalty(new Powers(0.25, 0.5, 0.02)))),
        Arguments.of(
            "units",
            of(PathProx.recommended(0.25)),
            of(PathProx.recommended(0.25).withUnits(UnitTarget.perPair(3)))),
        Arguments.of("momentum", of(new WeightDecay(1)), of(new WeightDecay(1).withMomentum(0.5))),
        differing("learning_rate", OPTIONS.withLearningRate(0.2)),
        differing("iterations", OPTIONS.withIterations(3)),
        differing("batch_size", OPTIONS.withBatchSize(8)),
        differing("shuffled", OPTIONS.withoutShuffling()),
        differing("seed", OPTIONS.withSeed(1L << 60)),
        differing("augmentation", OPTIONS.withAugmentation(new Unchanged())),
        differing("loss", OPTIONS.withLoss(WeightedCrossEntropy.balanced(1, 3))),
        differing("record_every", OPTIONS.withRecordEvery(2)),
        differing("measures_optimality", measuring),
        Arguments.of(
            "tolerance",
            of(measuring, START, PATH_PROX),
            of(measuring.stopWhenOptimal(0.5), START, PATH_PROX)),
        Arguments.of(
            "type",
            of(OPTIONS, START, PATH_PROX),
            of(OPTIONS, Problem.factorized(DataType.FLOAT), PATH_PROX)),
        Arguments.of(
            "architecture, parameters",
            of(OPTIONS, START, PATH_PROX),
            of(OPTIONS, other, PATH_PROX)));
  }

  private record Unchanged() implements Augmentation {
    @Override
    public void check(Dataset dataset) {}

    @Override
    public void apply(Matrix samples, RandomNumbers random, Matrix changed) {
      changed.copyRows(samples, 0, samples.rows());
    }
  }

  private static Arguments differing(String name, TrainingOptions options) {
    return Arguments.of(name, of(PATH_PROX), of(options, START, PATH_PROX));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void parameters_oneOptionDiffers_soDoesItsEntryAlone(
      String names, Map<String, Object> one, Map<String, Object> other) {
    Set<String> differing = new TreeSet<>();
    one.forEach(
        (name, value) -> differing.addAll(value.equals(other.get(name)) ? Set.of() : Set.of(name)));

    assertEquals(one.keySet(), other.keySet());
    assertEquals(new TreeSet<>(List.of(names.split(", "))), differing);
  }

  @Test
  void parameters_noLearningRate_areThatOfTheMethod() {
    TrainingOptions options = TrainingOptions.defaults().withIterations(1);
    Map<String, Object> found = of(options, START, PathProx.recommended(0.1));

    assertEquals("PathProx recommended", found.get("method"));
    assertEquals(0.05, found.get("learning_rate"), "of AdaptivePathProx");
    assertEquals("method", found.get("learning_rate_origin"));
    assertEquals("none", found.get("units"));
  }

  @Test
  void parameters_schedules_areTexts() {
    TrainingOptions stepped = OPTIONS.withLearningRate(LearningRate.stepped(0.1, 0.5, 10));

    assertEquals(
        "learning rate 0.1, times 0.5 at [10]", of(stepped, START, PATH_PROX).get("learning_rate"));
    assertEquals(
        "learning rate by a function of the iteration",
        of(OPTIONS.withLearningRate(k -> 0.1), START, PATH_PROX).get("learning_rate"));
  }

  /** A method of a user's own, whose components are called as options are. */
  private record Own(Method inner, float seed, String method) implements Method {
    @Override
    public String name() {
      return "mine";
    }

    @Override
    public double lambda() {
      return inner.lambda();
    }

    @Override
    public Step prepare(WorkingNetwork network, Task task) {
      return inner.prepare(network, task);
    }
  }

  @Test
  void parameters_methodOfAUser_haveItsComponentsAndHideNoOption() {
    Map<String, Object> found = of(new Own(PATH_PROX, 0.5f, "text"));

    assertEquals("mine", found.get("method"));
    assertEquals("text", found.get("method_method"));
    assertEquals(PATH_PROX.name(), found.get("inner"));
    assertEquals(0.5, found.get("method_seed"));
    assertEquals(9L, found.get("seed"), "that of Problem.options");
  }

  @Test
  void parameters_methodThatIsNoRecord_haveItsName() {
    Own own = new Own(PATH_PROX, 0, "");
    Method method =
        new Method() {
          @Override
          public String name() {
            return "anonymous λ=7, with more";
          }

          @Override
          public double lambda() {
            return 7;
          }

          @Override
          public Step prepare(WorkingNetwork network, Task task) {
            return own.prepare(network, task);
          }
        };

    assertEquals("anonymous", of(method).get("method"));
    assertEquals(7.0, of(method).get("lambda"));
  }

  @Test
  void named_orCompact_keepsThem() {
    TrainingResult result = Trainer.with(OPTIONS).train(START, DATA, PATH_PROX);

    assertEquals(result.parameters(), result.named("other").parameters());
    assertEquals(result.parameters(), result.compact().parameters());
  }

  @Test
  void line_architectures_areWidthsOrLayers() {
    Architecture images =
        Architecture.of(
            Shape.of(1, 4, 4), Conv2d.same(1, 2, 3), new Relu(), new Flatten(), new Dense(32, 2));

    assertEquals("784-400-10", Architecture.mlp(784, 400, 10).line());
    assertEquals("3-2", Architecture.mlp(3, 2).line());
    assertEquals("1×4×4: conv 3×3, 1 → 2; ReLU; flatten; dense 32 → 2", images.line());
    assertTrue(Architecture.vgg19(Shape.of(3, 32, 32), 10).line().length() < 1000);
  }
}
