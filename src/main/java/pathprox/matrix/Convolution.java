package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * Convolution of images with their channels last, as matrix products.
 *
 * <p>For a few lines of outputs at a time the images are cut into patches, one a row, and
 * multiplied while they are in the cache; the patches of a whole batch are never held. 3×3 windows
 * with stride 1 and many channels take {@link Winograd}'s way, with 4/9 of the multiplications.
 *
 * <p>Weights are [outputs × inputs] or [inputs × outputs], the inputs running over window row,
 * window column and channel, the last fastest. Numbers of channels are those of the matrices. An
 * object is used by one thread at a time.
 */
public final class Convolution {
  private static final int BLOCK = 1024; // about; patches of 64 channels (2.4 MB) stay cached
  private static final int SMALLEST_BLOCK = 256; // fewer rows are not worth their calls

  private final Window window;
  private final DataType type;
  private final Patches patches;
  private final Winograd winograd;
  private final Scratch scratch;
  private final RowBlock cut = new RowBlock();
  private final RowBlock factor = new RowBlock();
  private Matrix viewed;
  private Matrix view;

  /** Takes the rows of a matrix block by block. */
  @FunctionalInterface
  public interface Blocks {
    /** Takes the next {@code rows}, not modified; {@code first} says whether they begin. */
    void take(Matrix rows, boolean first);
  }

  /** Cuts images into patches, whose products with weights are convolutions. */
  sealed interface Patches permits FloatPatches, DoublePatches {
    /**
     * Cuts {@code count} lines of outputs from line {@code from} of all images on: {@code patches}
     * [count · outputs in a line, taps · channels] ← window row, window column, channel, the last
     * fastest.
     */
    void cut(Matrix images, int from, int count, Matrix patches);
  }

  /** Memory that holds nothing between two calls: a convolution shares it with its reverse. */
  record Scratch(Buffer patches, Buffer images, Buffer outputs, Buffer weights) {}

  /** Makes a convolution over {@code window} in {@code type}, with memory from {@code arena}. */
  public Convolution(DataType type, Window window, Arena arena) {
    this(type, window, new Scratch(arena.buffer(), arena.buffer(), arena.buffer(), arena.buffer()));
  }

  private Convolution(DataType type, Window window, Scratch scratch) {
    this.type = type;
    this.window = window;
    this.scratch = scratch;
    patches = type == DataType.FLOAT ? new FloatPatches(window) : new DoublePatches(window);
    winograd = Winograd.of(type, window, scratch);
  }

  /**
   * {@return the convolution that leads gradients back, which works in the memory of this one:
   * applied to the gradient of the outputs with {@linkplain Buffer#mirrored mirrored weights}, it
   * gives the gradient of the inputs}
   *
   * <p>With a stride above 1 it runs over outputs with zeros between them, which costs stride²
   * times the operations but needs no kernel of its own.
   */
  public Convolution reversed() {
    return new Convolution(type, window.reversed(), scratch);
  }

  /**
   * {@code outputs} ← patches·op({@code weights}) + {@code bias}, where {@code transpose} is {@code
   * YES} for weights [outputs × inputs]. Images and outputs have one pixel a row, the bias one
   * number for each output; null is none. Only the outputs are modified; {@code images} and weights
   * are not.
   *
   * @throws IllegalArgumentException if a shape or type does not fit
   */
  public void apply(
      Matrix images, Matrix weights, Transpose transpose, Matrix bias, Matrix outputs) {
    requireFit(images, weights, transpose, bias, outputs);
    if (Winograd.suits(window, images.columns(), outputs.columns())) {
      winograd.apply(images, weights, transpose, bias, outputs);
      return;
    }
    int lines = lines(images);
    int block = blockLines(images, outputs);
    int width = window.horizontal().outputs();
    factor.aim(weights, transpose);
    if (bias == null && images.columns() == 0) {
      outputs.fill(0);
    }
    for (int line = 0; line < lines; line += block) {
      int count = Math.min(block, lines - line);
      if (bias != null) {
        outputs.repeat(line * width, count * width, bias);
      }
      if (images.columns() > 0 && outputs.columns() > 0) {
        cut(images, line, count, Transpose.NO);
        outputs.product(1, cut, factor, bias == null ? 0 : 1, line * width, count * width);
      }
    }
  }

