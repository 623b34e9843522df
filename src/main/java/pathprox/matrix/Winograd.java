package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.parallel.Lanes;
import pathprox.parallel.Threads;

/**
 * Convolution 3×3 with stride 1 in 4/9 of the multiplications: squares of 2×2 outputs by the
 * algorithm F(2×2, 3×3), 16 products between linear maps of images and weights.
 *
 * <p>A tile is a square of 2×2 outputs; tiles are counted line by line through all images. A matrix
 * in the transformed domain holds 16 matrices below each other.
 *
 * <p>Source: Lavin and Gray, "Fast algorithms for convolutional neural networks", CVPR 2016. The
 * maps have coefficients 0, ±1 and ½, so that rounding is about that of the direct sum.
 */
abstract sealed class Winograd permits FloatWinograd, DoubleWinograd {
  static final int SIDE = 4;
  static final int POINTS = SIDE * SIDE;

  private static final int FEWEST_CHANNELS = 56; // with fewer the maps cost more than they save
  static final int CHUNK = 256; // numbers, about; 16 times that stay in the fastest cache
  static final int TAPS = 9;
  private static final int FEWEST_PIECES = 16; // what is not worth another thread
  private static final int FEWEST_TILES = 16;
  private static final int FEWEST_BLOCKS = 4; // for each thread, so that none waits long
  private static final int SMALL_BLOCK = 48; // the fewest tiles whose products pay without packing
  private static final int SMALLEST_BLOCK = 128;
  private static final int LARGEST_BLOCK = 512;

  final Window window;
  final int tilesAcross;
  final int tilesDown;
  private final Convolution.Scratch scratch;
  private final Lanes<TileBlock> tileBlocks = new Lanes<>(TileBlock::new);
  private final Threads.Loop outputBlocks = this::outputBlocks;
  private final Threads.Loop weightPieces = this::weightPieces;
  private final Threads.Loop gradientPieces = this::gradientPieces;

  // Of the present call, for the threads that share it.
  Matrix images;
  Matrix weights;
  Transpose transpose;
  Matrix bias;
  Matrix outputs;
  double alpha;
  double beta;
  private Matrix transformed; // weights, or the sum of their gradients
  private int all;
  private int block;

  Winograd(Window window, Convolution.Scratch scratch) {
    this.window = window;
    this.scratch = scratch;
    tilesDown = (window.vertical().outputs() + 1) / 2;
    tilesAcross = (window.horizontal().outputs() + 1) / 2;
  }

  static Winograd of(DataType type, Window window, Convolution.Scratch scratch) {
    return type == DataType.FLOAT
        ? new FloatWinograd(window, scratch)
        : new DoubleWinograd(window, scratch);
  }

  static boolean suits(Window window, int inputs, int outputs) {
    return window.taps() == 9
        && window.vertical().kernel() == 3
        && window.vertical().stride() == 1
        && window.vertical().spacing() == 1
        && Math.min(inputs, outputs) >= FEWEST_CHANNELS;
  }

  /** As {@link Convolution#apply}. */
  void apply(
      Matrix newImages, Matrix newWeights, Transpose turn, Matrix newBias, Matrix newOutputs) {
    begin(newImages, newWeights, turn, newOutputs);
    bias = newBias;
    if (turn == Transpose.YES && Product.needsNoPacking((long) block * weights.size() / TAPS)) {
      // Kernels without packing are faster so; larger weights cost more to turn than that saves.
      int rows = weights.rows();
      Matrix turned = scratch.weightMaps.turned(weights, 1, rows, weights.columns());
      begin(newImages, turned, Transpose.NO, newOutputs);
    }
    Threads.run(pieces(), FEWEST_PIECES, weightPieces);
    int blocks = (all + block - 1) / block;
    // With few blocks the threads share what is done in each of them.
    Threads.run(blocks, blocks < FEWEST_BLOCKS * Threads.count() ? blocks : 1, outputBlocks);
  }

  private void begin(Matrix newImages, Matrix newWeights, Transpose turn, Matrix newOutputs) {
    images = newImages;
    weights = newWeights;
    transpose = turn;
    outputs = newOutputs;
    int inputs = images.columns();
    boolean turned = transpose == Transpose.YES;
    int rows = POINTS * (turned ? outputs.columns() : inputs);
    transformed = scratch.weights.matrix(weights.type(), rows, turned ? inputs : outputs.columns());
    all = images.rows() / window.pixels() * tilesDown * tilesAcross;
    int small = Product.rowsWithoutPacking((long) inputs * outputs.columns());
    // As many tiles as channels: each factor of a product is then packed for as much work.
    int channels = Math.max(inputs, outputs.columns());
    block =
        small >= SMALL_BLOCK
            ? Math.min(small, SMALLEST_BLOCK)
            : Math.max(SMALLEST_BLOCK, Math.min(channels, LARGEST_BLOCK));
  }

