package pathprox.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pathprox.data.Cifar10;
import pathprox.data.Digits;
import pathprox.experiment.SweepMember;
import pathprox.loss.CrossEntropy;
import pathprox.loss.MeanSquaredError;
import pathprox.loss.WeightedCrossEntropy;
import pathprox.method.PathProx;
import pathprox.method.UnitTarget;
import pathprox.method.WeightDecay;
import pathprox.method.WorkingSet;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.Shape;
import pathprox.penalty.Mcp;
import pathprox.penalty.Powers;
import pathprox.training.LearningRate;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class WireTest {
  private static Object travelled(Object value) throws Exception {
    return Wire.value(Wire.bytes(value));
  }

  static Stream<Object> values() {
    TrainingOptions options = TrainingOptions.defaults();
    return Stream.of(
        Optional.empty(),
        Optional.of("a"),
        List.of(Optional.of(Optional.empty())),
        new Object[0].getClass(),
        int.class,
        Architecture.factorizedMlp(8, 4, 2, 3),
        Architecture.smallConvnet(Shape.of(1, 8, 8), 2),
        PathProx.of(0.1).withPenalty(new Mcp(0.1, 1)),
        PathProx.recommended(0.1).withPenalty(Powers.of(0.1, 0.5)),
        PathProx.recommended(0.1)
            .withWorkingSet(WorkingSet.lazy(3))
            .withUnits(UnitTarget.perPair(3)),
        new WeightDecay(0.1),
        options,
        options.withAugmentation(Cifar10.cropAndFlip()).withSeed(3),
        options.stopWhenOptimal(0.1).withLoss(WeightedCrossEntropy.balanced(3, 1)),
        new CrossEntropy(),
        new MeanSquaredError());
  }

  @ParameterizedTest
  @MethodSource("values")
  void value_ofBytes_isEqual(Object value) throws Exception {
    assertEquals(value, travelled(value));
  }

  static Stream<LearningRate> schedules() {
    return Stream.of(
        LearningRate.constant(0.3),
        LearningRate.stepped(0.3, 0.1, 4, 8),
        LearningRate.cosine(0.3, 1, 9, 0.01),
        LearningRate.exponential(0.3, 0.5, 3),
        iteration -> iteration * 0.25); // of a class in a jar
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void value_schedule_givesTheSameRates(LearningRate schedule) throws Exception {
    LearningRate there = (LearningRate) travelled(schedule);
    for (int iteration = 0; iteration < 10; iteration++) {
      assertEquals(schedule.at(iteration), there.at(iteration));
    }
  }

  @Test
  void value_datasetNetworkAndResult_haveTheSameBits() throws Exception {
    SweepMember member = Members.several(1, 20).get(0);
    TrainingResult result = Members.train(member, Digits.load());
    Network network = result.network();

    TrainingResult there = (TrainingResult) travelled(result);

    assertEquals(network.architecture(), there.network().architecture());
    for (int layer = 0; layer < 2; layer++) {
      assertEquals(network.weights(layer), there.network().weights(layer));
      assertEquals(network.bias(layer), there.network().bias(layer));
    }
    assertEquals(result.history(), there.history());
    assertEquals(result.toString(), there.toString());
    assertEquals(Digits.load().toString(), travelled(Digits.load()).toString());
  }

  @Test
  void bytes_valueThatIsNotSerializable_isNamedWithTheCure() {
    Object options = List.of(new Object());
    Exception e = assertThrows(IllegalArgumentException.class, () -> Wire.bytes(options));
    assertTrue(
        e.getMessage()
            .startsWith(
                "a value of java.lang.Object cannot travel to Spark's executors, as that is"),
        e.getMessage());
  }

  /** A kernel's cells are compiled by JShell in its own JVM, as here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pathprox.training.LearningRate rate = k -> 0.1;",
        "record Mine() implements pathprox.training.LearningRate {"
            + " public double at(int k) { return 0.1; } }"
            + " pathprox.training.LearningRate rate = new Mine();"
      })
  void bytes_classOfACell_isRefusedWithTheCure(String cell) throws Exception {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      String rest = cell;
      while (!rest.isBlank()) {
        var completion = shell.sourceCodeAnalysis().analyzeCompletion(rest);
        for (SnippetEvent event : shell.eval(completion.source())) {
          assertEquals(null, event.exception());
        }
        rest = completion.remaining();
      }
      shell.eval("pathprox.spark.Cell.rate = rate;");
    }
    TrainingOptions options = TrainingOptions.defaults().withLearningRate(Cell.rate);

    Exception e = assertThrows(IllegalArgumentException.class, () -> Wire.bytes(options));

    assertTrue(e.getMessage().contains("cannot travel to Spark's executors"), e.getMessage());
    assertTrue(e.getMessage().contains("REPL."), e.getMessage());
    assertTrue(e.getMessage().contains("LearningRate.constant"), e.getMessage());
  }
}
