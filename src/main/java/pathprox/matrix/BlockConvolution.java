package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.parallel.Lanes;
import pathprox.parallel.Threads;

/**
 * Convolution in blocks of outputs that fit the cache, which depend on shapes alone and are shared
 * among threads. Matrices are those of {@link Convolution}, which has checked them; none is empty.
 */
abstract sealed class BlockConvolution permits LineConvolution, PatchConvolution {
  private static final int FEWEST_ROWS = 64; // worth the call of a product
  private static final int MOST_ROWS = 1024; // a block stays cached
  private static final int GROUPS = 8; // of blocks, each with a sum of its own
  private static final int MOST_SUMMED = 1 << 22; // numbers in the sums of all groups

  final DataType type;
  final Window window;
  final Convolution.Scratch scratch;
  final Lanes<RowBlock.Operands> operands = new Lanes<>(RowBlock.Operands::new);
  private final Threads.Loop outputBlocks = this::outputBlocks;
  private final Threads.Loop gradientGroups = this::gradientGroups;

  // Of the present call, for the threads that share it.
  Matrix images;
  Matrix outputs; // or their gradient
  Matrix bias;
  Matrix weights; // as the products take them
  Transpose turnOfWeights;
  Transpose transpose; // of the sums
  Matrix sums; // of the gradient of the weights, one below the other for each group
  private Matrix biasSums;
  private int groups;
  private int rowsInGroup;

  BlockConvolution(DataType type, Window window, Convolution.Scratch scratch) {
    this.type = type;
    this.window = window;
    this.scratch = scratch;
  }

  /** As {@link Convolution#apply}. */
  final void apply(
      Matrix newImages, Matrix newWeights, Transpose turn, Matrix newBias, Matrix newOutputs) {
    images = newImages;
    outputs = newOutputs;
    bias = newBias;
    turnOfWeights = wantedTurn();
    weights =
        mapped(
            turn == turnOfWeights
                ? newWeights
                : scratch.weights.turned(newWeights, 1, newWeights.rows(), newWeights.columns()));
    begin();
    Threads.run(blocks(), 1, outputBlocks);
  }

  private void outputBlocks(int from, int to) {
    for (int block = from; block < to; block++) {
      outputs(block);
    }
  }

  /** As {@link Convolution#addWeightGradient}; {@code newBiasSums} ← the column sums. */
  final void addWeightGradient(
      double alpha,
      Matrix newImages,
      Matrix outputGradient,
      double beta,
      Transpose turn,
      Matrix destination,
      Matrix newBiasSums) {
    images = newImages;
    outputs = outputGradient;
    transpose = turnOfSums(turn);
    begin();
    int rows = rowsOfWeights();
    int size = rows * outputs.columns();
    boolean turned = transpose == Transpose.YES;
    groups = Math.max(1, Math.min(GROUPS, Math.min(blocks(), MOST_SUMMED / size)));
    rowsInGroup = turned ? outputs.columns() : rows;
    sums = scratch.sums.matrix(type, groups * rowsInGroup, turned ? rows : outputs.columns());
    biasSums = scratch.groupSums.matrix(type, groups, outputs.columns());
    Threads.run(groups, 1, gradientGroups);
    sums.reshape(groups, size);
    finish(alpha, operands.own().left().aim(sums, Transpose.YES), beta, turn, destination);
    newBiasSums.columnSums(1, biasSums, 0);
  }

  private void gradientGroups(int from, int to) {
    for (int group = from; group < to; group++) {
      int first = (int) ((long) group * blocks() / groups);
      int last = (int) ((long) (group + 1) * blocks() / groups);
      for (int block = first; block < last; block++) {
        addGradient(block, group * rowsInGroup, group, block == first ? 0 : 1);
      }
    }
  }

  /** Sums of some rows of the gradient of the outputs for the bias. */
  final void addBiasGradient(RowBlock rows, int group, double alpha, double keep) {
    biasSums.sumColumns(alpha, rows, keep, group * outputs.columns());
  }

  /**
   * How many rows of a product with so many multiplications in a row may be computed at a time: few
   * enough for kernels that need no packing, or so many that packing does not matter.
   */
  static int mostRows(long multiplications) {
    int unpacked = Product.rowsWithoutPacking(multiplications);
    return unpacked >= FEWEST_ROWS ? Math.min(unpacked, MOST_ROWS) : MOST_ROWS;
  }

  /** {@code YES} for weights [outputs × inputs]: which ones the kernels for small products want. */
  Transpose wantedTurn() {
    return Transpose.NO;
  }

  /** The weights in the wanted order as the products take them. */
  Matrix mapped(Matrix original) {
    return original;
  }

  /** How many rows the weights have as the products take them. */
  int rowsOfWeights() {
    return window.taps() * images.columns();
  }

  /** Whether sums are the transpose of the weights, for a destination that may be. */
  Transpose turnOfSums(Transpose ofDestination) {
    return ofDestination;
  }

  /** destination ← alpha·(sum of all groups, each a row) + beta·destination. */
  void finish(double alpha, RowBlock all, double beta, Transpose turn, Matrix destination) {
    destination.sumColumns(alpha, all, beta, 0);
  }

  /** Divides the present call into blocks. */
  abstract void begin();

  abstract int blocks();

  /** Computes the outputs of a block. */
  abstract void outputs(int block);

  /** The rows of sums from one on ← gradient of the weights from one block + keep·sums. */
  abstract void addGradient(int block, int firstRow, int group, double keep);
}
