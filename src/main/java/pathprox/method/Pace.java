package pathprox.method;

/**
 * How far the next adaptive step goes.
 *
 * @param step η: the length of a step relative to that of what it moves
 * @param strength the share of the penalty that counts, 0 to 1
 * @param memory β₁ of the averages of gradients
 * @param squareMemory β₂ of the averages of squared gradients
 * @param steps how many gradients are in the averages, 1 or more
 */
record Pace(double step, double strength, double memory, double squareMemory, int steps) {
  /** What turns an average that began at 0 into one of the gradients so far. */
  double correction() {
    return 1 / (1 - Math.pow(memory, steps));
  }

  /** The same for squares. */
  double squareCorrection() {
    return 1 / (1 - Math.pow(squareMemory, steps));
  }

  /** An average of squares after one more. */
  double average(double before, double square) {
    return squareMemory * before + (1 - squareMemory) * square;
  }

  /**
   * The step of rows that stand for so many units in a space of so many dimensions.
   *
   * <p>Rows that all move the same way by η move their matrix by η√n, where a random one has the
   * spectral norm 1 + √(n/d): wide layers take shorter steps, so that none moves by more than a
   * share of it.
   */
  double step(int rows, int dimensions) {
    double root = Math.sqrt(Math.max(1, rows));
    return step * Math.min(1, SPECTRAL * (1 + root / Math.sqrt(dimensions)) / root);
  }

  private static final double SPECTRAL = 5.5;
}
