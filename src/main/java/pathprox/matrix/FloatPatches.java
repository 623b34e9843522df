package pathprox.matrix;

import java.util.Arrays;

/**
 * The kernels in float32, from which the build makes those in float64 (pom.xml).
 *
 * <p>An image is held as planes of its channels, with their margins. A line of one holds, for a
 * stride s, every s-th pixel together, so that what one tap reads for the outputs of a line lies
 * side by side.
 */
final class FloatPatches implements PatchConvolution.Patches {
  private final Axis vertical;
  private final Axis horizontal;
  private final int lineLength;
  private final int[] places; // in a line, of its pixels
  private int[] taps = {}; // where those of the first output lie
  private float[] planes = {}; // what is no pixel stays 0
  private float[] line = {};
  private float[] cut = {};

  FloatPatches(Window window) {
    vertical = window.vertical();
    horizontal = window.horizontal();
    int stride = horizontal.stride();
    lineLength = (horizontal.line() + stride - 1) / stride * stride;
    places = new int[horizontal.pixelsInLine()];
    Arrays.setAll(places, x -> inLine(horizontal.place(x)));
  }

  private int inLine(int pixel) {
    int stride = horizontal.stride();
    return pixel % stride * (lineLength / stride) + pixel / stride;
  }

  @Override
  public void cut(Matrix images, int from, int count, Matrix patches) {
    int size = vertical.size() * horizontal.size() * images.columns();
    prepare(images.columns(), patches.size());
    for (int i = 0; i < count; i++) {
      int y = (from + i) % vertical.outputs();
      if (i == 0 || y == 0) {
        place((FloatMatrix) images, (from + i) / vertical.outputs() * size);
      }
      int shift = y * vertical.stride() * lineLength;
      int width = horizontal.outputs();
      for (int tap = 0; tap < taps.length; tap++) {
        System.arraycopy(
            planes, taps[tap] + shift, cut, tap * patches.columns() + i * width, width);
      }
    }
    ((FloatMatrix) patches).put(0, cut, 0, patches.size());
  }

  private void prepare(int channels, int size) {
    if (taps.length != vertical.kernel() * horizontal.kernel() * channels) {
      int plane = vertical.line() * lineLength;
      line = new float[horizontal.size() * channels];
      planes = new float[plane * channels];
      taps = new int[vertical.kernel() * horizontal.kernel() * channels];
      for (int tap = 0; tap < taps.length; tap++) {
        int column = tap / channels % horizontal.kernel();
        int row = tap / channels / horizontal.kernel();
        taps[tap] = tap % channels * plane + row * lineLength + inLine(column);
      }
    }
    if (cut.length < size) {
      cut = new float[size];
    }
  }

  private void place(FloatMatrix source, int from) {
    int channels = line.length / horizontal.size();
    for (int y = 0; y < vertical.pixelsInLine(); y++) {
      source.get(from + y * line.length, line, 0, line.length);
      for (int channel = 0; channel < channels; channel++) {
        int to = (channel * vertical.line() + vertical.place(y)) * lineLength;
        for (int x = 0; x < places.length; x++) {
          planes[to + places[x]] = line[x * channels + channel];
        }
      }
    }
  }
}
