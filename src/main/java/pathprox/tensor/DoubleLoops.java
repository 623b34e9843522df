package pathprox.tensor;

/** Plain loops on the Java heap in float64; {@code FloatLoops} is the same code for float32. */
final class DoubleLoops {
  /**
   * Its square times any positive number, however small, is above 1: so min(x·HUGE·HUGE, 1) is 1
   * where x is positive and 0 where it is 0. HotSpot vectorizes that, but not a comparison.
   */
  private static final double HUGE = 1e300;

  private DoubleLoops() {}

  /** x ← max(x, 0). */
  static void relu(double[] x, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = Math.max(x[i], 0);
    }
  }

  /** x ← 0 where the activation, which is not negative, is 0. */
  static void mask(double[] x, double[] activations, int length) {
    for (int i = 0; i < length; i++) {
      x[i] *= Math.min(activations[i] * HUGE * HUGE, 1);
    }
  }

  /** m ← m + decay·x, x ← x − rate·m. */
  static void descend(double[] x, double[] m, int length, double decay, double rate) {
    for (int i = 0; i < length; i++) {
      m[i] += decay * x[i];
      x[i] -= rate * m[i];
    }
  }

  /** y ← xᵀ. */
  static void transpose(double[] x, int rows, int columns, double[] y) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        y[column * rows + row] = x[row * columns + column];
      }
    }
  }

  /** sums ← sums + the column sums of x. */
  static void sumColumns(double[] x, int rows, int columns, double[] sums) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sums[column] += x[row * columns + column];
      }
    }
  }

  /** y ← y + alpha·left·right, where y has {@code rows} rows. */
  static void multiply(
      double alpha, double[] left, double[] right, double[] y, int rows, int inner, int columns) {
    for (int row = 0; row < rows; row++) {
      int to = row * columns;
      int k = 0;
      for (; k + 3 < inner; k += 4) {
        add(alpha, left, row * inner + k, right, k * columns, y, to, columns);
      }
      for (; k + 1 < inner; k += 2) {
        double first = alpha * left[row * inner + k];
        add(first, alpha * left[row * inner + k + 1], right, k * columns, y, to, columns);
      }
      if (k < inner) {
        add(alpha * left[row * inner + k], right, k * columns, y, to, columns);
      }
    }
  }

  /** The part of y from {@code to} on ← itself + alpha·(four factors times four rows of x). */
  private static void add(
      double alpha,
      double[] factors,
      int at,
      double[] x,
      int from,
      double[] y,
      int to,
      int length) {
    double a = alpha * factors[at];
    double b = alpha * factors[at + 1];
    double c = alpha * factors[at + 2];
    double d = alpha * factors[at + 3];
    int second = from + length;
    int third = second + length;
    int fourth = third + length;
    for (int i = 0; i < length; i++) {
      y[to + i] += (a * x[from + i] + b * x[second + i]) + (c * x[third + i] + d * x[fourth + i]);
    }
  }

  /** The part of y from {@code to} on ← itself + first·x + second·(the row behind x). */
  private static void add(
      double first, double second, double[] x, int from, double[] y, int to, int length) {
    for (int i = 0; i < length; i++) {
      y[to + i] += first * x[from + i] + second * x[from + length + i];
    }
  }

  private static void add(double factor, double[] x, int from, double[] y, int to, int length) {
    for (int i = 0; i < length; i++) {
      y[to + i] += factor * x[from + i];
    }
  }

  /** y ← y + alpha·left·x for a vector x, in four sums that do not wait for each other. */
  static void multiply(double alpha, double[] left, double[] x, double[] y, int rows, int inner) {
    for (int row = 0; row < rows; row++) {
      int from = row * inner;
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
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
