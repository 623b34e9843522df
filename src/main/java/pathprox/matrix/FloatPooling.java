package pathprox.matrix;

import java.util.Arrays;

/** The kernels in float32, from which the build makes those in float64 (pom.xml). */
final class FloatPooling implements Pooling.Lines {
  private static final int CHUNK = 1024; // numbers at a time, about

  private final boolean isMaximum;
  private final int size;
  private final int height;
  private final int width;
  private final int outputHeight;
  private final int outputWidth;
  private int channels;

  private int linesAtATime;

  /**
   * The pixels under some lines of windows, tap by tap, and their gradients; those lines of
   * outputs; what is left of their gradient. The loops are long enough for vectors.
   */
  private float[][] taps = {};

  private float[][] gradients = {};
  private float[] line = {};
  private float[] pooled = {};
  private float[] sent = {};

  FloatPooling(Window window, Pooling.Kind kind) {
    isMaximum = kind == Pooling.Kind.MAXIMUM;
    size = window.vertical().kernel();
    height = window.vertical().size();
    width = window.horizontal().size();
    outputHeight = window.vertical().outputs();
    outputWidth = window.horizontal().outputs();
  }

  private void prepare(Matrix images) {
    if (channels != images.columns()) {
      channels = images.columns();
      line = new float[width * channels];
      linesAtATime = Math.max(1, CHUNK / (outputWidth * channels));
      pooled = new float[linesAtATime * outputWidth * channels];
      sent = new float[pooled.length];
      taps = new float[size * size][pooled.length];
      gradients = new float[size * size][pooled.length];
    }
  }

  @Override
  public void pool(int from, int to, Matrix images, Matrix outputs) {
    prepare(images);
    int length = outputWidth * channels;
    for (int first = from; first < to; first += linesAtATime) {
      int count = Math.min(linesAtATime, to - first);
      poolLines((FloatMatrix) images, first, count);
      ((FloatMatrix) outputs).put(first * length, pooled, 0, count * length);
    }
  }

  private void poolLines(FloatMatrix images, int first, int count) {
    for (int i = 0; i < count * size; i++) {
      images.get(under(first, i), line, 0, line.length);
      move(i, true, taps);
    }
    int n = count * outputWidth * channels;
    System.arraycopy(taps[0], 0, pooled, 0, n);
    for (int tap = 1; tap < taps.length; tap++) {
      if (isMaximum) {
        raise(pooled, taps[tap], n);
      } else {
        add(pooled, taps[tap], n);
      }
    }
    if (!isMaximum) {
      divide(pooled, n);
    }
  }

  /** Where one of the lines of pixels under some lines of windows begins. */
  private int under(int first, int i) {
    int line = first + i / size;
    return (line / outputHeight * height + line % outputHeight * size + i % size)
        * width
        * channels;
  }

  /** Moves a line of pixels to where they lie tap by tap, or back. */
  private void move(int number, boolean isForward, float[][] byTap) {
    int from = number / size * outputWidth * channels;
    for (int column = 0; column < size; column++) {
      float[] tap = byTap[number % size * size + column];
      int pixel = column * channels;
      for (int x = 0; x < outputWidth; x++) {
        int at = from + x * channels;
        if (isForward) {
          System.arraycopy(line, pixel, tap, at, channels);
        } else {
          System.arraycopy(tap, at, line, pixel, channels);
        }
        pixel += size * channels;
      }
    }
  }

  private static void raise(float[] values, float[] others, int n) {
    for (int i = 0; i < n; i++) {
      values[i] = Math.max(values[i], others[i]);
    }
  }

  private static void add(float[] values, float[] others, int n) {
    for (int i = 0; i < n; i++) {
      values[i] += others[i];
    }
  }

  private void divide(float[] values, int n) {
    for (int i = 0; i < n; i++) {
      values[i] /= size * size;
    }
  }

  @Override
  public void send(int from, int to, Matrix images, Matrix outputGradient, Matrix imageGradient) {
    prepare(images);
    int length = outputWidth * channels;
    for (int first = from; first < to; first += linesAtATime) {
      int count = Math.min(linesAtATime, to - first);
      ((FloatMatrix) outputGradient).get(first * length, sent, 0, count * length);
      if (isMaximum) {
        poolLines((FloatMatrix) images, first, count);
        for (int tap = 0; tap < taps.length; tap++) {
          share(pooled, taps[tap], sent, gradients[tap], count * length);
        }
      } else {
        divide(sent, count * length);
        for (float[] gradient : gradients) {
          System.arraycopy(sent, 0, gradient, 0, count * length);
        }
      }
      putGradients((FloatMatrix) imageGradient, first, count);
    }
  }

  /** Moves what is left of a gradient to pixels equal to the maximum; HotSpot vectorizes it. */
  private static void share(
      float[] maximum, float[] pixels, float[] left, float[] gradient, int n) {
    for (int i = 0; i < n; i++) {
      float below = maximum[i] - pixels[i];
      float share = left[i] * (1 - Math.min(below * FloatMatrix.HUGE * FloatMatrix.HUGE, 1));
      gradient[i] = share;
      left[i] -= share;
    }
  }

  private void putGradients(FloatMatrix imageGradient, int first, int count) {
    Arrays.fill(line, outputWidth * size * channels, line.length, 0); // under no window
    for (int i = 0; i < count * size; i++) {
      move(i, false, gradients);
      imageGradient.put(under(first, i), line, 0, line.length);
    }
  }
}
