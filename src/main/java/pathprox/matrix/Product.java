package pathprox.matrix;

import org.nd4j.nativeblas.NativeOpsHolder;
import pathprox.parallel.Lanes;
import pathprox.parallel.Threads;

/**
 * A matrix product in parts that threads share; which parts there are depends on shapes alone, or
 * is without influence on any bit.
 *
 * <p>OpenBLAS's kernels for small products, which only some processors have, do not copy factors
 * into the order in which they read them. In blocks that are small enough, 200×400 times 400×400
 * takes .57 ms instead of .66 on one core of a Zen 4, and 10,000×611 times 611×60 7.6 instead of
 * 10.7.
 */
final class Product {
  private static final int PACKED_FROM = 1_000_000; // multiplications
  private static final int WORTH_BLOCKS = 500_000; // some microseconds
  private static final int MOST_PARTS = 8; // about, of what could be one block
  private static final int KERNEL_ROWS = 4; // what is left over costs as much as many
  private static final int BLOCK_ROWS = 24;
  private static final int VECTOR = 16; // columns
  private static final int FEWEST_VECTORS = 2; // in a block
  private static final int TURNED_ROWS = 36; // of blocks with a turned right factor, at most,
  private static final int TURNED_COLUMNS = 32; // about, as
  private static final int TURNED_RESULTS = 1200; // is their limit;
  private static final int TURNED_INNER = 200; // they pay from so many terms on
  private static final int TALL = 512; // rows from which it pays to transpose the right factor
  private static final int AVX512 = 3; // ND4J's number for processors with AVX-512
  private static final boolean HAS_SMALL_KERNELS =
      NativeOpsHolder.getInstance().getDeviceNativeOps().optimalLevel() >= AVX512;

  /**
   * Rows at whose multiples a product that is packed may be cut without a change of any bit:
   * OpenBLAS's kernels take 4, 8 or 12 rows at a time ({@code ThreadCountTest}).
   */
  private static final int SEAM = 24;

  private static final int SUMMED = 1024; // rows that are summed in one go

  private final Lanes<RowBlock.Operands> operands = new Lanes<>(RowBlock.Operands::new);
  private final Buffer transposed;
  private final Buffer sums;
  private final Threads.Loop blocks = this::blocks;
  private final Threads.Loop seams = this::seams;
  private final Threads.Loop columnSums = this::columnSums;
  private double alpha;
  private double beta;
  private Matrix a;
  private Transpose turnA;
  private Matrix b;
  private Transpose turnB;
  private Matrix c;
  private int blockRows;
  private int across; // blocks next to each other,
  private int unit; // which begin at multiples of so many columns

  Product(Arena arena) {
    transposed = arena.buffer();
    sums = arena.buffer();
  }

  /** c ← alpha·op(a)·op(b) + beta·c, none of them empty. */
  void compute(
      double newAlpha,
      Matrix newA,
      Transpose newTurnA,
      Matrix newB,
      Transpose newTurnB,
      double newBeta,
      Matrix newC) {
    alpha = newAlpha;
    beta = newBeta;
    a = newA;
    turnA = newTurnA;
    b = newB;
    turnB = newTurnB;
    c = newC;
    if (findBlocks()) {
      if (turnB == Transpose.YES && isTall()) {
        b = transposed.turned(b, 1, b.rows(), b.columns());
        turnB = Transpose.NO;
      }
      Threads.run(blocksDown() * across, 1, blocks);
    } else {
      Threads.run(c.rows() / SEAM, fewestSeams(), seams);
    }
  }

