package pathprox.tutorial.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.method.PathProx;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;

class ReferenceTest {
  private static final String FOLDER = "src/test/resources/reference/steps/";

  private static TrainingResult trained(Reference reference, PathProx method) {
    return Trainer.with(reference.options()).train(reference.start(), reference.data(), method);
  }

  @Test
  void differences_fromThePublishedMethod_areRounding() {
    Reference reference = Reference.load(FOLDER + "mlp-pathprox.json");
    TrainingResult ours = trained(reference, reference.method());
    for (double difference : reference.differences(ours)) {
      assertEquals(0, difference, 1e-10);
    }
    assertEquals(40, reference.equalUnits(ours));
    assertEquals(
        List.of(1, 2, 3, 10, 20, 30, 40), reference.beside(ours).intColumn("iteration").asList());
  }

  @Test
  void differences_fromAnotherMethod_areLarger() {
    Reference reference = Reference.load(FOLDER + "mlp-pathprox.json");
    TrainingResult ours =
        trained(reference, reference.method().withFunctionPreservingNormalization());
    for (double difference : reference.differences(ours)) {
      assertTrue(difference > 1e-3, String.valueOf(difference));
    }
  }

  @Test
  void load_anotherFile_isRefused() {
    Exception missing =
        assertThrows(UncheckedIOException.class, () -> Reference.load(FOLDER + "none.json"));
    assertTrue(missing.getMessage().contains("none.json"), missing.getMessage());
    Exception convolutional =
        assertThrows(
            UncheckedIOException.class, () -> Reference.load(FOLDER + "convnet-pathprox.json"));
    assertTrue(
        convolutional.getMessage().endsWith("found 'convnet-pathprox'"),
        convolutional.getMessage());
  }
}
