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

  /** The lines of the image under one line of windows, their gradient, and one line of outputs. */
  private float[] lines = {};

  private float[] gradients = {};
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
      lines = new float[size * width * channels];
      gradients = new float[lines.length];
      pooled = new float[outputWidth * channels];
      sent = new float[pooled.length];
    }
  }

  /** Where the lines under one line of windows begin. */
  private int under(int outputLine) {
    return (outputLine / outputHeight * height + outputLine % outputHeight * size)
        * width
        * channels;
  }

  @Override
  public void pool(int from, int to, Matrix images, Matrix outputs) {
    prepare(images);
    for (int line = from; line < to; line++) {
      poolLines(images, line);
      ((FloatMatrix) outputs).put(line * pooled.length, pooled, 0, pooled.length);
    }
  }

  private void poolLines(Matrix images, int outputLine) {
    ((FloatMatrix) images).get(under(outputLine), lines, 0, lines.length);
    Arrays.fill(pooled, isMaximum ? Float.NEGATIVE_INFINITY : 0);
    for (int tap = 0; tap < size * size; tap++) {
      for (int x = 0; x < outputWidth; x++) {
        if (isMaximum) {
          raise(pixel(tap, x), x * channels);
        } else {
          add(pixel(tap, x), x * channels);
        }
      }
    }
    if (!isMaximum) {
      divide(pooled);
    }
  }

  private void raise(int pixel, int output) {
    for (int c = 0; c < channels; c++) {
      pooled[output + c] = Math.max(pooled[output + c], lines[pixel + c]);
    }
  }

  private void add(int pixel, int output) {
    for (int c = 0; c < channels; c++) {
      pooled[output + c] += lines[pixel + c];
    }
  }

  private void divide(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= size * size;
    }
  }

  /** Where the pixel of a window lies in the lines; pixels are counted row by row. */
  private int pixel(int tap, int x) {
    return (tap / size * width + x * size + tap % size) * channels;
  }

  @Override
  public void send(int from, int to, Matrix images, Matrix outputGradient, Matrix imageGradient) {
    prepare(images);
    for (int line = from; line < to; line++) {
      ((FloatMatrix) outputGradient).get(line * sent.length, sent, 0, sent.length);
      if (isMaximum) {
        poolLines(images, line);
      } else {
        divide(sent);
      }
      for (int tap = 0; tap < size * size; tap++) {
        for (int x = 0; x < outputWidth; x++) {
          if (isMaximum) {
            share(pixel(tap, x), x * channels);
          } else {
            System.arraycopy(sent, x * channels, gradients, pixel(tap, x), channels);
          }
        }
      }
      ((FloatMatrix) imageGradient).put(under(line), gradients, 0, gradients.length);
    }
  }

  /** Moves what is left of a gradient to pixels equal to the maximum; HotSpot vectorizes it. */
  private void share(int pixel, int output) {
    for (int c = 0; c < channels; c++) {
      float below = pooled[output + c] - lines[pixel + c];
      float share =
          sent[output + c] * (1 - Math.min(below * FloatMatrix.HUGE * FloatMatrix.HUGE, 1));
      gradients[pixel + c] = share;
      sent[output + c] -= share;
    }
  }
}
