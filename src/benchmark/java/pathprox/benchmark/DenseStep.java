package pathprox.benchmark;

import pathprox.loss.CrossEntropy;
import pathprox.method.Method;
import pathprox.network.Architecture;
import pathprox.network.Network;

/** Steps on the network of the published experiments, 784-400×5-10, and on other sizes of it. */
final class DenseStep {
  static final int WIDTH = 400;
  static final int BLOCKS = 3;
  static final int BATCH = 200;
  static final double RATE = 0.3;
  static final double LAMBDA = 1e-4;

  private DenseStep() {}

  /** A step at the beginning of a training, with the published learning rate. */
  static TrainingStep of(Method method) {
    return of(method, RATE);
  }

  static TrainingStep of(Method method, double rate) {
    return from(network(WIDTH, BLOCKS), method, rate, BATCH);
  }

  static TrainingStep from(Network start, Method method, double rate, int batch) {
    return new TrainingStep(start, method, new CrossEntropy(), rate, MnistSubset.batches(batch));
  }

  static Network network(int width, int blocks) {
    return Architecture.factorizedMlp(MnistSubset.INPUTS, width, blocks, MnistSubset.CLASSES)
        .initialize(1);
  }
}
