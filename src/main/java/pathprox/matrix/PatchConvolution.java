package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.parallel.Lanes;

/**
 * Convolution of images of few channels, such as the first one of a network. Blocks of lines of
 * outputs are cut into patches [taps · channels × outputs], one output a column: of one tap and
 * channel those of a whole line lie side by side, and are copied in one go.
 */
final class PatchConvolution extends BlockConvolution {
  private static final int VECTOR = 16; // outputs from which OpenBLAS's kernels read whole ones

  private final Lanes<Patches> patches;
  private int lines;
  private int linesInBlock;

  /** Cuts images into patches. */
  sealed interface Patches permits FloatPatches, DoublePatches {
    /**
     * {@code patches} [taps · channels, count · outputs in a line] ← those of {@code count} lines
     * of outputs from line {@code from} of all images on; rows run over window row, window column
     * and channel, the last fastest.
     */
    void cut(Matrix images, int from, int count, Matrix patches);
  }

  PatchConvolution(DataType type, Window window, Convolution.Scratch scratch) {
    super(type, window, scratch);
    boolean isFloat = type == DataType.FLOAT;
    patches = new Lanes<>(() -> isFloat ? new FloatPatches(window) : new DoublePatches(window));
  }

  @Override
  Transpose wantedTurn() {
    return outputs.columns() < VECTOR ? Transpose.YES : Transpose.NO;
  }

  @Override
  void begin() {
    lines = images.rows() / window.pixels() * window.vertical().outputs();
    int rows = mostRows((long) window.taps() * images.columns() * outputs.columns());
    linesInBlock = Math.max(1, rows / window.horizontal().outputs());
  }

  @Override
  int blocks() {
    return (lines + linesInBlock - 1) / linesInBlock;
  }

  @Override
  void outputs(int block) {
    RowBlock cut = cut(block, Transpose.YES);
    int first = firstRow(block);
    int rows = cut.columns();
    if (bias != null) {
      outputs.repeat(first, rows, bias);
    }
    RowBlock factor = operands.own().right().aim(weights, turnOfWeights);
    RowBlock target = operands.own().target().aim(outputs, first, rows, Transpose.NO);
    outputs.product(1, cut, factor, bias == null ? 0 : 1, target);
  }

  @Override
  void addGradient(int block, int firstRow, int group, double keep) {
    boolean turned = transpose == Transpose.YES;
    RowBlock cut = cut(block, transpose);
    RowBlock gradient =
        operands.own().right().aim(outputs, firstRow(block), cut.columns(), Transpose.YES);
    addBiasGradient(gradient, group, 1, keep);
    gradient.aim(outputs, firstRow(block), cut.columns(), transpose);
    RowBlock left = turned ? gradient : cut;
    int rows = turned ? outputs.columns() : cut.rows();
    RowBlock target = operands.own().target().aim(sums, firstRow, rows, Transpose.NO);
    sums.product(1, left, turned ? cut : gradient, keep, target);
  }

  private int firstRow(int block) {
    return block * linesInBlock * window.horizontal().outputs();
  }

  private RowBlock cut(int block, Transpose turn) {
    int first = block * linesInBlock;
    int count = Math.min(linesInBlock, lines - first);
    int rows = window.taps() * images.columns();
    Matrix cut = scratch.images.own().matrix(type, rows, count * window.horizontal().outputs());
    patches.own().cut(images, first, count, cut);
    return operands.own().left().aim(cut, turn);
  }
}
