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
  private static final int GROUPS = 8; // of blocks, each with a sum of its own
  private static final int MOST_SUMMED = 1 << 22; // numbers in the sums of all groups

  private final Window window;
  private final DataType type;
  private final Lanes<Patches> patches;
  private final Winograd winograd;
  private final Scratch scratch;
  private final Lanes<RowBlock> cuts = new Lanes<>(RowBlock::new);
  private final Lanes<RowBlock> factors = new Lanes<>(RowBlock::new);
  private final Threads.Loop outputBlocks = this::outputBlocks;
  private final Threads.Loop gradientGroups = this::gradientGroups;
  private Convolution reversed;

  // Of the present call, for the threads that share it.
  private Matrix images;
  private Matrix weights;
  private Transpose transpose;
  private Matrix bias;
  private Matrix outputs;
  private Matrix sums;
  private Matrix biasSums;
  private int groups;
  private int block;

  /** Cuts images into patches, whose products with weights are convolutions. */
  sealed interface Patches permits FloatPatches, DoublePatches {
    /**
     * Cuts {@code count} lines of outputs from line {@code from} of all images on: {@code patches}
     * [count · outputs in a line, taps · channels] ← window row, window column, channel, the last
     * fastest.
     */
    void cut(Matrix images, int from, int count, Matrix patches);
  }

  /** Makes a convolution over {@code window} in {@code type}, with memory from {@code arena}. */
  public Convolution(DataType type, Window window, Arena arena) {
    this(type, window, arena.scratch());
  }

  private Convolution(DataType type, Window window, Scratch scratch) {
    this.type = type;
    this.window = window;
    this.scratch = scratch;
    boolean isFloat = type == DataType.FLOAT;
    patches = new Lanes<>(() -> isFloat ? new FloatPatches(window) : new DoublePatches(window));
    winograd = Winograd.of(type, window, scratch);
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
      Matrix newImages,
      Matrix newWeights,
      Transpose newTranspose,
      Matrix newBias,
      Matrix newOutputs) {
    requireFit(newImages, newWeights, newTranspose, newBias, newOutputs);
    if (Winograd.suits(window, newImages.columns(), newOutputs.columns())) {
      winograd.apply(newImages, newWeights, newTranspose, newBias, newOutputs);
      return;
    }
    images = newImages;
    weights = newWeights;
    transpose = newTranspose;
    bias = newBias;
    outputs = newOutputs;
    if (bias == null && images.columns() == 0) {
      outputs.fill(0);
    }
    block = blockLines();
    Workers.run(blocks(), 1, outputBlocks);
  }

  private void outputBlocks(int from, int to) {
    int width = window.horizontal().outputs();
    for (int i = from; i < to; i++) {
      int line = i * block;
      int rows = Math.min(block, lines() - line) * width;
      if (bias != null) {
        outputs.repeat(line * width, rows, bias);
      }
      if (images.columns() > 0 && outputs.columns() > 0) {
        RowBlock cut = cut(line, rows, Transpose.NO);
        RowBlock factor = factors.own().aim(weights, transpose);
        outputs.product(1, cut, factor, bias == null ? 0 : 1, line * width, rows);
      }
    }
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
   * {@code transpose}, from that of the outputs, both one pixel a row. Only the first is modified.
   *
   * <p>It is the convolution over the {@linkplain Window#reversed reversed window} with mirrored
   * weights. With a stride above 1 that runs over outputs with zeros between them, which costs
   * stride² times the operations but needs no kernel of its own.
   *
   * @throws IllegalArgumentException if a shape or type does not fit
   */
  public void inputGradient(
      Matrix outputGradient, Matrix newWeights, Transpose turn, Matrix inputGradient) {
    if (reversed == null) {
      reversed = new Convolution(type, window.reversed(), scratch);
    }
    Matrix mirror = scratch.mirrored.mirrored(newWeights, window.taps(), turn);
    reversed.apply(outputGradient, mirror, turn.other(), null, inputGradient);
  }

  /**
   * {@code destination} ← {@code alpha}·(gradient of the weights) + {@code beta}·destination, where
   * {@code transpose} is {@code YES} for a destination [outputs × inputs] and β = 0 ignores what it
   * holds. The outputs were computed from {@code images}; their gradient has one pixel a row.
   * Neither is modified.
   *
   * @return the column sums of the gradient of the outputs, a row that the next call overwrites
   * @throws IllegalArgumentException if a shape or type does not fit
   */
  public Matrix addWeightGradient(
      double alpha,
      Matrix newImages,
      Matrix outputGradient,
      double beta,
      Transpose turn,
      Matrix destination) {
    requireFit(newImages, destination, turn, null, outputGradient);
    int channels = outputGradient.columns();
    if (Winograd.suits(window, newImages.columns(), channels)) {
      winograd.addWeightGradient(alpha, newImages, outputGradient, beta, turn, destination);
    } else if (destination.size() > 0 && newImages.rows() > 0) {
      images = newImages;
      outputs = outputGradient;
      transpose = turn;
      block = blockLines();
      groups = Math.max(1, Math.min(GROUPS, Math.min(blocks(), MOST_SUMMED / destination.size())));
      int rows = destination.rows();
      sums = scratch.sums.matrix(type, groups * rows, destination.columns());
      biasSums = scratch.biasSums.matrix(type, groups, channels);
      Workers.run(groups, 1, gradientGroups);
      RowBlock all = factors.own().aim(sums.reshape(groups, destination.size()), Transpose.YES);
      destination.sumColumns(alpha, all, beta, 0);
      Matrix result = scratch.weights.matrix(type, channels, 1);
      result.columnSums(1, biasSums, 0);
      return result.reshape(1, channels);
    }
    Matrix result = scratch.weights.matrix(type, channels, 1);
    result.columnSums(1, outputGradient, 0);
    return result.reshape(1, channels);
  }

  private void gradientGroups(int from, int to) {
    int width = window.horizontal().outputs();
    int rows = sums.rows() / groups;
    for (int group = from; group < to; group++) {
      int first = (int) ((long) group * blocks() / groups);
      int last = (int) ((long) (group + 1) * blocks() / groups);
      for (int i = first; i < last; i++) {
        int line = i * block;
        int count = Math.min(block, lines() - line) * width;
        double keep = i == first ? 0 : 1;
        RowBlock factor = factors.own().aim(outputs, line * width, count, Transpose.YES);
        biasSums.sumColumns(1, factor, keep, group * outputs.columns());
        RowBlock cut = cut(line, count, transpose.other());
        factor.aim(outputs, line * width, count, transpose);
        boolean turned = transpose == Transpose.YES;
        sums.product(1, turned ? factor : cut, turned ? cut : factor, keep, group * rows, rows);
      }
    }
  }

  /** Lines of outputs in all images. */
  private int lines() {
    return images.rows() / window.pixels() * window.vertical().outputs();
  }

  private int blocks() {
    return (lines() + block - 1) / block;
  }

  private int blockLines() {
    int oneRow = window.taps() * images.columns() * outputs.columns();
    int small = Product.PACKED_FROM / Math.max(1, oneRow);
    int rows = small < SMALLEST_BLOCK ? BLOCK : Math.min(BLOCK, small);
    return Math.max(1, rows / window.horizontal().outputs());
  }

  private RowBlock cut(int line, int rows, Transpose turn) {
    Matrix cut = scratch.patches.own().matrix(type, rows, window.taps() * images.columns());
    patches.own().cut(images, line, rows / window.horizontal().outputs(), cut);
    return cuts.own().aim(cut, turn);
  }

  @Override
  public String toString() {
    return "convolution over " + window;
  }
}
