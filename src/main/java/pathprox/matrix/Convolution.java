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
  /**
   * Rows of a product, about: few enough that patches of 64 channels (2.4 MB) stay in the cache.
   */
  private static final int BLOCK = 1024;

  /** Up to so many multiplications OpenBLAS works without packing, if it has kernels for that. */
  private static final int SMALL_PRODUCT = 1_000_000;

  /** Blocks with fewer rows are not worth their calls. */
  private static final int SMALLEST_BLOCK = 256;

  private final Window window;
  private final DataType type;
  private final Patches patches;
  private final Winograd winograd;
  private final Scratch scratch;
  private final RowBlock cut = new RowBlock();
  private final RowBlock factor = new RowBlock();
  private final RowBlock result = new RowBlock();
  private Matrix viewed;
  private Matrix view;

  /** Takes the rows of a matrix block by block. */
  @FunctionalInterface
  public interface Blocks {
    /**
     * Takes some {@code rows}, not modified, in their order; {@code first} says whether they begin.
     */
    void take(Matrix rows, boolean first);
  }

  /**
   * Memory that holds nothing between two calls, so that a convolution shares it with its reverse.
   */
  record Scratch(Buffer patches, Buffer biases, Buffer images, Buffer outputs, Buffer weights) {
    Scratch(Arena arena) {
      this(arena.buffer(), arena.buffer(), arena.buffer(), arena.buffer(), arena.buffer());
    }
  }

  /**
   * Makes a convolution of matrices of {@code type} over {@code window}, with scratch memory from
   * {@code arena}.
   */
  public Convolution(DataType type, Window window, Arena arena) {
    this(type, window, new Scratch(arena));
  }

  private Convolution(DataType type, Window window, Scratch scratch) {
    this.type = type;
    this.window = window;
    this.scratch = scratch;
    patches = Patches.of(type, window);
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
    boolean fits = fits(images, weights, transpose, outputs);
    if (!fits || bias != null && (bias.size() != outputs.columns() || bias.type() != type)) {
      throw misfit(images, weights, transpose, outputs, bias);
    }
    if (Winograd.suits(window, images.columns(), outputs.columns())) {
      winograd.apply(images, weights, transpose, bias, outputs);
      return;
    }
    int lines = lines(images);
    int block = blockLines(images, outputs);
    int width = window.horizontal().outputs();
    Matrix biasRows = bias == null ? null : biasRows(bias, Math.min(block, lines) * width);
    if (bias == null && images.columns() == 0) {
      outputs.fill(0);
    }
    for (int line = 0; line < lines; line += block) {
      int count = Math.min(block, lines - line);
      result.aim(outputs, line * width, count * width);
      if (bias != null) {
        int length = result.rows() * outputs.columns();
        outputs.copy(result.offset(), 1, biasRows, 0, 1, length);
      }
      if (images.columns() > 0 && outputs.columns() > 0) {
        cut(images, line, count);
        factor.aim(weights);
        int keep = bias == null ? 0 : 1;
        outputs.product(1, cut, Transpose.NO, factor, transpose, keep, result);
      }
    }
  }

  private boolean fits(Matrix images, Matrix weights, Transpose transpose, Matrix outputs) {
    return transpose.rows(weights) == window.taps() * images.columns()
        && transpose.columns(weights) == outputs.columns()
        && outputs.rows() == window.outputs(images)
        && type == images.type()
        && type == weights.type()
        && type == outputs.type();
  }

  private IllegalArgumentException misfit(
      Matrix images, Matrix weights, Transpose transpose, Matrix outputs, Matrix bias) {
    return new IllegalArgumentException(
        "%s of %s with weights %s%s%s does not give %s"
            .formatted(
                this,
                images,
                weights,
                transpose.sign,
                bias == null ? "" : ", bias " + bias,
                outputs));
  }

  private Matrix biasRows(Matrix bias, int rows) {
    Matrix all = scratch.biases().matrix(bias.type(), rows, bias.rows());
    all.fillRows(bias);
    return all;
  }

  /**
   * {@code destination} ← {@code alpha}·(gradient of the weights) + {@code beta}·destination, where
   * {@code transpose} is {@code YES} for a destination [outputs × inputs] and β = 0 ignores what it
   * holds.
   *
   * @param images that the outputs were computed from. Not modified.
   * @param outputGradient the gradient of the outputs, one pixel a row. Not modified.
   * @param blocks is given the gradient of the outputs too, block by block while it is cached
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
    if (!fits(images, destination, transpose, outputGradient)) {
      throw misfit(images, destination, transpose, outputGradient, null);
    }
    if (destination.size() == 0) {
      blocks.take(outputGradient, true);
      return;
    }
    if (Winograd.suits(window, images.columns(), outputGradient.columns())) {
      blocks.take(outputGradient, true);
      winograd.addWeightGradient(alpha, images, outputGradient, beta, transpose, destination);
      return;
    }
    int lines = lines(images);
    int block = blockLines(images, outputGradient);
    int width = window.horizontal().outputs();
    boolean turned = transpose == Transpose.YES;
    result.aim(destination);
    for (int line = 0; line < lines; line += block) {
      int count = Math.min(block, lines - line);
      cut(images, line, count);
      factor.aim(outputGradient, line * width, count * width);
      blocks.take(block(outputGradient, line * width, count * width), line == 0);
      destination.product(
          alpha,
          turned ? factor : cut,
          Transpose.YES,
          turned ? cut : factor,
          Transpose.NO,
          line == 0 ? beta : 1,
          result);
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
    int small = SMALL_PRODUCT / Math.max(1, oneRow);
    int rows = small < SMALLEST_BLOCK ? BLOCK : Math.min(BLOCK, small);
    return Math.max(1, rows / window.horizontal().outputs());
  }

  private void cut(Matrix images, int from, int count) {
    int rows = count * window.horizontal().outputs();
    Matrix rowsOfPatches = scratch.patches().matrix(type, rows, window.taps() * images.columns());
    patches.cut(images, from, count, rowsOfPatches);
    cut.aim(rowsOfPatches);
  }

  @Override
  public String toString() {
    return "convolution over " + window;
  }
}
