package pathprox.matrix;

import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * A matrix product in blocks of rows that are small enough for OpenBLAS's kernels without packing,
 * which only some processors have. Packing copies both factors into the order in which the kernel
 * reads them; where the right one has few columns that costs more than it gains: in blocks,
 * 10,000×611 times 611×60 takes 7.6 ms instead of 10.7 on one core of a Zen 4.
 */
final class Product {
  static final int PACKED_FROM = 1_000_000; // multiplications
  private static final int KERNEL_ROWS = 4; // what is left over costs as much as many
  private static final int FEWEST_ROWS = 8;
  private static final int TALL = 512; // rows from which it pays to transpose the right factor
  private static final int AVX512 = 3; // ND4J's number for processors with AVX-512
  private static final boolean HAS_SMALL_KERNELS =
      NativeOpsHolder.getInstance().getDeviceNativeOps().optimalLevel() >= AVX512;

  private final RowBlock left = new RowBlock();
  private final RowBlock right = new RowBlock();
  private final Buffer transposed;

  Product(Arena arena) {
    transposed = arena.buffer();
  }

  /** c ← alpha·op(a)·op(b) + beta·c, none of them empty. */
  void compute(
      double alpha, Matrix a, Transpose turnA, Matrix b, Transpose turnB, double beta, Matrix c) {
    boolean mayBeCut = turnA == Transpose.NO && (turnB == Transpose.NO || c.rows() >= TALL);
    int block = mayBeCut ? blockRows(c, a.columns()) : c.rows();
    if (turnB == Transpose.YES && block < c.rows()) {
      right.aim(transposed.turned(b, 1, b.rows(), b.columns()), Transpose.NO);
    } else {
      right.aim(b, turnB);
    }
    for (int row = 0; row < c.rows(); row += block) {
      int rows = Math.min(block, c.rows() - row);
      left.aim(a, row, turnA == Transpose.YES ? a.rows() : rows, turnA);
      c.product(alpha, left, right, beta, row, rows);
    }
  }

  /** How many rows of a product of two untransposed factors to compute at a time. */
  private static int blockRows(Matrix c, int inner) {
    int small = (int) (PACKED_FROM / ((long) c.columns() * inner)) / KERNEL_ROWS * KERNEL_ROWS;
    return HAS_SMALL_KERNELS && small >= FEWEST_ROWS ? Math.min(small, c.rows()) : c.rows();
  }
}
