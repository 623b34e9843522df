package pathprox.matrix;

import java.util.Arrays;

/** The kernels in float32, from which the build makes those in float64 (pom.xml). */
final class FloatPooling implements Pooling.Lines {
  private final boolean isMaximum;
  private final int size;
  private final int height;
  private final int width;
  private final int outputHeight;
  private final int outputWidth;
  private int channels;

  /**
   * The pixels under one line of windows, tap by tap, and their gradients; a line of outputs; what
   * is left of its gradient. Loops over whole lines are long enough for vectors.
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
      pooled = new float[outputWidth * channels];
      sent = new float[pooled.length];
      taps = new float[size * size][pooled.length];
      gradients = new float[size * size][pooled.length];
    }
  }

  /** Where a line of pixels under a line of windows begins. */
  private int under(int outputLine, int row) {
    int first = outputLine / outputHeight * height + outputLine % outputHeight * size;
    return (first + row) * line.length;
  }

  @Override
  public void pool(int from, int to, Matrix images, Matrix outputs) {
    prepare(images);
    for (int i = from; i < to; i++) {
      poolLine((FloatMatrix) images, i);
      ((FloatMatrix) outputs).put(i * pooled.length, pooled, 0, pooled.length);
    }
  }

  private void poolLine(FloatMatrix images, int outputLine) {
    for (int row = 0; row < size; row++) {
      images.get(under(outputLine, row), line, 0, line.length);
      for (int x = 0; x < outputWidth * size; x++) {
        System.arraycopy(
            line, x * channels, taps[row * size + x % size], x / size * channels, channels);
      }
    }
    System.arraycopy(taps[0], 0, pooled, 0, pooled.length);
    for (int tap = 1; tap < taps.length; tap++) {
      if (isMaximum) {
        raise(pooled, taps[tap]);
      } else {
        add(pooled, taps[tap]);
      }
    }
    if (!isMaximum) {
      divide(pooled);
    }
  }

  private static void raise(float[] values, float[] others) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], others[i]);
    }
  }

  private static void add(float[] values, float[] others) {
    for (int i = 0; i < values.length; i++) {
      values[i] += others[i];
    }
  }

  private void divide(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= size * size;
    }
  }

  @Override
  public void send(int from, int to, Matrix images, Matrix outputGradient, Matrix imageGradient) {
    prepare(images);
    for (int i = from; i < to; i++) {
      ((FloatMatrix) outputGradient).get(i * sent.length, sent, 0, sent.length);
      if (isMaximum) {
        poolLine((FloatMatrix) images, i);
        for (int tap = 0; tap < taps.length; tap++) {
          share(pooled, taps[tap], sent, gradients[tap]);
        }
      } else {
        divide(sent);
        for (float[] gradient : gradients) {
          System.arraycopy(sent, 0, gradient, 0, sent.length);
        }
      }
      putGradients((FloatMatrix) imageGradient, i);
    }
  }

  /** Moves what is left of a gradient to pixels equal to the maximum; HotSpot vectorizes it. */
  private static void share(float[] maximum, float[] pixels, float[] left, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      float below = maximum[i] - pixels[i];
      float share = left[i] * (1 - Math.min(below * FloatMatrix.HUGE * FloatMatrix.HUGE, 1));
      gradient[i] = share;
      left[i] -= share;
    }
  }

  private void putGradients(FloatMatrix imageGradient, int outputLine) {
    Arrays.fill(line, outputWidth * size * channels, line.length, 0); // under no window
    for (int row = 0; row < size; row++) {
      for (int x = 0; x < outputWidth * size; x++) {
        System.arraycopy(
            gradients[row * size + x % size], x / size * channels, line, x * channels, channels);
      }
      imageGradient.put(under(outputLine, row), line, 0, line.length);
    }
  }
}
