package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.Tolerance;
import pathprox.data.CropAndFlip;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.data.TrainingData;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.network.Network;
import pathprox.network.UnitPair;

/** A training that goes on where an earlier one ended. */
class ResumeTest {
  private static final Network START = Problem.factorized(DataType.DOUBLE);
  private static final Dataset DATA = Problem.data();
  private static final TrainingOptions OPTIONS = Problem.options();

  static Stream<TrainingData> withAndWithoutTestSet() {
    return Stream.of(DATA, new Split(DATA, DATA));
  }

  @ParameterizedTest
  @MethodSource("withAndWithoutTestSet")
  void resume_afterPart_endsWhereAnUnbrokenTrainingEnds(TrainingData data) {
    TrainingOptions options =
        OPTIONS.withLearningRate(LearningRate.stepped(0.1, 0.5, 40)).withRecordEvery(10);
    PathProx method = PathProx.of(0.05);
    TrainingResult whole = Trainer.with(options.withIterations(100)).train(START, data, method);
    TrainingResult part = Trainer.with(options.withIterations(35)).train(START, data, method);
    TrainingResult resumed = Trainer.with(options.withIterations(100)).resume(part, data, method);

    assertEquals(
        0, whole.network().weights(0).distance2(resumed.network().weights(0)), Tolerance.ROUNDING);
    assertEquals(100, resumed.iterations());
    assertEquals(
        List.of(0, 10, 20, 30, 35, 40, 50, 60, 70, 80, 90, 100),
        resumed.history().measurements().stream().map(Measurement::iteration).toList());
    assertEquals(
        data.testSet().isEmpty(), Double.isNaN(resumed.history().last().test().accuracy()));
  }

  @Test
  void resume_augmented_goesOnWithTheSameRandomSequence() {
    Dataset images = DATA.withSampleShape(1, 2, 3);
    Split split = new Split(images, images);
    TrainingOptions options =
        OPTIONS.withAugmentation(new CropAndFlip(2, 3, 1, List.of(0.0))).withRecordEvery(10);
    PathProx method = PathProx.of(0.05);
    TrainingResult whole = Trainer.with(options.withIterations(100)).train(START, split, method);
    TrainingResult part = Trainer.with(options.withIterations(35)).train(START, split, method);
    TrainingResult resumed = Trainer.with(options.withIterations(100)).resume(part, split, method);

    assertEquals(
        0, whole.network().weights(0).distance2(resumed.network().weights(0)), Tolerance.ROUNDING);
    assertEquals(
        0, whole.network().weights(3).distance2(resumed.network().weights(3)), Tolerance.ROUNDING);
  }

  @Test
  void resume_compactNetwork_keepsItsUnits() {
    Split split = new Split(DATA, DATA);
    PathProx method = PathProx.of(0.05);
    TrainingResult part =
        Trainer.with(OPTIONS.withIterations(500)).train(START, split, method).compact();
    TrainingResult resumed = Trainer.with(OPTIONS.withIterations(600)).resume(part, split, method);

    assertEquals(
        part.history().last().regularity().activeUnits(),
        part.network().architecture().pairing().pairs().stream().map(UnitPair::units).toList());
    assertEquals(part.network().architecture(), resumed.network().architecture());
    assertEquals(part.objective(), resumed.objective(), 0.1 * part.objective());
  }

  @Test
  void resume_nothingLeft_isRefused() {
    Split split = new Split(DATA, DATA);
    TrainingResult whole = Trainer.with(OPTIONS).train(START, split, PathProx.of(0.1));

    assertThrows(
        IllegalArgumentException.class,
        () -> Trainer.with(OPTIONS).resume(whole, split, PathProx.of(0.1)));
  }
}
