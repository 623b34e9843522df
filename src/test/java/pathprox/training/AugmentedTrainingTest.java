package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import pathprox.Tolerance;
import pathprox.data.CropAndFlip;
import pathprox.data.Dataset;
import pathprox.loss.CrossEntropy;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.metrics.Score;
import pathprox.network.Network;

/** A training on images that are changed anew in each batch. */
class AugmentedTrainingTest {
  private static final Network START = Problem.factorized(DataType.DOUBLE);
  private static final Dataset DATA = Problem.data();
  private static final TrainingOptions OPTIONS = Problem.options();

  @Test
  void train_augmented_recordsTheSamplesAsTheyAre() {
    Dataset images = DATA.withSampleShape(1, 2, 3);
    TrainingOptions options =
        OPTIONS.withAugmentation(new CropAndFlip(2, 3, 1, List.of(0.0))).withRecordEvery(7);
    TrainingResult result = Trainer.with(options).train(START, images, PathProx.of(0.01));

    Score train = Score.of(result.network(), images, new CrossEntropy());
    assertEquals(train.loss(), result.history().last().train().loss(), Tolerance.ROUNDING);
  }

  /** Three inputs are the same in all samples, but not once images move. */
  @Test
  void train_augmentedConstantInputs_learnsTheirWeights() {
    INDArray features = DATA.features().dup();
    features.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3)).assign(0);
    Dataset images =
        Dataset.classification("half empty", features, DATA.classes(), DATA.classNames())
            .withSampleShape(1, 2, 3);
    TrainingOptions options = OPTIONS.withIterations(20);
    CropAndFlip moving = new CropAndFlip(2, 3, 1, List.of(0.0));

    INDArray still = firstColumns(options, images);
    INDArray moved = firstColumns(options.withAugmentation(moving), images);

    INDArray before = START.weights(0).get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3));
    assertEquals(0, before.distance2(still), Tolerance.ROUNDING);
    assertTrue(before.distance2(moved) > 0.01, "distance " + before.distance2(moved));
  }

  private static INDArray firstColumns(TrainingOptions options, Dataset data) {
    Network network = Trainer.with(options).train(START, data, new WeightDecay(0)).network();
    return network.weights(0).get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3));
  }

  @Test
  void train_augmentationOfOtherSamples_isRefused() {
    TrainingOptions options = OPTIONS.withAugmentation(new CropAndFlip(2, 3, 1, List.of(0.0)));

    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Trainer.with(options).train(START, DATA, PathProx.of(0.01)));

    assertTrue(error.getMessage().contains("those of 'clusters' have [6]"), error.getMessage());
  }
}
