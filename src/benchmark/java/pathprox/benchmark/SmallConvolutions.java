package pathprox.benchmark;

import pathprox.loss.CrossEntropy;
import pathprox.method.PathProx;
import pathprox.network.Architecture;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.MaxPool2d;
import pathprox.network.Relu;
import pathprox.network.Shape;

/** A PathProx step on convolutional networks as notebooks use them, on digits of 28×28 pixels. */
final class SmallConvolutions {
  static final String PREFIX = "small-";

  private static final double RATE = 0.01;
  private static final Shape IMAGE = Shape.of(1, 28, 28);

  private SmallConvolutions() {}

  /** The network of notebook 08, or {@code small-CHANNELS-CHANNELS-BATCH}. */
  static Work of(String name) {
    if (name.equals(PREFIX + "notebook")) {
      return step(ofNotebook(), 50);
    }
    String[] sizes = name.substring(PREFIX.length()).split("-");
    return step(
        twoLayers(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1])),
        Integer.parseInt(sizes[2]));
  }

  private static Work step(Architecture architecture, int batch) {
    return new TrainingStep(
        architecture.initialize(1),
        PathProx.of(DenseStep.LAMBDA),
        new CrossEntropy(),
        RATE,
        MnistSubset.batches(batch));
  }

  private static Architecture ofNotebook() {
    return Architecture.of(
        IMAGE,
        new Conv2d(1, 32, 5, 2, 2),
        new Relu(),
        Conv2d.same(32, 16, 3),
        new Relu(),
        new MaxPool2d(2),
        Conv2d.same(16, 32, 3),
        new Relu(),
        new MaxPool2d(2),
        new Flatten(),
        new Dense(288, MnistSubset.CLASSES));
  }

  private static Architecture twoLayers(int first, int second) {
    return Architecture.of(
        IMAGE,
        Conv2d.same(1, first, 3),
        new Relu(),
        Conv2d.same(first, second, 3),
        new Relu(),
        new MaxPool2d(2),
        new Flatten(),
        new Dense(second * 14 * 14, MnistSubset.CLASSES));
  }
}
