package pathprox.notebook;

/**
 * The numbers of one picture.
 *
 * @param channels 1, or 3 for red, green and blue
 * @param height pixel rows
 * @param width pixels in a row
 * @param values channel by channel, row by row
 */
record Pixels(int channels, int height, int width, double[] values) {
  /** Whether so many channels can be shown as colors. */
  static boolean areColors(long channels) {
    return channels == 1 || channels == 3;
  }

  /** The mean of each square of pixels, so that neither side is longer than {@code longest}. */
  Pixels reduced(int longest) {
    int side = blocks(Math.max(height, width), longest);
    if (side == 1) {
      return this;
    }
    int rows = blocks(height, side);
    int columns = blocks(width, side);
    double[] means = new double[channels * rows * columns];
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(i / columns / rows, i / columns % rows * side, i % columns * side, side);
    }
    return new Pixels(channels, rows, columns, means);
  }

  private double mean(int channel, int top, int left, int side) {
    int bottom = Math.min(height, top + side);
    int end = Math.min(width, left + side);
    double sum = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < end; column++) {
        sum += values[(channel * height + row) * width + column];
      }
    }
    return sum / (bottom - top) / (end - left);
  }

  /** A picture of one channel with rows and columns exchanged. */
  Pixels transposed() {
    double[] turned = new double[values.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = values[i % height * width + i / height];
    }
    return new Pixels(1, width, height, turned);
  }

  /** How many blocks cover a side; the last one may stick out. */
  static int blocks(int side, int block) {
    return (side + block - 1) / block;
  }

  /** The colors, row by row, as 0xRRGGBB. */
  int[] colors(ColorScale scale) {
    int size = height * width;
    int[] colors = new int[size];
    for (int i = 0; i < size; i++) {
      colors[i] =
          channels == 1
              ? scale.color(values[i])
              : scale.color(values[i], values[size + i], values[2 * size + i]);
    }
    return colors;
  }
}
