package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * Convolution without patches. A few images are copied, with zeros around them, into a strip of
 * lines. There the numbers under one row of a window lie side by side, so that every k-th window,
 * for the smallest k whose windows do not overlap, is a row of a matrix: k products for each row of
 * the window, with the outputs that lie as far apart, are the whole convolution. Windows that begin
 * in the zeros between two lines or images are computed too, and left out.
 *
 * <p>For a vertical stride s the strip holds every s-th line together, so that the windows of all
 * outputs go on from line to line as those of stride 1 do.
 */
sealed class LineConvolution extends BlockConvolution permits LineWinograd {
  private static final int IMAGES_SHARE = 8; // of the most rows that a block of images has
  private static final int FEWEST_NUMBERS = 12; // in a row of the window; fewer are not worth it

  final int lineLength; // pixels
  final int slots; // outputs in a line, with those that are left out
  final int tall; // lines of outputs in an image, likewise
  private final int products; // for each row of the window: k
  int imagesInBlock;
  int bandsInImage; // blocks, where an image is more than one
  int linesInBand;

  LineConvolution(DataType type, Window window, Convolution.Scratch scratch) {
    super(type, window, scratch);
    Axis horizontal = window.horizontal();
    slots = slots(horizontal);
    lineLength = slots * horizontal.stride();
    tall = slots(window.vertical());
    products = (horizontal.kernel() - 1) / horizontal.stride() + 1;
  }

  static boolean suits(Window window, int channels) {
    return window.horizontal().kernel() * channels >= FEWEST_NUMBERS;
  }

  /** Margins of lines that follow each other overlap. */
  private static int slots(Axis axis) {
    int end = axis.place(axis.pixelsInLine() - 1) + 1;
    int least = Math.max(end, axis.line() - axis.margin());
    return Math.max(axis.outputs(), (least + axis.stride() - 1) / axis.stride());
  }

  @Override
  void begin() {
    int height = window.vertical().outputs();
    int linesInProduct = (height - 1) / linesAtATime() + 1;
    int rows = (slotsOf(linesInProduct) - 1) / products + 1; // for an image
    int most = mostRows((long) rowLength() * outputs.columns());
    imagesInBlock = Math.max(1, most / IMAGES_SHARE / rows);
    int bands = Math.min(height, (rows - 1) / most + 1);
    linesInBand = ((height - 1) / bands / linesAtATime() + 1) * linesAtATime();
    bandsInImage = (height - 1) / linesInBand + 1;
  }

  /** Numbers in a row of a window. */
  final int rowLength() {
    return window.horizontal().kernel() * images.columns();
  }

  /** Outputs in lines, with those that are left out, but for those after the last line. */
  final int slotsOf(int lines) {
    return (lines - 1) * slots + window.horizontal().outputs();
  }

  private int allImages() {
    return images.rows() / window.pixels();
  }

  @Override
  int blocks() {
    return bandsInImage > 1 ? allImages() * bandsInImage : (allImages() - 1) / imagesInBlock + 1;
  }

  /** The first line of outputs in a block, counted with those that are left out. */
  final int firstLine(int block) {
    return bandsInImage > 1
        ? block / bandsInImage * tall + block % bandsInImage * linesInBand
        : block * imagesInBlock * tall;
  }

  final int lines(int block) {
    int height = window.vertical().outputs();
    return bandsInImage > 1
        ? Math.min(linesInBand, height - block % bandsInImage * linesInBand)
        : (Math.min(imagesInBlock, allImages() - block * imagesInBlock) - 1) * tall + height;
  }

  @Override
  void outputs(int block) {
    int first = firstLine(block);
    int lines = lines(block);
    Matrix strip = strip(first, lines);
    Matrix results = scratch.outputs.own().matrix(type, lines * slots, outputs.columns());
    if (bias != null) {
      results.repeat(0, results.rows(), bias);
    }
    multiply(strip, results, lines);
    for (int line = first; line < first + lines; line++) {
      if (isOutput(line)) {
        int from = (line - first) * slots * outputs.columns();
        outputs.copy(place(line), 1, results, from, 1, outputLength());
      }
    }
  }

  /** Adds the products of windows in a strip with the weights to the results. */
  final void multiply(Matrix strip, Matrix results, int lines) {
    RowBlock.Operands own = operands.own();
    for (int point = 0; point < points(); point++) {
      for (int i = 0; i < Math.min(products, slotsOf(lines)); i++) {
        RowBlock left = windows(own.left(), strip, point, i, lines, Transpose.NO);
        RowBlock right = own.right().aim(weights, point * rowLength(), rowLength(), Transpose.NO);
        RowBlock target = every(own.target(), results, point, i, lines, Transpose.NO);
        results.product(1, left, right, isBegun(point) ? 1 : 0, target);
      }
    }
  }

  @Override
  void addGradient(int block, int firstRow, int group, double keep) {
    int lines = lines(block);
    Matrix gradient = gradient(firstLine(block), lines);
    addBiasGradient(operands.own().right().aim(gradient, Transpose.YES), group, 1, keep);
    addProducts(strip(firstLine(block), lines), gradient, lines, firstRow, keep);
  }

