package pathprox.method;

/** How far the next adaptive step goes, and how long its averages remember; made once, set anew. */
final class Pace {
  private static final double MEMORY = 0.9;
  private static final double RECENT_MEMORY = 0.95;

  /** A step moves a matrix by no more than this part of its spectral norm. */
  private static final double LARGEST = 0.3;

  private final double epochMemory;
  private double rate;
  private double part;
  private double margin;
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
   * @param newRate η: the length of a step relative to that of what it moves
   * @param newPart the part of the step that is taken, 0 to 1: it has fallen with time
   * @param newStrength the share of the penalty that counts, 0 to 1
   * @param steps how many gradients will be in the averages, 1 or more
   */
  void set(double newRate, double newPart, double newStrength, int steps) {
    rate = newRate;
    part = newPart;
    strength = newStrength;
    correction = 1 / (1 - Math.pow(MEMORY, steps));
    recentCorrection = 1 / (1 - Math.pow(RECENT_MEMORY, steps));
    epochCorrection = 1 / (1 - Math.pow(epochMemory, steps));
  }

  /** Sets by how many standard deviations a gradient has to exceed what keeps its unit at 0. */
  void setMargin(double newMargin) {
    margin = newMargin;
  }

  /** How far above its threshold the average of gradients with such a variance must be. */
  double margin(double variance) {
    return margin * Math.sqrt(Math.max(0, variance) * (1 - MEMORY) / (1 + MEMORY));
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
   * <p>n rows that all move the same way by η move their matrix by η√n, where a random one has the
   * spectral norm 1 + √(n/d): the rows of wide layers, and all of them at a large η, move by 0.3(1
   * + √(n/d))/√n at the most.
   */
  double step(int rows, int dimensions) {
    double root = Math.sqrt(Math.max(1, rows));
    return part * Math.min(rate, LARGEST * (1 + root / Math.sqrt(dimensions)) / root);
  }
}
