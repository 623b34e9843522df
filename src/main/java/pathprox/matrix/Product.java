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

  /**
   * Rows at whose multiples a product may be cut without a change of any bit: OpenBLAS's kernels
   * take 4, 8 or 12 rows at a time ({@code ThreadCountTest}).
   */
  private static final int SEAM = 24;

  private static final int SUMMED = 1024; // rows that are summed in one go

  private final Lanes<RowBlock> lefts = new Lanes<>(RowBlock::new);
  private final RowBlock right = new RowBlock();
  private final Buffer transposed;
  private final Buffer sums;
  private final Threads.Loop blocks = this::blocks;
  private final Threads.Loop seams = this::seams;
  private final Threads.Loop columnSums = this::columnSums;
  private double alpha;
  private double beta;
  private Matrix a;
  private Transpose turnA;
  private Matrix c;
  private int block;

  Product(Arena arena) {
    transposed = arena.buffer();
    sums = arena.buffer();
  }

  /** c ← alpha·op(a)·op(b) + beta·c, none of them empty. */
  void compute(
      double newAlpha,
      Matrix newA,
      Transpose newTurnA,
      Matrix b,
      Transpose turnB,
      double newBeta,
      Matrix newC) {
    alpha = newAlpha;
    beta = newBeta;
    a = newA;
    turnA = newTurnA;
    c = newC;
    boolean mayBeCut = turnA == Transpose.NO && (turnB == Transpose.NO || c.rows() >= TALL);
    block = mayBeCut ? blockRows(c, a.columns()) : c.rows();
    if (turnB == Transpose.YES && block < c.rows()) {
      right.aim(transposed.turned(b, 1, b.rows(), b.columns()), Transpose.NO);
    } else {
      right.aim(b, turnB);
    }
    if (block < c.rows()) {
      Workers.run((c.rows() - 1) / block + 1, 1, blocks);
    } else {
      Workers.run(c.rows() / SEAM, fewestSeams(), seams);
    }
  }

  /** So many that each part is still packed; a matrix product, as vectors are read once. */
  private int fewestSeams() {
    long oneRow = (long) c.columns() * (turnA == Transpose.YES ? a.rows() : a.columns());
    return c.columns() == 1 ? c.rows() : (int) (PACKED_FROM / (oneRow * SEAM)) + 1;
  }

  private void blocks(int from, int to) {
    for (int i = from; i < to; i++) {
      rows(i * block, Math.min((i + 1) * block, c.rows()));
    }
  }

  private void seams(int from, int to) {
    boolean isLast = to == c.rows() / SEAM;
    rows(from * SEAM, isLast ? c.rows() : to * SEAM);
  }

  private void rows(int from, int to) {
    RowBlock left = lefts.own();
    if (turnA == Transpose.YES) {
      left.aim(a, from, a.rows(), to - from, turnA);
    } else {
      left.aim(a, from, to - from, turnA);
    }
    c.product(alpha, left, right, beta, from, to - from);
  }

  /** How many rows of a product of two untransposed factors to compute at a time. */
  private static int blockRows(Matrix c, int inner) {
    int small = rowsWithoutPacking((long) c.columns() * inner);
    return small >= FEWEST_ROWS ? Math.min(small, c.rows()) : c.rows();
  }

  /** How many rows with so many multiplications in each need no packing; 0 if it is needed. */
  static int rowsWithoutPacking(long multiplications) {
    int rows = (int) (PACKED_FROM / multiplications) / KERNEL_ROWS * KERNEL_ROWS;
    return HAS_SMALL_KERNELS ? rows : 0;
  }

  static boolean needsNoPacking(long multiplications) {
    return HAS_SMALL_KERNELS && multiplications <= PACKED_FROM;
  }

  /** c ← alpha·(column sums of the source) + beta·c; those of many rows in parts of one size. */
  void sumColumns(double newAlpha, Matrix source, double newBeta, Matrix newC) {
    a = source;
    int parts = (source.rows() - 1) / SUMMED + 1;
    RowBlock all = right.aim(source, Transpose.YES);
    if (parts > 1) {
      c = sums.matrix(source.type(), parts, source.columns());
      Workers.run(parts, 1, columnSums);
      all = right.aim(c, Transpose.YES);
    }
    newC.sumColumns(newAlpha, all, newBeta, 0);
  }

  private void columnSums(int from, int to) {
    RowBlock part = lefts.own();
    for (int i = from; i < to; i++) {
      int first = i * SUMMED;
      part.aim(a, first, Math.min(SUMMED, a.rows() - first), Transpose.YES);
      c.sumColumns(1, part, 0, i * c.columns());
    }
  }
}
