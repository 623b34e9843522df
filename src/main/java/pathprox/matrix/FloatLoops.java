package pathprox.matrix;

/**
 * Plain loops on the Java heap in float32, from which the build makes those in float64 (pom.xml).
 */
final class FloatLoops {
  /**
   * Its square times any positive number, however small, is above 1: so min(x·HUGE·HUGE, 1) is 1
   * where x is positive and 0 where it is 0. HotSpot vectorizes that, but not a comparison.
   */
  private static final float HUGE = 1e30f;

  private FloatLoops() {}

  /** x ← max(x, 0). */
  static void relu(float[] x, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = Math.max(x[i], 0);
    }
  }

  /** x ← 0 where the activation, which is not negative, is 0. */
  static void mask(float[] x, float[] activations, int length) {
    for (int i = 0; i < length; i++) {
      x[i] *= Math.min(activations[i] * HUGE * HUGE, 1);
    }
  }

  /** m ← m + decay·x, x ← x − rate·m. */
  static void descend(float[] x, float[] m, int length, float decay, float rate) {
    for (int i = 0; i < length; i++) {
      m[i] += decay * x[i];
      x[i] -= rate * m[i];
    }
  }

  /** y ← xᵀ. */
  static void transpose(float[] x, int rows, int columns, float[] y) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        y[column * rows + row] = x[row * columns + column];
      }
    }
  }

  /** sums ← sums + the column sums of x. */
  static void sumColumns(float[] x, int rows, int columns, float[] sums) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sums[column] += x[row * columns + column];
      }
    }
  }

  /** y ← y + alpha·left·right, where y has {@code rows} rows. */
  static void multiply(
      float alpha, float[] left, float[] right, float[] y, int rows, int inner, int columns) {
    for (int row = 0; row < rows; row++) {
      int to = row * columns;
      int k = 0;
      for (; k + 3 < inner; k += 4) {
        add(alpha, left, row * inner + k, right, k * columns, y, to, columns);
      }
      for (; k + 1 < inner; k += 2) {
        float first = alpha * left[row * inner + k];
        add(first, alpha * left[row * inner + k + 1], right, k * columns, y, to, columns);
      }
      if (k < inner) {
        add(alpha * left[row * inner + k], right, k * columns, y, to, columns);
      }
    }
  }

  /** The part of y from {@code to} on ← itself + alpha·(four factors times four rows of x). */
  private static void add(
      float alpha, float[] factors, int at, float[] x, int from, float[] y, int to, int length) {
    float a = alpha * factors[at];
    float b = alpha * factors[at + 1];
    float c = alpha * factors[at + 2];
    float d = alpha * factors[at + 3];
    int second = from + length;
    int third = second + length;
    int fourth = third + length;
    for (int i = 0; i < length; i++) {
      y[to + i] += (a * x[from + i] + b * x[second + i]) + (c * x[third + i] + d * x[fourth + i]);
    }
  }

  /** The part of y from {@code to} on ← itself + first·x + second·(the row behind x). */
  private static void add(
      float first, float second, float[] x, int from, float[] y, int to, int length) {
    for (int i = 0; i < length; i++) {
      y[to + i] += first * x[from + i] + second * x[from + length + i];
    }
  }

  private static void add(float factor, float[] x, int from, float[] y, int to, int length) {
    for (int i = 0; i < length; i++) {
      y[to + i] += factor * x[from + i];
    }
  }

  /** y ← y + alpha·left·x for a vector x, in four sums that do not wait for each other. */
  static void multiply(float alpha, float[] left, float[] x, float[] y, int rows, int inner) {
    for (int row = 0; row < rows; row++) {
      int from = row * inner;
      float a = 0;
      float b = 0;
      float c = 0;
      float d = 0;
      int k = 0;
      for (; k + 3 < inner; k += 4) {
        a += left[from + k] * x[k];
        b += left[from + k + 1] * x[k + 1];
        c += left[from + k + 2] * x[k + 2];
        d += left[from + k + 3] * x[k + 3];
      }
      for (; k < inner; k++) {
        a += left[from + k] * x[k];
      }
      y[row] += alpha * ((a + b) + (c + d));
    }
  }
}
