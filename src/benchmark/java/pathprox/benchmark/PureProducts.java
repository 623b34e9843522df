package pathprox.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;

/**
 * The matrix products of one dense step and nothing else: the limit of what a step can reach.
 *
 * <p>Each product has matrices of its own and is repeated until they are cached; the medians of all
 * products are added.
 */
final class PureProducts implements Work {
  private static final int REPETITIONS = 5;

  /** One product c ← op(a)·op(b) + beta·c. */
  private record Product(
      Matrix c, Matrix a, Transpose turnA, Matrix b, Transpose turnB, double beta) {
    void run() {
      c.gemm(1e-9, a, turnA, b, turnB, beta);
    }
  }

  private final List<Product> products = new ArrayList<>();
  private final long[] times = new long[REPETITIONS];

  /** The products of a step on 784-400×5-10. */
  static PureProducts ofDenseStep() {
    int[] sizes = new int[2 * DenseStep.BLOCKS + 1];
    Arrays.fill(sizes, DenseStep.WIDTH);
    sizes[0] = MnistSubset.INPUTS;
    sizes[sizes.length - 1] = MnistSubset.CLASSES;
    return new PureProducts(DenseStep.BATCH, sizes);
  }

  PureProducts(int batch, int... sizes) {
    for (int layer = 0; layer + 1 < sizes.length; layer++) {
      addLayer(batch, sizes[layer], sizes[layer + 1], layer % 2 == 1, layer > 0);
    }
  }

  /** Outgoing layers of a pair hold their weights as [inputs, outputs]. */
  private void addLayer(int n, int inputs, int outputs, boolean outgoing, boolean hasGradient) {
    Transpose turn = outgoing ? Transpose.NO : Transpose.YES;
    Transpose back = outgoing ? Transpose.YES : Transpose.NO;
    int rows = outgoing ? inputs : outputs;
    int columns = outgoing ? outputs : inputs;
    Matrix weights = RandomMatrix.of(rows, columns);
    add(RandomMatrix.of(n, outputs), RandomMatrix.of(n, inputs), Transpose.NO, weights, turn, 1);
    if (hasGradient) {
      add(
          RandomMatrix.of(n, inputs),
          RandomMatrix.of(n, outputs),
          Transpose.NO,
          RandomMatrix.of(rows, columns),
          back,
          0);
    }
    add(
        RandomMatrix.of(rows, columns),
        RandomMatrix.of(n, rows),
        Transpose.YES,
        RandomMatrix.of(n, columns),
        Transpose.NO,
        1);
  }

  private void add(Matrix c, Matrix a, Transpose turnA, Matrix b, Transpose turnB, double beta) {
    products.add(new Product(c, a, turnA, b, turnB, beta));
  }

  @Override
  public void run() {
    products.forEach(Product::run);
  }

  @Override
  public long measure() {
    long sum = 0;
    for (int i = 0; i < products.size(); i++) {
      sum += median(products.get(i));
    }
    return sum;
  }

  private long median(Product product) {
    product.run();
    for (int i = 0; i < REPETITIONS; i++) {
      long start = System.nanoTime();
      product.run();
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    return times[REPETITIONS / 2];
  }
}
