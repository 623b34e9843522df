package pathprox.method;

import pathprox.penalty.ProximablePenalty;

/** How far adaptive steps go and how much the penalty counts, over the time of a training. */
final class AdaptiveSchedule {
  /** A training as long as this, or shorter, takes the whole step; longer ones one as 1/√T. */
  private static final int LONG = 2500;

  /** The steps fall as (1 − t/T)^1.25 in each phase: short ones for long enough at any rate. */
  private static final double FALL = 1.25;

  /** A step moves a matrix by no more than this part of its spectral norm. */
  private static final double LARGEST = 0.3;

  /**
   * How many times as long some steps are: half to twice, in proportion to the batch. A relative
   * step that follows noise kills units.
   */
  private static final double BOLDEST = 2;

  /** A batch of so many samples takes steps as they are. */
  private static final double USUAL_BATCH = 25;

  /** The penalty grows to its strength within this part of the steps. */
  private static final double RAMP = 0.15;

  /** It starts at 1 + 3 times λ, which falls to λ within this part of the steps. */
  private static final double EXCESS = 3;

  private static final double EXCESS_ENDS = 0.6;

  /** So many standard deviations above the threshold, a gradient brings a unit back late. */
  private static final double MARGIN = 3;

  private final int iterations;
  private final Guard guard;
  private final Support support;
  private final double learned;
  private final double excess;
  private final double boldness;
  private int start;
  private boolean ramps;
  private double rate;
  private double part;
  private double strength;
  private double margin;

  /**
   * Makes the schedule of one training.
   *
   * @param learned an objective below this is that of a network that has learned something
   */
  AdaptiveSchedule(
      Task task, ProximablePenalty penalty, Guard guard, Support support, double learned) {
    iterations = task.iterations();
    this.guard = guard;
    this.support = support;
    this.learned = learned;
    boolean concave = penalty.slope(1) < penalty.slope(0); // what it kills stays dead
    excess = concave || support.isWanted() ? 0 : EXCESS;
    double bold = Math.max(1 / BOLDEST, Math.min(BOLDEST, task.batchSize() / USUAL_BATCH));
    boldness = task.batchSize() < task.samples() ? bold : BOLDEST;
    startAgain(task.from());
  }

  /**
   * The gradients before this step are forgotten. A network that has learned nothing would die of a
   * whole λ at once, so it grows; one that has, as a warm start, no penalty kills.
   */
  void startAgain(int step) {
    start = step;
    ramps = !(guard.lowest() < learned);
  }

  /** Sets the step that is made after so many. */
  void moveTo(int step, double learningRate) {
    rate = learningRate;
    part = part(step);
    strength = ramps ? strength(step) : 1;
    margin = 2 * step >= iterations ? MARGIN : 0;
  }

  /** The part of the learning rate that is in use after so many steps. */
  double part(int step) {
    double longer = Math.min(1, Math.sqrt((double) LONG / iterations));
    int from = support.phase(step);
    double left = 1 - (double) (Math.min(step, iterations) - from) / (iterations - from);
    double bold = support.isWanted() ? Math.max(1, boldness) : 1;
    return bold * longer * Math.pow(left, FALL) * guard.share();
  }

  /**
   * A network ends with fewer units, and a lower objective, if λ comes down from above, but not
   * from so far that constant outputs would be better.
   */
  private double strength(int step) {
    double grown = Math.min(1, (step - start + 1) / (RAMP * iterations));
    double left = Math.max(0, 1 - step / (EXCESS_ENDS * iterations));
    return grown * Math.min(1 + excess * left, guard.mostPenalty(learned));
  }

  /** How many times λ counts. */
  double strength() {
    return strength;
  }

  /** How far above its threshold an average with such a standard deviation must be. */
  double margin(double deviation) {
    return margin * deviation;
  }

  /**
   * The step of rows that stand for so many units in a space of so many dimensions.
   *
   * <p>n rows that all move the same way by η move their matrix by η√n, where a random one has the
   * spectral norm 1 + √(n/d): the rows of wide layers, and all of them at a large η, move by 0.3(1
   * + √(n/d))/√n at the most.
   *
   * @param shared whether several pixels have the same weights: noisier and bolder than others
   */
  double step(int rows, int dimensions, boolean shared) {
    double root = Math.sqrt(Math.max(1, rows));
    double length = shared ? boldness * rate : rate;
    return part * Math.min(length, LARGEST * (1 + root / Math.sqrt(dimensions)) / root);
  }
}
