package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * Convolution without patches. A few images are copied, with zeros around them, into a strip of
 * lines. There the numbers under one row of a window lie side by side, so that every k-th window,
 * for the smallest k whose windows do not overlap, is a row of a matrix: k products for each row of
 * the window, with the outputs that lie as far apart, are the whole convolution. Windows that
 * begin in the zeros between two lines or images are computed too, and left out.
 *
 * <p>For a vertical stride s the strip holds every s-th line together, so that the windows of all
 * outputs go on from line to line as those of stride 1 do.
 */
final class LineConvolution extends BlockConvolution {
  private static final int IMAGES_SHARE = 8; // of the most rows that a block of images has
  private static final int FEWEST_NUMBERS = 12; // in a row of the window; fewer are not worth it

  private final int lineLength; // pixels
  private final int slots; // outputs in a line, with those that are left out
  private final int tall; // lines of outputs in an image, likewise
  private final int products; // for each row of the window: k
  private int imagesInBlock;
  private int bandsInImage; // blocks, where an image is more than one
  private int linesInBand;

  LineConvolution(DataType type, Window window, Scratch scratch) {
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
    int rows = (slotsOf(height) - 1) / products + 1; // in a product for an image
    int most = mostRows((long) rowLength() * outputs.columns());
    imagesInBlock = Math.max(1, most / IMAGES_SHARE / rows);
    int bands = Math.min(height, Math.max((rows - 1) / most + 1, Integer.getInteger("bands", 1)));
    linesInBand = (height - 1) / bands + 1;
    bandsInImage = (height - 1) / linesInBand + 1;
  }

  /** Numbers in a row of a window. */
  private int rowLength() {
    return window.horizontal().kernel() * images.columns();
  }

  /** Outputs in lines, with those that are left out, but for those after the last line. */
  private int slotsOf(int lines) {
    return (lines - 1) * slots + window.horizontal().outputs();
  }

  private int allImages() {
    return images.rows() / window.pixels();
  }

  @Override
  int blocks() {
    return bandsInImage > 1
        ? allImages() * bandsInImage
        : (allImages() - 1) / imagesInBlock + 1;
  }

  /** The first line of outputs in a block, counted with those that are left out. */
  private int firstLine(int block) {
    return bandsInImage > 1
        ? block / bandsInImage * tall + block % bandsInImage * linesInBand
        : block * imagesInBlock * tall;
  }

  private int lines(int block) {
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
    Matrix results = scratch.outputs.own().matrix(type, slotsOf(lines), outputs.columns());
    if (bias != null) {
      results.repeat(0, results.rows(), bias);
    }
    RowBlock right = rights.own();
    for (int i = 0; i < products; i++) {
      RowBlock target = every(targets.own(), results, i, Transpose.NO);
      for (int row = 0; row < window.vertical().kernel(); row++) {
        RowBlock left = windows(strip, row, i, lines, target.rows(), Transpose.NO);
        right.aim(weights, row * rowLength(), rowLength(), Transpose.NO);
        results.product(1, left, right, row == 0 && bias == null ? 0 : 1, target);
      }
    }
    for (int line = first; line < first + lines; line++) {
      if (isOutput(line)) {
        int from = (line - first) * slots * outputs.columns();
        outputs.copy(place(line), 1, results, from, 1, outputLength());
      }
    }
  }

  @Override
  void addGradient(int block, int firstRow, int group, double keep) {
    int first = firstLine(block);
    int lines = lines(block);
    Matrix strip = strip(first, lines);
    Matrix gradient = gradient(first, lines);
    addBiasGradient(targets.own().aim(gradient, Transpose.YES), group, keep);
    boolean turned = transpose == Transpose.YES;
    int all = sums.columns();
    for (int i = 0; i < products; i++) {
      RowBlock right = every(rights.own(), gradient, i, transpose);
      for (int row = 0; row < window.vertical().kernel(); row++) {
        RowBlock left = windows(strip, row, i, lines, right.rows(), transpose.other());
        RowBlock target = targets.own();
        if (turned) {
          int from = firstRow * all + row * rowLength();
          target.aim(sums, from, outputs.columns(), rowLength(), Transpose.NO);
        } else {
          target.aim(sums, firstRow + row * rowLength(), rowLength(), Transpose.NO);
        }
        double kept = i == 0 ? keep : 1;
        sums.product(1, turned ? right : left, turned ? left : right, kept, target);
      }
    }
  }

  /** The images under some lines of outputs, with zeros around them. */
  private Matrix strip(int first, int lines) {
    int stride = window.vertical().stride();
    int together = lines + (window.vertical().kernel() - 1) / stride;
    int end = window.horizontal().margin(); // of the last line, as nothing follows
    Matrix strip =
        scratch
            .images
            .own()
            .matrix(type, stride * together * lineLength + end, images.columns());
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
  private Matrix gradient(int first, int lines) {
    Matrix gradient = scratch.outputs.own().matrix(type, slotsOf(lines), outputs.columns());
    int length = slots * outputs.columns();
    for (int i = 0; i < lines; i++) {
      int zerosFrom = i * length;
      if (isOutput(first + i)) {
        gradient.copy(zerosFrom, 1, outputs, place(first + i), 1, outputLength());
        zerosFrom += outputLength();
      }
      gradient.fill(zerosFrom, Math.min((i + 1) * length, gradient.size()), 0);
    }
    return gradient;
  }

  private boolean isOutput(int line) {
    return line % tall < window.vertical().outputs();
  }

  /** Where a line of outputs begins. */
  private int place(int line) {
    return (line / tall * window.vertical().outputs() + line % tall) * outputLength();
  }

  private int outputLength() {
    return window.horizontal().outputs() * outputs.columns();
  }

  /** Every k-th output from one on. */
  private RowBlock every(RowBlock block, Matrix all, int first, Transpose turn) {
    int columns = all.columns();
    int rows = (all.rows() - first - 1) / products + 1;
    return block.aim(all, first * columns, rows, columns, turn).step(products * columns);
  }

  /** What lies under one row of every k-th window. */
  private RowBlock windows(
      Matrix strip, int row, int first, int lines, int count, Transpose turn) {
    int stride = window.vertical().stride();
    int together = lines + (window.vertical().kernel() - 1) / stride;
    int line = row % stride * together + row / stride;
    int pixel = line * lineLength + first * window.horizontal().stride();
    int step = products * window.horizontal().stride() * strip.columns();
    return lefts.own().aim(strip, pixel * strip.columns(), count, rowLength(), turn).step(step);
  }
}
