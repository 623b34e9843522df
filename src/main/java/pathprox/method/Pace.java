package pathprox.method;

/** How far the next adaptive step goes, and how long its averages remember; made once, set anew. */
final class Pace {
  private static final double MEMORY = 0.9;
  private static final double RECENT_MEMORY = 0.95;

  /** So many times the step, a matrix moves by up to a third of its spectral norm. */
  private static final double SPECTRAL = 5.5;

  private final double epochMemory;
  private double step;
  private double strength;
  private double correction;
  private double recentCorrection;
  private double epochCorrection;

  Pace(double epochMemory) {
    this.epochMemory = epochMemory;
  }

  /**
   * Sets the next step.
   *
   * @param newStep η: the length of a step relative to that of what it moves
   * @param newStrength the share of the penalty that counts, 0 to 1
   * @param steps how many gradients will be in the averages, 1 or more
   */
  void set(double newStep, double newStrength, int steps) {
    step = newStep;
    strength = newStrength;
    correction = 1 / (1 - Math.pow(MEMORY, steps));
    recentCorrection = 1 / (1 - Math.pow(RECENT_MEMORY, steps));
    epochCorrection = 1 / (1 - Math.pow(epochMemory, steps));
  }

  double step() {
    return step;
  }

  double strength() {
    return strength;
  }

  /** β₁ of the averages of gradients. */
  double memory() {
    return MEMORY;
  }

  /** What turns an average that began at 0 into one of the gradients so far. */
  double correction() {
    return correction;
  }

  /** β₂ of squares over some 20 steps. */
  double recentMemory() {
    return RECENT_MEMORY;
  }

  double recentCorrection() {
    return recentCorrection;
  }

  /** β₂ of squares over an epoch. */
  double epochMemory() {
    return epochMemory;
  }

  double epochCorrection() {
    return epochCorrection;
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
}
