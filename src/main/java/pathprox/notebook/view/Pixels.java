package pathprox.notebook.view;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The numbers of one picture.
 *
 * @param channels 1, or 3 for red, green and blue
 * @param height pixel rows
 * @param width pixels in a row
 * @param values channel by channel, row by row
 */
record Pixels(int channels, int height, int width, double[] values) {
  /** Takes [channels, height, width], also as the only one of its array. */
  static Pixels of(INDArray image) {
    int rank = image.rank();
    return new Pixels(
        (int) image.size(rank - 3),
        (int) image.size(rank - 2),
        (int) image.size(rank - 1),
        ArrayNumbers.values(image));
  }

  /** Whether so many channels can be shown as colors. */
  static boolean areColors(long channels) {
    return channels == 1 || channels == 3;
  }

  /** How many blocks cover a side; the last one may stick out. */
  static int blocks(int side, int block) {
    return (side + block - 1) / block;
  }

  /** The mean of each square of pixels, so that neither side is longer than {@code longest}. */
  Pixels reduced(int longest) {
    int side = blocks(Math.max(height, width), longest);
    return side == 1 ? this : reduced(side, side);
  }

  /** The mean of each block of pixels, so many down and across. */
  Pixels reduced(int down, int across) {
    int rows = blocks(height, down);
    int columns = blocks(width, across);
    double[] means = new double[channels * rows * columns];
    for (int i = 0; i < means.length; i++) {
      int channel = i / columns / rows;
      int top = i / columns % rows * down;
      int left = i % columns * across;
      means[i] =
          mean(channel, top, Math.min(height, top + down), left, Math.min(width, left + across));
    }
    return new Pixels(channels, rows, columns, means);
  }

  private double mean(int channel, int top, int bottom, int left, int right) {
    double sum = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        sum += values[(channel * height + row) * width + column];
      }
    }
    return sum / (bottom - top) / (right - left);
  }

  /** The mean of the channels. */
  Pixels gray() {
    int size = height * width;
    double[] means = new double[size];
    for (int i = 0; i < values.length; i++) {
      means[i % size] += values[i] / channels;
    }
    return new Pixels(1, height, width, means);
  }

  /** The colors, row by row, as 0xRRGGBB. */
  int[] colors(ColorScale scale) {
    int size = height * width;
    return IntStream.range(0, size)
        .map(
            i ->
                channels == 1
                    ? scale.color(values[i])
                    : scale.color(values[i], values[size + i], values[2 * size + i]))
        .toArray();
  }
}
