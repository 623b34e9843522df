package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.parallel.Lanes;

/**
 * {@link LineConvolution} for windows of three rows with 2/3 of the multiplications: two lines of
 * outputs at a time by the algorithm F(2, 3) from line to line, with four products of sums of lines
 * instead of six of lines. Its maps are sums of whole lines, which cost little with few channels
 * too, unlike those of {@link Winograd}, which saves more.
 *
 * <p>Source: Lavin and Gray, "Fast algorithms for convolutional neural networks", CVPR 2016,
 * section 4.1.
 */
final class LineWinograd extends LineConvolution {
  static final int POINTS = 4;

  private final Lanes<Pairs> pairs;

  /** The maps of pairs of lines; lines of the mapped matrices lie a quarter of them apart. */
  sealed interface Pairs permits FloatLinePairs, DoubleLinePairs {
    /** Elements of a target from one on ← the map of four lines of an image and zeros around. */
    void images(Matrix images, int image, int line, Matrix target, int to, int length);

    /** A line of outputs ← the map of results from an element on; or the one after it, too. */
    void outputs(Matrix results, int from, Matrix outputs, int to, int length, boolean both);

    /** Elements of a target ← the map of one line of a gradient or two, with zeros after them. */
    void gradients(
        Matrix gradient, int from, int length, boolean both, Matrix target, int to, int padded);

    /** Four blocks of rows of the target ← the map of three of weights; or its transpose. */
    void weights(Matrix source, Transpose turn, Matrix target);
  }

  LineWinograd(DataType type, Window window, Convolution.Scratch scratch) {
    super(type, window, scratch);
    boolean isFloat = type == DataType.FLOAT;
    pairs = new Lanes<>(() -> isFloat ? new FloatLinePairs(window) : new DoubleLinePairs(window));
  }

  static boolean suits(Window window) {
    Axis vertical = window.vertical();
    return vertical.kernel() == 3
        && vertical.stride() == 1
        && vertical.spacing() == 1
        && window.horizontal().spacing() == 1;
  }

  @Override
  int linesAtATime() {
    return 2;
  }

  @Override
  int points() {
    return POINTS;
  }

  @Override
  boolean isBegun(int point) {
    return point == 1 && bias != null;
  }

  @Override
  int firstPixel(int point, int pairs) {
    return point * pairs * lineLength;
  }

  @Override
  int firstResult(int point, int pairs) {
    return point * pairs * slots;
  }

  @Override
  Matrix mapped(Matrix original) {
    Matrix mapped =
        scratch.weightMaps.matrix(type, original.rows() / 3 * POINTS, original.columns());
    pairs.own().weights(original, Transpose.NO, mapped);
    return mapped;
  }

  @Override
  int rowsOfWeights() {
    return POINTS * rowLength();
  }

  @Override
  Transpose turnOfSums(Transpose ofDestination) {
    return Transpose.NO;
  }

  @Override
  void finish(double alpha, RowBlock all, double beta, Transpose turn, Matrix destination) {
    Matrix sum = scratch.weightMaps.matrix(type, rowsOfWeights(), outputs.columns());
    sum.sumColumns(1, all, 0, 0);
    Matrix gradient = scratch.mirrored.matrix(type, 3 * rowLength(), outputs.columns());
    pairs.own().weights(sum, Transpose.YES, gradient);
    if (turn == Transpose.YES) {
      gradient = scratch.weights.turned(gradient, 1, gradient.rows(), gradient.columns());
    }
    destination.keep(beta);
    destination.axpy(alpha, gradient);
  }

  @Override
  void outputs(int block) {
    int first = firstLine(block);
    int count = pairs(block);
    Matrix results = scratch.outputs.own().matrix(type, POINTS * count * slots, outputs.columns());
    if (bias != null) {
      results.repeat(count * slots, count * slots, bias);
    }
    multiply(mappedImages(first, count), results, count);
    for (int i = 0; i < count; i++) {
      int line = line(first, i);
      int from = i * slots * outputs.columns();
      pairs.own().outputs(results, from, outputs, place(line), outputLength(), hasSecond(line));
    }
  }

  @Override
  void addGradient(int block, int firstRow, int group, double keep) {
    int first = firstLine(block);
    int count = pairs(block);
    int rows = count * slots;
    Matrix mapped = scratch.outputs.own().matrix(type, POINTS * rows, outputs.columns());
    for (int i = 0; i < count; i++) {
      int line = line(first, i);
      int padded = slots * outputs.columns();
      pairs
          .own()
          .gradients(
              outputs, place(line), outputLength(), hasSecond(line), mapped, i * padded, padded);
    }
    RowBlock part = operands.own().right();
    addBiasGradient(part.aim(mapped, 0, rows, Transpose.YES), group, 1, keep);
    addBiasGradient(part.aim(mapped, 3 * rows, rows, Transpose.YES), group, -1, 1);
    addProducts(mappedImages(first, count), mapped, count, firstRow, keep);
  }

  private int pairsInImage() {
    return (window.vertical().outputs() + 1) / 2;
  }

  private int pairs(int block) {
    int lines = lines(block);
    return bandsInImage > 1 ? (lines + 1) / 2 : ((lines - 1) / tall + 1) * pairsInImage();
  }

  /** The first line of a pair in a block that begins with a first line. */
  private int line(int first, int pair) {
    int image = bandsInImage > 1 ? 0 : pair / pairsInImage();
    return first + image * tall + 2 * (pair - image * pairsInImage());
  }

  /** Whether a line is not the last one of its image. */
  private boolean hasSecond(int line) {
    return line % tall + 1 < window.vertical().outputs();
  }

  /** The maps of the four lines under each pair of lines of outputs. */
  private Matrix mappedImages(int first, int count) {
    int pixels = POINTS * count * lineLength;
    int end = window.horizontal().margin(); // of the last line, as nothing follows
    Matrix mapped = scratch.images.own().matrix(type, pixels + end, images.columns());
    mapped.fill(pixels * mapped.columns(), mapped.size(), 0);
    mapped.reshape(pixels, mapped.columns());
    int length = lineLength * mapped.columns();
    for (int i = 0; i < count; i++) {
      int line = line(first, i);
      pairs.own().images(images, line / tall, line % tall, mapped, i * length, length);
    }
    return mapped;
  }
}
