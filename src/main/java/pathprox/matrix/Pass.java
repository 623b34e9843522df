package pathprox.matrix;

import pathprox.parallel.Threads;

/** One pass over elements, rows or units of matrices, which threads share where that pays. */
final class Pass implements Threads.Loop {
  private static final ThreadLocal<Pass> OWN = ThreadLocal.withInitial(Pass::new);

  private Body body;
  Matrix x;
  Matrix y;
  double alpha;
  double beta;
  double[] numbers;
  int[] order;
  int first;
  int second;
  int units;

  /** What is done in some rounds of a pass; without variables of its own, so nothing is made. */
  @FunctionalInterface
  interface Body {
    void run(Pass pass, int from, int to);
  }

  private Pass() {}

  /** The pass of this thread, over {@code x}. */
  static Pass over(Matrix x) {
    return over(x, null, 0, 0);
  }

  /** The pass of this thread, over {@code x} and {@code y}. */
  static Pass over(Matrix x, Matrix y, double alpha, double beta) {
    Pass pass = OWN.get();
    pass.x = x;
    pass.y = y;
    pass.alpha = alpha;
    pass.beta = beta;
    return pass;
  }

  Pass with(double[] newNumbers, int newUnits) {
    numbers = newNumbers;
    units = newUnits;
    return this;
  }

  Pass with(int[] newOrder) {
    order = newOrder;
    return this;
  }

  Pass with(int newFirst, int newSecond, int newUnits) {
    first = newFirst;
    second = newSecond;
    units = newUnits;
    return this;
  }

  /** Does {@code count} rounds, which touch {@code each} numbers. */
  void run(int count, int each, Body newBody) {
    body = newBody;
    Threads.share(count, each, this);
  }

  @Override
  public void run(int from, int to) {
    body.run(this, from, to);
  }
}
