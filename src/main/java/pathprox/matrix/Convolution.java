package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.parallel.Lanes;

/**
 * Convolution of images with their channels last, as matrix products, in the way that suits the
 * window and the channels: {@link Winograd}'s for 3×3 windows and many channels, which needs 4/9 of
 * the multiplications; {@link LineConvolution}'s and {@link LineWinograd}'s, which need no patches;
 * and {@link PatchConvolution}'s where a row of the window has too few numbers for that.
 *
 * <p>Weights are [outputs × inputs] or [inputs × outputs], the inputs running over window row,
 * window column and channel, the last fastest. Numbers of channels are those of the matrices. An
 * object is used by one thread at a time.
 */
public final class Convolution {
  private final Window window;
  private final DataType type;
  private final Scratch scratch;
  private final Winograd winograd;
  private final LineConvolution lines;
  private final PatchConvolution patches;
  private Convolution reversed;

  /**
   * Memory of convolutions that holds nothing between two calls, so that all convolutions of an
   * arena share it; what several threads write at the same time, each thread has of its own.
   */
  static final class Scratch {
    final Lanes<Buffer> images;
    final Lanes<Buffer> outputs;
    final Buffer weights;
    final Buffer weightMaps;
    final Buffer mirrored;
    final Buffer sums;
    final Buffer groupSums;
    final Buffer biasSums;

    Scratch(Arena arena) {
      images = new Lanes<>(arena::buffer);
      outputs = new Lanes<>(arena::buffer);
      weights = arena.buffer();
      weightMaps = arena.buffer();
      mirrored = arena.buffer();
      sums = arena.buffer();
      groupSums = arena.buffer();
      biasSums = arena.buffer();
    }
  }

  /** Makes a convolution over {@code window} in {@code type}, with memory from {@code arena}. */
  public Convolution(DataType type, Window window, Arena arena) {
    this(type, window, arena.scratch());
  }

  private Convolution(DataType type, Window window, Scratch scratch) {
    this.type = type;
    this.window = window;
    this.scratch = scratch;
    winograd = Winograd.of(type, window, scratch);
    lines =
        LineWinograd.suits(window)
            ? new LineWinograd(type, window, scratch)
            : new LineConvolution(type, window, scratch);
    patches = new PatchConvolution(type, window, scratch);
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
    if (images.rows() == 0) {
      return;
    }
    if (Winograd.suits(window, images.columns(), outputs.columns())) {
      winograd.apply(images, weights, transpose, bias, outputs);
    } else if (weights.size() > 0) {
      inBlocks(images).apply(images, weights, transpose, bias, outputs);
    } else if (bias != null) {
      outputs.fillRows(bias);
    } else {
      outputs.fill(0);
    }
  }

  private BlockConvolution inBlocks(Matrix images) {
    return LineConvolution.suits(window, images.columns()) ? lines : patches;
  }

  private void requireFit(Matrix from, Matrix factor, Transpose turn, Matrix added, Matrix to) {
    boolean fits = added == null || added.size() == to.columns() && added.type() == type;
    if (!fits
        || turn.rows(factor) != window.taps() * from.columns()
        || turn.columns(factor) != to.columns()
        || to.rows() != window.outputs(from)
        || type != from.type()
        || type != factor.type()
        || type != to.type()) {
      String with = factor + turn.sign + (added == null ? "" : ", bias " + added);
      throw new IllegalArgumentException(
          "%s of %s with weights %s does not give %s".formatted(this, from, with, to));
    }
  }

  /**
   * {@code inputGradient} ← the gradient of the inputs of {@link #apply} with {@code weights} and
   * {@code transpose}, from that of the outputs, {@code outputGradient}, both one pixel a row. Only
   * the first is modified.
   *
   * <p>It is the convolution over the {@linkplain Window#reversed reversed window} with mirrored
   * weights. With a stride above 1 that runs over outputs with zeros between them, which costs
   * stride² times the operations but needs no kernel of its own.
   *
   * @throws IllegalArgumentException if a shape or type does not fit
   */
  public void inputGradient(
      Matrix outputGradient, Matrix weights, Transpose transpose, Matrix inputGradient) {
    if (reversed == null) {
      reversed = new Convolution(type, window.reversed(), scratch);
    }
    Matrix mirror = scratch.mirrored.mirrored(weights, window.taps(), transpose);
    reversed.apply(outputGradient, mirror, transpose.other(), null, inputGradient);
  }

  /**
   * {@code destination} ← {@code alpha}·(gradient of the weights) + {@code beta}·destination, where
   * {@code transpose} is {@code YES} for a destination [outputs × inputs] and β = 0 ignores what it
   * holds. The outputs were computed from {@code images}; their gradient, {@code outputGradient},
   * has one pixel a row. Neither is modified.
   *
   * @return the column sums of the gradient of the outputs, a row that the next call overwrites
   * @throws IllegalArgumentException if a shape or type does not fit
   */
  public Matrix addWeightGradient(
      double alpha,
      Matrix images,
      Matrix outputGradient,
      double beta,
      Transpose transpose,
      Matrix destination) {
    requireFit(images, destination, transpose, null, outputGradient);
    int channels = outputGradient.columns();
    Matrix sums = scratch.biasSums.matrix(type, channels, 1);
    if (destination.size() == 0 || images.rows() == 0) {
      destination.keep(beta);
      sums.columnSums(1, outputGradient, 0);
    } else if (Winograd.suits(window, images.columns(), channels)) {
      winograd.addWeightGradient(alpha, images, outputGradient, beta, transpose, destination);
      sums.columnSums(1, outputGradient, 0);
    } else {
      inBlocks(images)
          .addWeightGradient(alpha, images, outputGradient, beta, transpose, destination, sums);
    }
    return sums.reshape(1, channels);
  }

  @Override
  public String toString() {
    return "convolution over " + window;
  }
}
