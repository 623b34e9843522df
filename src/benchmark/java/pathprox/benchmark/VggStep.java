package pathprox.benchmark;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Examples;
import pathprox.loss.CrossEntropy;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.method.PathProx;
import pathprox.network.Architecture;
import pathprox.network.Shape;

/** A PathProx step on VGG19 with images of noise; its cost does not depend on the pixels. */
final class VggStep extends TrainingStep {
  private static final Shape IMAGE = Shape.of(3, 32, 32);
  private static final int CLASSES = 10;
  private static final int BATCH = 128;
  private static final double RATE = 0.01;

  VggStep() {
    super(
        Architecture.vgg19(IMAGE, CLASSES).initialize(1),
        PathProx.of(DenseStep.LAMBDA),
        new CrossEntropy(),
        RATE,
        noise());
  }

  private static Examples noise() {
    Matrix classes = new Arena().zeros(DataType.FLOAT, BATCH, 1);
    for (int row = 0; row < BATCH; row++) {
      classes.set(row, 0, row % CLASSES);
    }
    return new Examples(RandomMatrix.of(BATCH, IMAGE.elements()), classes, true);
  }
}
