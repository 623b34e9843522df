package pathprox.method;

import pathprox.matrix.State;
import pathprox.penalty.ProximablePenalty;

/** How far adaptive steps go and how much the penalty counts, over the time of a training. */
final class AdaptiveSchedule {
  private static final int LONG = 2500; // longer trainings take shorter steps, as 1/√T
  private static final double FALL = 1.25; // short steps for long enough at any rate
  private static final double LARGEST = 0.3; // of the spectral norm of a random matrix
  private static final double BOLDEST = 2; // a relative step that follows noise kills units
  private static final double USUAL_BATCH = 25; // takes steps as they are
  private static final double RAMP = 0.15; // the part of the steps in which the penalty grows
  private static final double EXCESS = 3; // it starts at 1 + 3 times λ
  private static final double EXCESS_ENDS = 0.6; // the part of the steps after which it is λ
  private static final double MARGIN = 3; // so many standard deviations bring a unit back late

  private final int iterations;
  private final Guard guard;
  private final Support support;
  private final double excess;
  private final double boldness;
  private int start;
  private boolean ramps;
  private double rate;
  private double part;
  private double strength;
  private double margin;

  AdaptiveSchedule(Task task, ProximablePenalty penalty, Guard guard, Support support) {
    iterations = task.iterations();
    this.guard = guard;
    this.support = support;
    boolean concave = penalty.slope(1) < penalty.slope(0); // what it kills stays dead
    excess = concave || support.isWanted() ? 0 : EXCESS;
    double bold = Math.max(1 / BOLDEST, Math.min(BOLDEST, task.batchSize() / USUAL_BATCH));
    boldness = task.batchSize() < task.samples() ? bold : BOLDEST;
    startAgain(task.from());
  }

  /** A network that has learned nothing would die of a whole λ at once, so it grows. */
  void startAgain(int step) {
    start = step;
    ramps = !(guard.lowest() < guard.learned());
  }

  void keep(State state) {
    start = state.keep("start", start);
    ramps = state.keep("ramps", ramps);
  }

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

  private double strength(int step) {
    double grown = Math.min(1, (step - start + 1) / (RAMP * iterations));
    double left = Math.max(0, 1 - step / (EXCESS_ENDS * iterations));
    return grown * Math.min(1 + excess * left, guard.mostPenalty(guard.learned()));
  }

  double strength() {
    return strength;
  }

  /** How far above its threshold an average with such a standard deviation must be. */
  double margin(double deviation) {
    return margin * deviation;
  }

  /** n rows that move alike by η move their matrix by η√n; a random one measures 1 + √(n/d). */
  double step(int rows, int dimensions, boolean shared) {
    double root = Math.sqrt(Math.max(1, rows));
    double length = shared ? boldness * rate : rate;
    return part * Math.min(length, LARGEST * (1 + root / Math.sqrt(dimensions)) / root);
  }
}
