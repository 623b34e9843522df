package pathprox.matrix;

/**
 * The maps of F(2×2, 3×3) on squares of runs of numbers, {@code values}, down the columns, then
 * along the rows; {@code halfway} is scratch. Each run is an array of its own, because HotSpot
 * vectorizes no loop that writes to two places of one array. The build makes the same in float64
 * (pom.xml).
 */
final class FloatWinogradMaps {
  private FloatWinogradMaps() {}

  /** 4×4 → 4×4. */
  static void images(float[][] values, float[][] halfway, int n) {
    for (int i = 0; i < 4; i++) {
      images(values, i, 4, halfway, n);
    }
    for (int i = 0; i < 16; i += 4) {
      images(halfway, i, 1, values, n);
    }
  }

  static void images(float[][] in, int at, int step, float[][] out, int n) {
    float[] a = in[at];
    float[] b = in[at + step];
    float[] c = in[at + 2 * step];
    float[] d = in[at + 3 * step];
    subtract(a, c, out[at], n);
    add(b, c, out[at + step], n);
    subtract(c, b, out[at + 2 * step], n);
    subtract(b, d, out[at + 3 * step], n);
  }

  private static void subtract(float[] a, float[] b, float[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = a[i] - b[i];
    }
  }

  private static void add(float[] a, float[] b, float[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = a[i] + b[i];
    }
  }

  /** 4×4 → 2×2, plus the biases. */
  static void outputs(float[][] values, float[][] halfway, float[] biases, int n) {
    for (int i = 0; i < 4; i++) {
      sum(values[i], values[i + 4], values[i + 8], halfway[i], n);
      difference(values[i + 4], values[i + 8], values[i + 12], halfway[i + 4], n);
    }
    for (int i = 0; i < 2; i++) {
      float[][] in = halfway;
      sum(in[4 * i], in[4 * i + 1], in[4 * i + 2], values[2 * i], n);
      difference(in[4 * i + 1], in[4 * i + 2], in[4 * i + 3], values[2 * i + 1], n);
      add(values[2 * i], biases, values[2 * i], n);
      add(values[2 * i + 1], biases, values[2 * i + 1], n);
    }
  }

  static void sum(float[] a, float[] b, float[] c, float[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = a[i] + b[i] + c[i];
    }
  }

  static void difference(float[] a, float[] b, float[] c, float[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = a[i] - b[i] - c[i];
    }
  }

  /** 2×2 → 4×4. */
  static void outputGradients(float[][] values, float[][] halfway, int n) {
    for (int i = 0; i < 2; i++) {
      outputGradients(values[i], values[i + 2], halfway, i, 2, n);
    }
    for (int i = 0; i < 4; i++) {
      outputGradients(halfway[2 * i], halfway[2 * i + 1], values, 4 * i, 1, n);
    }
  }

  static void outputGradients(float[] a, float[] b, float[][] out, int at, int step, int n) {
    System.arraycopy(a, 0, out[at], 0, n);
    add(a, b, out[at + step], n);
    subtract(a, b, out[at + 2 * step], n);
    negate(b, out[at + 3 * step], n);
  }

  private static void negate(float[] a, float[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = -a[i];
    }
  }

  /** 3×3 → 4×4. */
  static void weights(float[][] values, float[][] halfway, int n) {
    for (int i = 0; i < 3; i++) {
      weights(values[i], values[i + 3], values[i + 6], halfway, i, 3, n);
    }
    for (int i = 0; i < 4; i++) {
      weights(halfway[3 * i], halfway[3 * i + 1], halfway[3 * i + 2], values, 4 * i, 1, n);
    }
  }

  static void weights(float[] a, float[] b, float[] c, float[][] out, int at, int step, int n) {
    System.arraycopy(a, 0, out[at], 0, n);
    mean(a, 1, b, c, out[at + step], n);
    mean(a, -1, b, c, out[at + 2 * step], n);
    System.arraycopy(c, 0, out[at + 3 * step], 0, n);
  }

  private static void mean(float[] a, float sign, float[] b, float[] c, float[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = 0.5f * (a[i] + sign * b[i] + c[i]);
    }
  }

  /** 4×4 → 3×3. */
  static void weightGradients(float[][] values, float[][] halfway, int n) {
    for (int i = 0; i < 4; i++) {
      weightGradients(values, i, 4, halfway, i, 4, n);
    }
    for (int i = 0; i < 3; i++) {
      weightGradients(halfway, 4 * i, 1, values, 3 * i, 1, n);
    }
  }

  static void weightGradients(
      float[][] in, int from, int step, float[][] out, int to, int toStep, int n) {
    float[] a = in[from];
    float[] b = in[from + step];
    float[] c = in[from + 2 * step];
    float[] d = in[from + 3 * step];
    addHalf(a, b, c, out[to], n);
    halfDifference(b, c, out[to + toStep], n);
    addHalf(d, b, c, out[to + 2 * toStep], n);
  }

  private static void addHalf(float[] a, float[] b, float[] c, float[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = a[i] + 0.5f * (b[i] + c[i]);
    }
  }

  private static void halfDifference(float[] a, float[] b, float[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = 0.5f * (a[i] - b[i]);
    }
  }

  /** result ← alpha·a + beta·result. */
  static void add(float alpha, float[] a, float beta, float[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = alpha * a[i] + beta * result[i];
    }
  }
}