  private void requireFit(
      Matrix images, Matrix weights, Transpose transpose, Matrix bias, Matrix outputs) {
    boolean biasFits = bias == null || bias.size() == outputs.columns() && bias.type() == type;
    if (!biasFits
        || transpose.rows(weights) != window.taps() * images.columns()
        || transpose.columns(weights) != outputs.columns()
        || outputs.rows() != window.outputs(images)
        || type != images.type()
        || type != weights.type()
        || type != outputs.type()) {
      String with = weights + transpose.sign + (bias == null ? "" : ", bias " + bias);
      throw new IllegalArgumentException(
          "%s of %s with weights %s does not give %s".formatted(this, images, with, outputs));
    }
  }

  /**
   * {@code destination} ← {@code alpha}·(gradient of the weights) + {@code beta}·destination, where
   * {@code transpose} is {@code YES} for a destination [outputs × inputs] and β = 0 ignores what it
   * holds. The outputs were computed from {@code images}; their {@code outputGradient}, one pixel a
   * row, is given to {@code blocks} too, while it is cached. Neither is modified.
   *
   * @throws IllegalArgumentException if a shape or type does not fit
   */
  public void addWeightGradient(
      double alpha,
      Matrix images,
      Matrix outputGradient,
      double beta,
      Transpose transpose,
      Matrix destination,
      Blocks blocks) {
    requireFit(images, destination, transpose, null, outputGradient);
    boolean isWinograds = Winograd.suits(window, images.columns(), outputGradient.columns());
    if (isWinograds || destination.size() == 0) {
      blocks.take(outputGradient, true);
      if (isWinograds) {
        winograd.addWeightGradient(alpha, images, outputGradient, beta, transpose, destination);
      }
      return;
    }
    int lines = lines(images);
    int block = blockLines(images, outputGradient);
    int width = window.horizontal().outputs();
    boolean turned = transpose == Transpose.YES;
    RowBlock left = turned ? factor : cut;
    RowBlock right = turned ? cut : factor;
    for (int line = 0; line < lines; line += block) {
      int count = Math.min(block, lines - line);
      cut(images, line, count, transpose.other());
      factor.aim(outputGradient, line * width, count * width, transpose);
      blocks.take(block(outputGradient, line * width, count * width), line == 0);
      double keep = line == 0 ? beta : 1;
      destination.product(alpha, left, right, keep, 0, destination.rows());
    }
  }

  /** Some rows of a matrix, as a view that is made once for each matrix. */
  private Matrix block(Matrix matrix, int from, int rows) {
    if (viewed != matrix) {
      viewed = matrix;
      view = matrix.view();
    }
    return view.reshape(0, matrix.columns()).showRows(from, rows);
  }

  /** Lines of outputs in all images. */
  private int lines(Matrix images) {
    return images.rows() / window.pixels() * window.vertical().outputs();
  }

  private int blockLines(Matrix images, Matrix outputs) {
    int oneRow = window.taps() * images.columns() * outputs.columns();
    int small = Product.PACKED_FROM / Math.max(1, oneRow);
    int rows = small < SMALLEST_BLOCK ? BLOCK : Math.min(BLOCK, small);
    return Math.max(1, rows / window.horizontal().outputs());
  }

  private void cut(Matrix images, int from, int count, Transpose turn) {
    int rows = count * window.horizontal().outputs();
    Matrix rowsOfPatches = scratch.patches().matrix(type, rows, window.taps() * images.columns());
    patches.cut(images, from, count, rowsOfPatches);
    cut.aim(rowsOfPatches, turn);
  }

  @Override
  public String toString() {
    return "convolution over " + window;
  }
}
