package pathprox.matrix;

import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Products in blocks of rows that are small enough for OpenBLAS's kernels without packing.
 *
 * <p>For larger products OpenBLAS first copies both factors into the order in which its kernel
 * reads them. Where the right factor has few columns, the copies cost more than they gain: in
 * blocks, 10,000×611 times 611×60 takes 7.6 ms instead of 10.7 on one core of a Zen 4, and 200×400
 * times 400×200 takes 0.29 ms instead of 0.33. Only some processors have such kernels; on others
 * each block would be packed on its own.
 */
final class RowBlocks {
  /** ND4J's number for processors with AVX-512, for which OpenBLAS has such kernels. */
  private static final int AVX512 = 3;

  private static final boolean HAS_SMALL_KERNELS =
      NativeOpsHolder.getInstance().getDeviceNativeOps().optimalLevel() >= AVX512;

  /** Products with more multiplications are packed. */
  private static final long PACKED_FROM = 1_000_000;

  /** The kernels take rows by fours; what is left over costs as much as many. */
  private static final int KERNEL_ROWS = 4;

  private static final int FEWEST_ROWS = 8;

  /** Rows from which it pays to transpose the right factor first, since kernels differ there. */
  private static final int TALL = 512;

  private RowBlocks() {}

  /** How many rows of a product of two untransposed factors to compute at a time. */
  static int rows(int rows, int columns, int inner) {
    int small = (int) (PACKED_FROM / ((long) columns * inner)) / KERNEL_ROWS * KERNEL_ROWS;
    return HAS_SMALL_KERNELS && small >= FEWEST_ROWS ? Math.min(small, rows) : rows;
  }

  /** Whether to transpose the right factor of a product, which was to be transposed by BLAS. */
  static boolean transposes(int rows, int columns, int inner) {
    return rows >= TALL && rows(rows, columns, inner) < rows;
  }
}
