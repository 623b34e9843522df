package pathprox.notebook.view;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The numbers of a picture by channel and row; with 1 channel, or 3 for red, green and blue. */
record Pixels(int channels, int height, int width, double[] values) {
  /** Takes [height, width] or [channels, height, width], this also as the only one of its array. */
  static Pixels of(INDArray image) {
    int rank = image.rank();
    int channels = rank == 2 ? 1 : (int) image.size(rank - 3);
    int height = (int) image.size(rank - 2);
    int width = (int) image.size(rank - 1);
    return new Pixels(channels, height, width, image.dup('c').data().asDouble());
  }

  // Not by array.get, which gives empty arrays for the last rows of some views in ND4J 1.0.0-M2.1.
  static INDArray part(INDArray array, int side, long from, long to) {
    long[] shape = array.shape().clone();
    shape[side] = to - from;
    long offset = array.offset() + from * array.stride(side);
    return Nd4j.create(array.data(), shape, array.stride().clone(), offset, array.ordering());
  }

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

  Pixels reduced(int down, int across) {
    int rows = blocks(height, down);
    int columns = blocks(width, across);
    double[] sums = new double[channels * rows * columns];
    int[] counts = new int[sums.length];
    for (int i = 0; i < values.length; i++) {
      int row = i / width / height * rows + i / width % height / down;
      int block = row * columns + i % width / across;
      sums[block] += values[i];
      counts[block]++;
    }
    Arrays.setAll(sums, block -> sums[block] / counts[block]);
    return new Pixels(channels, rows, columns, sums);
  }

  Pixels gray() {
    int size = height * width;
    double[] means = new double[size];
    for (int i = 0; i < values.length; i++) {
      means[i % size] += values[i] / channels;
    }
    return new Pixels(1, height, width, means);
  }

  /** Row by row, as 0xFFRRGGBB. */
  int[] colors(ColorScale scale) {
    int size = height * width;
    IntStream pixels = IntStream.range(0, size);
    IntStream colors =
        channels == 1
            ? pixels.map(i -> scale.color(values[i]))
            : pixels.map(i -> scale.color(values[i], values[size + i], values[2 * size + i]));
    return colors.map(color -> 0xFF000000 | color).toArray();
  }
}
