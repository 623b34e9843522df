package pathprox.matrix;

import java.util.Arrays;

/** The kernels in float32, from which the build makes those in float64 (pom.xml). */
final class FloatLinePairs implements LineWinograd.Pairs {
  private static final int POINTS = LineWinograd.POINTS;
  private static final int ROWS = 3; // of a window
  private static final int CHUNK = Winograd.CHUNK;

  private final Axis vertical;
  private final Axis horizontal;
  private float[][] lines = {}; // of pixels, with zeros around them
  private float[][] values = {};
  private float[][] mapped = {};

  FloatLinePairs(Window window) {
    vertical = window.vertical();
    horizontal = window.horizontal();
  }

  @Override
  public void images(Matrix images, int image, int y, Matrix target, int to, int length) {
    int channels = images.columns();
    if (lines.length == 0 || lines[0].length != length) {
      lines = new float[POINTS][length];
    }
    reserve(length);
    for (int i = 0; i < POINTS; i++) {
      int line = y + i - vertical.margin();
      if (line >= 0 && line < vertical.pixelsInLine()) {
        int from = (image * vertical.size() + line) * horizontal.size() * channels;
        int count = horizontal.pixelsInLine() * channels;
        ((FloatMatrix) images).get(from, lines[i], horizontal.margin() * channels, count);
      } else {
        Arrays.fill(lines[i], 0);
      }
    }
    FloatWinogradMaps.images(lines, 0, 1, mapped, length);
    put((FloatMatrix) target, to, POINTS, length);
  }

  @Override
  public void outputs(Matrix source, int from, Matrix outputs, int to, int length, boolean both) {
    reserve(length);
    get((FloatMatrix) source, from, POINTS, length);
    FloatWinogradMaps.sum(values[0], values[1], values[2], mapped[0], length);
    ((FloatMatrix) outputs).put(to, mapped[0], 0, length);
    if (both) {
      FloatWinogradMaps.difference(values[1], values[2], values[3], mapped[1], length);
      ((FloatMatrix) outputs).put(to + length, mapped[1], 0, length);
    }
  }

  @Override
  public void gradients(
      Matrix gradient, int from, int length, boolean both, Matrix target, int to, int padded) {
    reserve(padded);
    for (int i = 0; i < 2; i++) {
      int count = i == 0 || both ? length : 0;
      ((FloatMatrix) gradient).get(from + i * length, values[i], 0, count);
      Arrays.fill(values[i], count, padded, 0);
    }
    FloatWinogradMaps.outputGradients(values[0], values[1], mapped, 0, 1, padded);
    put((FloatMatrix) target, to, POINTS, padded);
  }

  @Override
  public void weights(Matrix source, Transpose turn, Matrix target) {
    boolean turned = turn == Transpose.YES;
    int sources = turned ? POINTS : ROWS;
    int size = source.size() / sources;
    reserve(CHUNK);
    for (int at = 0; at < size; at += CHUNK) {
      int count = Math.min(CHUNK, size - at);
      get((FloatMatrix) source, at, sources, count);
      if (turned) {
        FloatWinogradMaps.weightGradients(values, 0, 1, mapped, 0, 1, count);
      } else {
        FloatWinogradMaps.weights(values[0], values[1], values[2], mapped, 0, 1, count);
      }
      put((FloatMatrix) target, at, turned ? ROWS : POINTS, count);
    }
  }

  private void reserve(int length) {
    if (mapped.length == 0 || mapped[0].length < length) {
      values = new float[POINTS][length];
      mapped = new float[POINTS][length];
    }
  }

  private void get(FloatMatrix source, int from, int count, int length) {
    int distance = source.size() / count;
    for (int i = 0; i < count; i++) {
      source.get(from + i * distance, values[i], 0, length);
    }
  }

  private void put(FloatMatrix target, int to, int count, int length) {
    int distance = target.size() / count;
    for (int i = 0; i < count; i++) {
      target.put(to + i * distance, mapped[i], 0, length);
    }
  }
}
