package pathprox.data;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.logging.LoggingStart;

/** What the bytes of images become: (x/255 − mean)/deviation, with numbers for each channel. */
final class PixelScale {
  static {
    LoggingStart.quietly();
  }

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
   * Scales the images of some files, each with {@code before} other bytes before it and {@code
   * plane} pixels in a channel. On the Java heap there is one image as floats at a time.
   */
  INDArray images(List<byte[]> files, int before, int plane) {
    float[] image = new float[shades.length * plane];
    int stride = before + image.length;
    long count = files.stream().mapToLong(file -> file.length / stride).sum();
    INDArray images = Nd4j.createUninitialized(DataType.FLOAT, count, image.length);
    FloatPointer memory = new FloatPointer(images.data().addressPointer());
    for (byte[] file : files) {
      for (int from = before; from < file.length; from += stride) {
        int i = 0;
        for (float[] channel : shades) {
          for (int end = i + plane; i < end; i++) {
            image[i] = channel[Byte.toUnsignedInt(file[from + i])];
          }
        }
        memory.put(image, 0, image.length);
        memory.position(memory.position() + image.length);
      }
    }
    return images;
  }
}
