package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

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

  private static final int FEWEST_CHANNELS = 24; // with fewer the maps cost more than they save
  private static final int SMALLEST_BLOCK = 128;
  private static final int LARGEST_BLOCK = 512;

  final Window window;
  final int tilesAcross;
  final int tilesDown;
  private final Convolution.Scratch scratch;
  private final RowBlock a = new RowBlock();
  private final RowBlock b = new RowBlock();

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
  void apply(Matrix images, Matrix weights, Transpose transpose, Matrix bias, Matrix outputs) {
    int inputs = images.columns();
    boolean turned = transpose == Transpose.YES;
    int perPoint = turned ? outputs.columns() : inputs;
    Matrix u = transformedWeights(weights, turned, inputs, outputs.columns());
    weights(weights, run(turned, inputs, outputs.columns()), u);
    int all = tiles(images);
    int block = block(inputs, outputs.columns());
    for (int tile = 0; tile < all; tile += block) {
      int count = Math.min(block, all - tile);
      Matrix v = scratch.images().matrix(images.type(), POINTS * count, inputs);
      Matrix m = scratch.outputs().matrix(images.type(), POINTS * count, outputs.columns());
      transform(images, true, tile, count, v);
      for (int point = 0; point < POINTS; point++) {
        a.aim(v, point * count, count, Transpose.NO);
        b.aim(u, point * perPoint, perPoint, transpose);
        m.product(1, a, b, 0, point * count, count);
      }
      outputs(m, bias, tile, count, outputs);
    }
  }

  /** As {@link Convolution#addWeightGradient}. */
  void addWeightGradient(
      double alpha, Matrix images, Matrix gradient, double beta, Transpose turn, Matrix result) {
    int inputs = images.columns();
    int outputs = gradient.columns();
    boolean turned = turn == Transpose.YES;
    int perPoint = turned ? outputs : inputs;
    Matrix sum = transformedWeights(result, turned, inputs, outputs);
    int all = tiles(images);
    int block = block(inputs, outputs);
    for (int tile = 0; tile < all; tile += block) {
      int count = Math.min(block, all - tile);
      Matrix v = scratch.images().matrix(images.type(), POINTS * count, inputs);
      Matrix m = scratch.outputs().matrix(images.type(), POINTS * count, outputs);
      transform(images, true, tile, count, v);
      transform(gradient, false, tile, count, m);
      for (int point = 0; point < POINTS; point++) {
        a.aim(turned ? m : v, point * count, count, Transpose.YES);
        b.aim(turned ? v : m, point * count, count, Transpose.NO);
        sum.product(1, a, b, tile == 0 ? 0 : 1, point * perPoint, perPoint);
      }
    }
    weightGradients(alpha, sum, run(turned, inputs, outputs), beta, result);
  }

  private Matrix transformedWeights(Matrix like, boolean turned, int inputs, int outputs) {
    int rows = POINTS * (turned ? outputs : inputs);
    return scratch.weights().matrix(like.type(), rows, turned ? inputs : outputs);
  }

  /** Weights [outputs × inputs] have the taps of one output together, others those of all. */
  private static int run(boolean turned, int inputs, int outputs) {
    return turned ? inputs : inputs * outputs;
  }

  /** As many tiles as channels: each factor of a product is then packed for as much work. */
  private static int block(int inputs, int outputs) {
    return Math.max(SMALLEST_BLOCK, Math.min(Math.max(inputs, outputs), LARGEST_BLOCK));
  }

  private int tiles(Matrix images) {
    return images.rows() / window.pixels() * tilesDown * tilesAcross;
  }

  /** transformed [16·tiles, channels] ← BᵀdB for 4×4 inputs d of a tile, AdAᵀ for 2×2 gradients. */
  abstract void transform(
      Matrix pixels, boolean areInputs, int from, int tiles, Matrix transformed);

  /** outputs ← AᵀmA + bias for each tile; bias may be null. */
  abstract void outputs(Matrix transformed, Matrix bias, int from, int tiles, Matrix outputs);

  /** transformed ← GgGᵀ for the 3×3 weights g, in groups of nine runs, one for each tap. */
  abstract void weights(Matrix weights, int run, Matrix transformed);

  /** destination ← alpha·GᵀgG + beta·destination, the transpose of {@link #weights}. */
  abstract void weightGradients(
      double alpha, Matrix transformed, int run, double beta, Matrix destination);
}
