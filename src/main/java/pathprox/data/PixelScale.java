package pathprox.data;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What the bytes of images become: (x/255 − mean)/deviation, with numbers for each channel. */
final class PixelScale {
  /** By blocks: a second copy of all images as floats would not fit a small Java heap. */
  private static final int BLOCK = 1_000;

  private final float[][] shades;

  PixelScale(double[] means, double[] deviations) {
    shades = new float[means.length][256];
    for (int channel = 0; channel < means.length; channel++) {
      for (int x = 0; x < 256; x++) {
        shades[channel][x] = (float) ((x / 255.0 - means[channel]) / deviations[channel]);
      }
    }
  }

  /** What a black pixel becomes in each channel. */
  List<Double> black() {
    return Arrays.stream(shades).map(channel -> (double) channel[0]).toList();
  }

  /**
   * Scales the images of some files, channel by channel.
   *
   * @param files in each, images and perhaps other bytes before them
   * @param before how many other bytes
   * @param plane how many pixels a channel has
   */
  INDArray images(List<byte[]> files, int before, int plane) {
    int stride = before + shades.length * plane;
    int count = files.stream().mapToInt(file -> file.length / stride).sum();
    INDArray images = Nd4j.create(DataType.FLOAT, new long[] {count, stride - before}, 'c');
    int row = 0;
    for (byte[] file : files) {
      for (int from = 0; from < file.length; from += BLOCK * stride) {
        INDArray block =
            block(file, from, Math.min(from + BLOCK * stride, file.length), before, plane);
        int end = row + block.rows();
        images.get(NDArrayIndex.interval(row, end), NDArrayIndex.all()).assign(block);
        row = end;
      }
    }
    return images;
  }

  private INDArray block(byte[] file, int from, int to, int before, int plane) {
    int inputs = shades.length * plane;
    int rows = (to - from) / (before + inputs);
    float[] values = new float[rows * inputs];
    int at = from;
    int place = 0;
    for (int row = 0; row < rows; row++) {
      at += before;
      for (float[] channel : shades) {
        for (int i = 0; i < plane; i++) {
          values[place++] = channel[Byte.toUnsignedInt(file[at++])];
        }
      }
    }
    return Nd4j.create(values, new long[] {rows, inputs}, 'c');
  }
}
