package pathprox.method;

/** The rule for the heavy-ball factor, stated once. */
final class Momentum {
  private Momentum() {}

  /** Two kinds of momentum at once are a mistake. */
  static void checkAlone(double momentum, Inertia inertia) {
    if (momentum > 0 && !inertia.isNone()) {
      throw new IllegalArgumentException(
          "momentum %s and inertia %s do the same, give one of them"
              .formatted(Label.of(momentum), Label.of(inertia.factor())));
    }
  }

  static void check(double momentum) {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be >= 0 and < 1, was " + momentum);
    }
  }
}
