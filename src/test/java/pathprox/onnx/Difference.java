package pathprox.onnx;

import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.RandomNumbers;
import pathprox.network.Network;
import pathprox.network.Shape;

/** How far onnxruntime is from this library. */
final class Difference {
  private Difference() {}

  /** Standard normal samples of a shape, 'c' ordered, [samples, …]. */
  static INDArray samples(Shape shape, int count, DataType type) {
    RandomNumbers random = RandomNumbers.of(7, "samples", 0);
    double[] values = new double[count * shape.elements()];
    Arrays.setAll(values, i -> random.nextGaussian());
    long[] sizes = new long[shape.sizes().size() + 1];
    Arrays.setAll(sizes, i -> i == 0 ? count : shape.sizes().get(i - 1));
    return Nd4j.createFromArray(values).castTo(type).reshape('c', sizes);
  }

  /** The largest difference relative to the largest output, max|a − b|/max|a|. */
  static double relative(INDArray expected, INDArray found) {
    INDArray exact = expected.castTo(DataType.DOUBLE);
    double largest = exact.amaxNumber().doubleValue();
    return exact.sub(found).amaxNumber().doubleValue() / largest;
  }

  /** Saves a network and compares its outputs. */
  static double of(Network network, int samples, DataType type, Path file) {
    Onnx.save(network, file);
    INDArray inputs = samples(network.architecture().input(), samples, type);
    try (RuntimeSession runtime = new RuntimeSession(file)) {
      return relative(network.outputs(inputs), runtime.run("output", inputs));
    }
  }
}