  private void outputBlocks(int from, int to) {
    TileBlock tiles = tileBlocks.own();
    for (int i = from; i < to; i++) {
      tiles.aim(i * block, Math.min(block, all - i * block));
      Threads.run(tiles.count, FEWEST_TILES, tiles.reading);
      Threads.run(POINTS, 1, tiles.products);
      Threads.run(tiles.count, FEWEST_TILES, tiles.writing);
    }
  }

  /** As {@link Convolution#addWeightGradient}. */
  void addWeightGradient(
      double newAlpha,
      Matrix newImages,
      Matrix gradient,
      double newBeta,
      Transpose turn,
      Matrix result) {
    begin(newImages, result, turn, gradient);
    alpha = newAlpha;
    beta = newBeta;
    TileBlock tiles = tileBlocks.own();
    for (int tile = 0; tile < all; tile += block) {
      tiles.aim(tile, Math.min(block, all - tile));
      Threads.run(tiles.count, FEWEST_TILES, tiles.reading);
      Threads.run(tiles.count, FEWEST_TILES, tiles.readingGradients);
      Threads.run(POINTS, 1, tiles.gradients);
    }
    Threads.run(pieces(), FEWEST_PIECES, gradientPieces);
  }

  /** Some tiles on their way, those of one thread or those that all threads work on. */
  private final class TileBlock {
    private Matrix v;
    private Matrix m;
    private int first;
    private int count;
    private final Lanes<RowBlock.Operands> operands = new Lanes<>(RowBlock.Operands::new);
    final Threads.Loop reading = (from, to) -> transform(images, true, from, to, first, v);
    final Threads.Loop readingGradients =
        (from, to) -> transform(outputs, false, from, to, first, m);
    final Threads.Loop writing = (from, to) -> outputs(m, from, to, first);
    final Threads.Loop products = this::products;
    final Threads.Loop gradients = this::gradients;

    void aim(int newFirst, int newCount) {
      first = newFirst;
      count = newCount;
      v = scratch.images.own().matrix(images.type(), POINTS * count, images.columns());
      m = scratch.outputs.own().matrix(images.type(), POINTS * count, outputs.columns());
    }

    private void products(int from, int to) {
      int rows = transformed.rows() / POINTS;
      RowBlock.Operands own = operands.own();
      for (int point = from; point < to; point++) {
        RowBlock left = own.left().aim(v, point * count, count, Transpose.NO);
        RowBlock right = own.right().aim(transformed, point * rows, rows, transpose);
        RowBlock target = own.target().aim(m, point * count, count, Transpose.NO);
        m.product(1, left, right, 0, target);
      }
    }

    private void gradients(int from, int to) {
      int rows = transformed.rows() / POINTS;
      boolean turned = transpose == Transpose.YES;
      RowBlock.Operands own = operands.own();
      for (int point = from; point < to; point++) {
        RowBlock left = own.left().aim(turned ? m : v, point * count, count, Transpose.YES);
        RowBlock right = own.right().aim(turned ? v : m, point * count, count, Transpose.NO);
        RowBlock target = own.target().aim(transformed, point * rows, rows, Transpose.NO);
        transformed.product(1, left, right, first == 0 ? 0 : 1, target);
      }
    }
  }

  /** Runs of weights that go through the maps together, in groups of nine runs, one a tap. */
  private int pieces() {
    return weights.size() / TAPS / run() * piecesInRun();
  }

  private int piecesInRun() {
    return (run() + CHUNK - 1) / CHUNK;
  }

  private void weightPieces(int from, int to) {
    for (int i = from; i < to; i++) {
      int group = i / piecesInRun() * run();
      int at = i % piecesInRun() * CHUNK;
      weights(group * TAPS + at, run(), Math.min(CHUNK, run() - at), group + at, transformed);
    }
  }

  private void gradientPieces(int from, int to) {
    for (int i = from; i < to; i++) {
      int group = i / piecesInRun() * run();
      int at = i % piecesInRun() * CHUNK;
      weightGradients(
          transformed, group + at, Math.min(CHUNK, run() - at), group * TAPS + at, run());
    }
  }

  /** Weights [outputs × inputs] have the taps of one output together, others those of all. */
  private int run() {
    int inputs = images.columns();
    return transpose == Transpose.YES ? inputs : inputs * outputs.columns();
  }

  /** transformed [16·tiles, channels] ← BᵀdB for 4×4 inputs d of a tile, AdAᵀ for 2×2 gradients. */
  abstract void transform(
      Matrix pixels, boolean areInputs, int from, int to, int first, Matrix transformed);

  /** outputs ← AᵀmA + bias for some tiles of a block that begins at the first one. */
  abstract void outputs(Matrix transformed, int from, int to, int first);

  /** transformed ← GgGᵀ for some of the 3×3 weights g, whose taps lie one run apart. */
  abstract void weights(int from, int run, int length, int to, Matrix transformed);

  /** weights ← alpha·GᵀgG + beta·weights, the transpose of {@link #weights}. */
  abstract void weightGradients(Matrix transformed, int from, int length, int to, int run);
}
