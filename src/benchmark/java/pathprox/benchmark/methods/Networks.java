package pathprox.benchmark.methods;

import java.util.List;
import pathprox.network.Architecture;
import pathprox.network.Shape;

/** The networks that several problems share. */
final class Networks {
  private Networks() {}

  /** Two blocks of 50 units. */
  static Architecture table(int inputs, int outputs) {
    return Architecture.factorizedMlp(inputs, 50, 2, outputs);
  }

  /** 64-100×3-10. */
  static Architecture digits() {
    return Architecture.factorizedMlp(64, 100, 2, 10);
  }

  /** 784-width×5-10. */
  static Architecture mnist(int width) {
    return Architecture.factorizedMlp(784, width, 3, 10);
  }

  /** Eight layers, a rectifier behind each but the last. */
  static Architecture deep() {
    return Architecture.mlp(64, 50, 50, 50, 50, 50, 50, 50, 10);
  }

  /** Four convolutions with 8 and 16 channels. */
  static Architecture convolutional() {
    List<List<Integer>> channels = List.of(List.of(8, 8), List.of(16, 16));
    return Architecture.vgg(Shape.of(1, 28, 28), 10, channels);
  }
}
