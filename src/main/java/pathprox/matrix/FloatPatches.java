package pathprox.matrix;

import java.util.Arrays;

/** The kernels in float32, from which the build makes those in float64 (pom.xml). */
final class FloatPatches implements Convolution.Patches {
  private final Axis vertical;
  private final Axis horizontal;
  private float[] padded = {}; // an image with its margins; what is no pixel stays 0
  private int channels;

  FloatPatches(Window window) {
    vertical = window.vertical();
    horizontal = window.horizontal();
  }

  @Override
  public void cut(Matrix images, int from, int count, Matrix patches) {
    prepare(images.columns());
    FloatMatrix source = (FloatMatrix) images;
    FloatMatrix target = (FloatMatrix) patches;
    int size = vertical.size() * horizontal.size() * channels;
    int length = horizontal.outputs() * patches.columns();
    for (int i = 0; i < count; i++) {
      int y = (from + i) % vertical.outputs();
      if (i == 0 || y == 0) {
        place(source, (from + i) / vertical.outputs() * size);
      }
      cutLine(y, target, i * length);
    }
  }

  private void prepare(int newChannels) {
    if (channels != newChannels) {
      channels = newChannels;
      int size = vertical.line() * horizontal.line() * channels;
      if (padded.length < size) {
        padded = new float[size];
      } else {
        Arrays.fill(padded, 0); // pixels lie elsewhere with another number of channels
      }
    }
  }

  private void place(FloatMatrix source, int from) {
    int pixels = horizontal.pixelsInLine();
    for (int y = 0; y < vertical.pixelsInLine(); y++) {
      int at = from + y * horizontal.size() * channels;
      int to = vertical.place(y) * horizontal.line();
      if (horizontal.spacing() == 1) {
        source.get(at, padded, (to + horizontal.margin()) * channels, pixels * channels);
      } else {
        for (int x = 0; x < pixels; x++) {
          source.get(at + x * channels, padded, (to + horizontal.place(x)) * channels, channels);
        }
      }
    }
  }

  /** Each row of the window is one run of numbers, since its pixels lie side by side. */
  private void cutLine(int y, FloatMatrix target, int to) {
    int run = horizontal.kernel() * channels;
    int line = horizontal.line() * channels;
    int at = to;
    for (int x = 0; x < horizontal.outputs(); x++) {
      int from = y * vertical.stride() * line + x * horizontal.stride() * channels;
      for (int row = 0; row < vertical.kernel(); row++) {
        target.put(at, padded, from + row * line, run);
        at += run;
      }
    }
  }
}