  /** The rows of sums from one on ← windowsᵀ·gradient + keep·sums, or their transpose. */
  final void addProducts(Matrix strip, Matrix gradient, int lines, int firstRow, double keep) {
    boolean turned = transpose == Transpose.YES;
    RowBlock.Operands own = operands.own();
    RowBlock target = own.target();
    for (int point = 0; point < points(); point++) {
      for (int i = 0; i < Math.min(products, slotsOf(lines)); i++) {
        RowBlock left = windows(own.left(), strip, point, i, lines, transpose.other());
        RowBlock right = every(own.right(), gradient, point, i, lines, transpose);
        if (turned) {
          int from = firstRow * sums.columns() + point * rowLength();
          target.aim(sums, from, outputs.columns(), rowLength(), Transpose.NO);
        } else {
          target.aim(sums, firstRow + point * rowLength(), rowLength(), Transpose.NO);
        }
        double kept = i == 0 ? keep : 1;
        sums.product(1, turned ? right : left, turned ? left : right, kept, target);
      }
    }
  }

  /** How many lines of outputs a line of products gives. */
  int linesAtATime() {
    return 1;
  }

  /** How many products a window takes: one for each of its rows. */
  int points() {
    return window.vertical().kernel();
  }

  /** Whether results hold numbers already to which the product of a point is added. */
  boolean isBegun(int point) {
    return point > 0 || bias != null;
  }

  /** The pixel of a strip of some lines where the first window begins. */
  int firstPixel(int point, int lines) {
    int stride = window.vertical().stride();
    return (point % stride * linesTogether(lines) + point / stride) * lineLength;
  }

  /** The row of the results of some lines where those of a point begin. */
  int firstResult(int point, int lines) {
    return 0;
  }

  private int linesTogether(int lines) {
    return lines + (window.vertical().kernel() - 1) / window.vertical().stride();
  }

  /** The images under some lines of outputs, with zeros around them. */
  final Matrix strip(int first, int lines) {
    int stride = window.vertical().stride();
    int together = linesTogether(lines);
    int end = window.horizontal().margin(); // of the last line, as nothing follows
    Matrix strip =
        scratch.images.own().matrix(type, stride * together * lineLength + end, images.columns());
    strip.fill(0, end * strip.columns(), 0);
    for (int i = 0; i < stride * together; i++) {
      int line = (first + i % together) * stride + i / together;
      int image = line / (tall * stride);
      int from = line % (tall * stride) - window.vertical().margin();
      int pixelLine = from / window.vertical().spacing();
      boolean hasPixels =
          from >= 0
              && from % window.vertical().spacing() == 0
              && pixelLine < window.vertical().pixelsInLine()
              && image < allImages();
      int pixel = (image * window.vertical().size() + pixelLine) * window.horizontal().size();
      int to = i * lineLength + end;
      int zerosFrom = hasPixels ? copyPixels(pixel, strip, to) : to;
      strip.fill(zerosFrom * strip.columns(), (to + lineLength) * strip.columns(), 0);
    }
    return strip;
  }

  /** Copies a line of an image; returns the pixel of the strip after it. */
  private int copyPixels(int from, Matrix strip, int to) {
    Axis axis = window.horizontal();
    int channels = images.columns();
    int count = axis.pixelsInLine();
    if (axis.spacing() == 1) {
      strip.copy(to * channels, 1, images, from * channels, 1, count * channels);
      return to + count;
    }
    int end = (count - 1) * axis.spacing() + 1;
    strip.fill(to * channels, (to + end) * channels, 0);
    for (int x = 0; x < count; x++) {
      int place = (to + x * axis.spacing()) * channels;
      strip.copy(place, 1, images, (from + x) * channels, 1, channels);
    }
    return to + end;
  }

  /** The gradient of some lines of outputs, 0 for those that are left out. */
  final Matrix gradient(int first, int lines) {
    Matrix gradient = scratch.outputs.own().matrix(type, lines * slots, outputs.columns());
    int length = slots * outputs.columns();
    for (int i = 0; i < lines; i++) {
      int zerosFrom = i * length;
      if (isOutput(first + i)) {
        gradient.copy(zerosFrom, 1, outputs, place(first + i), 1, outputLength());
        zerosFrom += outputLength();
      }
      gradient.fill(zerosFrom, (i + 1) * length, 0);
    }
    return gradient;
  }

  final boolean isOutput(int line) {
    return line % tall < window.vertical().outputs();
  }

  /** Where a line of outputs begins. */
  final int place(int line) {
    return (line / tall * window.vertical().outputs() + line % tall) * outputLength();
  }

  final int outputLength() {
    return window.horizontal().outputs() * outputs.columns();
  }

  /** Every k-th result of a point from one on. */
  private RowBlock every(
      RowBlock block, Matrix all, int point, int first, int lines, Transpose turn) {
    int columns = all.columns();
    int from = (firstResult(point, lines) + first) * columns;
    return block.aim(all, from, rowsOf(first, lines), columns, turn).step(products * columns);
  }

  /** What lies under one row of every k-th window. */
  private RowBlock windows(
      RowBlock block, Matrix strip, int point, int first, int lines, Transpose turn) {
    int stride = window.horizontal().stride();
    int from = (firstPixel(point, lines) + first * stride) * strip.columns();
    int step = products * stride * strip.columns();
    return block.aim(strip, from, rowsOf(first, lines), rowLength(), turn).step(step);
  }

  /** How many rows the product of every k-th window from one on has. */
  private int rowsOf(int first, int lines) {
    return (slotsOf(lines) - first - 1) / products + 1;
  }
}
