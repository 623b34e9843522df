package pathprox.tutorial.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Dense;
import pathprox.network.Network;

/** How much a matrix can stretch a vector, by power iteration. */
public final class SpectralNorms {
  private static final int MOST_ROUNDS = 2_000;
  private static final double PRECISION = 1e-10;

  private SpectralNorms() {}

  /**
   * {@return the spectral norm max ‖Wx‖/‖x‖ of {@code matrix}, W, its largest singular value: x ←
   * WᵀWx/‖WᵀWx‖ until ‖WᵀWx‖ settles; found from below, which differs in the last digits} The
   * matrix is not modified.
   */
  public static double of(INDArray matrix) {
    boolean isWide = matrix.rows() < matrix.columns();
    INDArray product = isWide ? matrix.mmul(matrix.transpose()) : matrix.transpose().mmul(matrix);
    double[][] square = product.toDoubleMatrix();
    double[] x = IntStream.range(0, square.length).mapToDouble(i -> 1 + i % 7 / 10.0).toArray();
    double before = -1;
    double length = 0;
    for (int round = 0; round < MOST_ROUNDS && length - before > PRECISION * length; round++) {
      double by = norm(x);
      double[] unit = Arrays.stream(x).map(value -> value / by).toArray();
      x = Arrays.stream(square).mapToDouble(row -> dot(row, unit)).toArray();
      before = length;
      length = norm(x);
    }
    return Math.sqrt(length);
  }

  /**
   * {@return the product of the spectral norms of all layers of {@code network}, balanced before,
   * which bounds how far outputs move, as the product of the path norms does; an
   * IllegalArgumentException if a layer with parameters is not dense}
   */
  public static double product(Network network) {
    network.architecture().parametricLayers().stream()
        .filter(layer -> !(layer instanceof Dense))
        .forEach(
            layer -> {
              throw new IllegalArgumentException("all layers must be dense, found " + layer);
            });
    Network balanced = network.balanced();
    return IntStream.range(0, network.architecture().parametricLayers().size())
        .mapToDouble(layer -> of(balanced.weights(layer)))
        .reduce(1, (product, norm) -> product * norm);
  }

  private static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
