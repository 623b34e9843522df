package pathprox.method;

/** The rule for the heavy-ball factor, stated once. */
final class Momentum {
  private Momentum() {}

  static void check(double momentum) {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be >= 0 and < 1, was " + momentum);
    }
  }
}
