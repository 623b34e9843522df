package pathprox.benchmark.convergence;

import pathprox.data.Digits;
import pathprox.data.Mnist;
import pathprox.data.PiecewiseLinear;
import pathprox.data.Split;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.loss.MeanSquaredError;
import pathprox.network.Architecture;

/** What is learned: data, network, loss, and the options that all methods share. */
enum Problem {
  /** The published experiment on the bundled images. */
  MNIST(Architecture.factorizedMlp(784, 400, 3, 10), new CrossEntropy(), 1e-4, 0.3, 200) {
    @Override
    Split data(long seed) {
      return Mnist.subset(100);
    }
  },

  /** Images of 64 pixels. */
  DIGITS(Architecture.factorizedMlp(64, 100, 3, 10), new CrossEntropy(), 1e-4, 0.1, 200) {
    @Override
    Split data(long seed) {
      return Digits.split(seed);
    }
  },

  /**
   * A piecewise linear function of one number, with noise. The learning rate is one that fits
   * weight decay, whose objective rises with 0.1.
   */
  LINE(Architecture.mlp(1, 200, 1), new MeanSquaredError(), 1e-3, 0.03, 50) {
    @Override
    Split data(long seed) {
      return PiecewiseLinear.split(seed);
    }
  };

  private final Architecture architecture;
  private final Loss loss;
  private final double lambda;
  private final double rate;
  private final int batchSize;

  Problem(Architecture architecture, Loss loss, double lambda, double rate, int batchSize) {
    this.architecture = architecture;
    this.loss = loss;
    this.lambda = lambda;
    this.rate = rate;
    this.batchSize = batchSize;
  }

  abstract Split data(long seed);

  Architecture architecture() {
    return architecture;
  }

  Loss loss() {
    return loss;
  }

  double lambda() {
    return lambda;
  }

  double rate() {
    return rate;
  }

  int batchSize() {
    return batchSize;
  }
}
