package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.Tolerance;
import pathprox.network.Network;

/**
 * Trains the reference cases in float64 and compares every number with what the authors' PyTorch
 * code computed. {@code -Dreference.steps=FOLDER} runs it on another folder of such files.
 */
class ReferenceStepsTest {
  /** Names each case on the console, also where Maven runs quietly. */
  private static final Logger LOG = Logger.getLogger(ReferenceStepsTest.class.getName());

  @TestFactory
  List<DynamicTest> everyCase_trainedInDouble_matchesTheAuthorsNumbers() throws IOException {
    Path folder = Path.of(System.getProperty("reference.steps"));
    try (Stream<Path> files = Files.list(folder)) {
      List<ReferenceCase> cases =
          files
              .filter(file -> file.getFileName().toString().matches("(mlp|convnet)-.*\\.json"))
              .sorted()
              .map(ReferenceCase::read)
              .toList();
      assertFalse(cases.isEmpty(), "no mlp-*.json or convnet-*.json in " + folder);
      return cases.stream()
          .map(example -> DynamicTest.dynamicTest(example.name(), () -> check(example)))
          .toList();
    }
  }

  private static void check(ReferenceCase example) {
    TrainingResult result =
        Trainer.with(example.options()).train(example.start(), example.data(), example.method());

    List<JsonNode> trace = example.trace();
    List<Measurement> measurements = result.history().measurements();
    assertEquals(trace.size() + 1, measurements.size());
    for (int k = 0; k < trace.size(); k++) {
      Measurement measured = measurements.get(k + 1);
      String where = "iteration " + k;
      assertEquals(
          trace.get(k).get("batch_loss").asDouble(),
          measured.batchLoss(),
          Tolerance.REFERENCE,
          where);
      assertEquals(
          trace.get(k).get("path_norm").asDouble(),
          measured.regularity().pathNorm(),
          Tolerance.REFERENCE,
          where);
      assertEquals(
          ReferenceCase.integers(trace.get(k).get("active_per_group")),
          measured.regularity().activeUnits(),
          where);
    }
    checkParameters(example, result.network());
    LOG.info(() -> "%s: %d iterations agree".formatted(example.name(), trace.size()));
  }

  private static void checkParameters(ReferenceCase example, Network network) {
    List<String> names = example.layerNames();
    for (int layer = 0; layer < names.size(); layer++) {
      assertArraysEqual(example.finalArray(names.get(layer) + ".weight"), network.weights(layer));
      assertArraysEqual(example.finalArray(names.get(layer) + ".bias"), network.bias(layer));
    }
    assertArraysEqual(example.finalOutputs(), network.outputs(example.data().features()));
  }

  private static void assertArraysEqual(INDArray expected, INDArray actual) {
    assertArrayEquals(expected.shape(), actual.shape());
    assertArrayEquals(
        expected.dup('c').data().asDouble(),
        actual.dup('c').data().asDouble(),
        Tolerance.REFERENCE);
  }
}
