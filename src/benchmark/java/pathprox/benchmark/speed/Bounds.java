package pathprox.benchmark.speed;

/**
 * What a figure must reach, and what it aims at.
 *
 * @param must null if nothing is promised
 * @param aim null if nothing is aimed at
 */
record Bounds(Double must, Double aim) {
  static final Bounds NONE = new Bounds(null, null);

  static Bounds of(double must, double aim) {
    return new Bounds(must, aim);
  }

  static Bounds must(double must) {
    return new Bounds(must, null);
  }
}