  /** Whether blocks without packing are faster than the whole, and which. */
  private boolean findBlocks() {
    int inner = turnA.columns(a);
    long all = (long) c.rows() * c.columns() * inner;
    if (!HAS_SMALL_KERNELS || all < WORTH_BLOCKS || Math.min(c.rows(), c.columns()) == 1) {
      return false;
    }
    if (turnB == Transpose.YES && !isTall()) {
      unit = KERNEL_ROWS;
      across = Math.max(1, (c.columns() + TURNED_COLUMNS / 2) / TURNED_COLUMNS);
      int widest = Math.min(c.columns(), ((units() - 1) / across + 1) * unit);
      blockRows = Math.min(TURNED_ROWS, TURNED_RESULTS / widest / KERNEL_ROWS * KERNEL_ROWS);
      return inner >= TURNED_INNER && needsNoPacking((long) blockRows * widest * inner);
    }
    unit = VECTOR;
    int columns = (int) (PACKED_FROM / ((long) BLOCK_ROWS * inner));
    if (columns >= c.columns()) {
      int eighth = c.rows() / MOST_PARTS / KERNEL_ROWS * KERNEL_ROWS;
      across = 1;
      blockRows = rowsWithoutPacking((long) c.columns() * inner);
      blockRows = Math.max(BLOCK_ROWS, Math.min(blockRows, eighth));
      return true;
    }
    int most = columns / unit;
    if (most < FEWEST_VECTORS) {
      return false;
    }
    across = (units() - 1) / most + 1;
    blockRows = BLOCK_ROWS;
    return true;
  }

  /** Whether it pays to transpose the right factor for the sake of blocks. */
  private boolean isTall() {
    return c.rows() >= TALL && turnA == Transpose.NO;
  }

  /** So many that each part is still packed; a matrix product, as vectors are read once. */
  private int fewestSeams() {
    long oneRow = (long) c.columns() * turnA.columns(a);
    return c.columns() == 1 ? c.rows() : (int) (PACKED_FROM / (oneRow * SEAM)) + 1;
  }

  private int units() {
    return (c.columns() - 1) / unit + 1;
  }

  /** Blocks are about as wide as each other, so that each half of them takes as long. */
  private int firstColumn(int block) {
    return (int) Math.min(c.columns(), (long) block * units() / across * unit);
  }

  private int blocksDown() {
    return (c.rows() - 1) / blockRows + 1;
  }

  private void blocks(int from, int to) {
    boolean alongRows = c.rows() > c.columns(); // which the cache holds the smaller factor for
    for (int i = from; i < to; i++) {
      int row = (alongRows ? i / across : i % blocksDown()) * blockRows;
      int place = alongRows ? i % across : i / blocksDown();
      int column = firstColumn(place);
      int end = firstColumn(place + 1);
      block(row, Math.min(blockRows, c.rows() - row), column, end - column);
    }
  }

  private void seams(int from, int to) {
    boolean isLast = to == c.rows() / SEAM;
    int row = from * SEAM;
    block(row, (isLast ? c.rows() : to * SEAM) - row, 0, c.columns());
  }

  private void block(int row, int rows, int column, int columns) {
    int inner = turnA.columns(a);
    RowBlock.Operands own = operands.own();
    RowBlock left = own.left();
    if (turnA == Transpose.YES) {
      left.aim(a, row, inner, rows, turnA);
    } else {
      left.aim(a, row, rows, turnA);
    }
    RowBlock right = own.right();
    if (turnB == Transpose.YES) {
      right.aim(b, column, columns, turnB);
    } else {
      right.aim(b, column, inner, columns, turnB);
    }
    RowBlock target = own.target();
    target.aim(c, row * c.columns() + column, rows, columns, Transpose.NO);
    c.product(alpha, left, right, beta, target);
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
    RowBlock all = operands.own().right().aim(source, Transpose.YES);
    if (parts > 1) {
      c = sums.matrix(source.type(), parts, source.columns());
      Threads.run(parts, 1, columnSums);
      all.aim(c, Transpose.YES);
    }
    newC.sumColumns(newAlpha, all, newBeta, 0);
  }

  private void columnSums(int from, int to) {
    RowBlock part = operands.own().left();
    for (int i = from; i < to; i++) {
      int first = i * SUMMED;
      part.aim(a, first, Math.min(SUMMED, a.rows() - first), Transpose.YES);
      c.sumColumns(1, part, 0, i * c.columns());
    }
  }
}
