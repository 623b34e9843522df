package pathprox.method;

/**
 * Decides about inertia, learning rate and going back, from the loss and penalty of each batch; see
 * {@link Inertia} for the rules, and design-notes.md for what else was tried.
 */
final class Safeguard {
  /** What to do before a step. */
  enum Verdict {
    GO_ON,
    SAVE,
    GO_BACK
  }

  private static final double JUMP = 2;
  private static final double DEVIATIONS = 8;
  private static final double JUMP_DAMPING = 0.5;
  private static final int WINDOW = 200;
  private static final double DRIFT = 0.005;
  private static final double DRIFT_DAMPING = 0.7;
  private static final int QUIET_STEPS = 500;
  private static final double RECOVERY = 1.19;
  private static final int RAMP = 20;
  private static final int LATEST_START = 10;

  private final Inertia limits;

  /** Averages of loss, of loss + penalty and of its deviations, over some 20 and 200 steps. */
  private final RunningMean loss = new RunningMean(20);

  private final RunningMean objective = new RunningMean(20);
  private final RunningMean deviation = new RunningMean(WINDOW);
  private double first;
  private double savedObjective;

  private boolean warm;
  private int step = -1;
  private int moving;
  private double damping = 1;
  private int quiet;
  private int quietNeeded;
  private double windowSum;
  private int windowSteps;
  private double lowestWindow = Double.POSITIVE_INFINITY;

  Safeguard(Inertia limits) {
    this.limits = limits;
  }

  /** Takes the loss of a batch and the penalty before the step on it. */
  Verdict judge(double batchLoss, double penalty) {
    step++;
    double value = batchLoss + penalty;
    if (step == 0) {
      first = value;
      objective.set(value);
      savedObjective = value;
    }
    boolean jumped = warm ? isFarAbove(value) : value > JUMP * first;
    deviation.add(Math.min(Math.abs(value - objective.get()), objective.get()));
    if (jumped) {
      return goBack();
    }
    loss.add(batchLoss);
    objective.add(value);
    recover();
    if (!warm && (loss.get() < penalty || step >= LATEST_START * limits.warmUp())) {
      warm = true;
      startWindow();
      return save();
    }
    moving += warm ? 1 : 0;
    windowSum += value;
    windowSteps++;
    return step == 0 ? save() : windowSteps == WINDOW ? endWindow() : Verdict.GO_ON;
  }

  private boolean isFarAbove(double value) {
    return value > JUMP * objective.get() && value > objective.get() + DEVIATIONS * deviation.get();
  }

  private Verdict goBack() {
    damp(JUMP_DAMPING);
    objective.set(savedObjective);
    moving = 0;
    startWindow();
    return Verdict.GO_BACK;
  }

  private Verdict endWindow() {
    double mean = windowSum / WINDOW;
    if (warm && mean > (1 + DRIFT) * lowestWindow) {
      damp(DRIFT_DAMPING);
      lowestWindow = mean;
    }
    lowestWindow = warm ? Math.min(lowestWindow, mean) : lowestWindow;
    startWindow();
    return save();
  }

  private Verdict save() {
    savedObjective = objective.get();
    return Verdict.SAVE;
  }

  private void startWindow() {
    windowSum = 0;
    windowSteps = 0;
  }

  private void damp(double factor) {
    damping = Math.max(1 - limits.factor(), damping * factor);
    quiet = 0;
    quietNeeded = quietNeeded == 0 ? QUIET_STEPS : (int) Math.min(2L * quietNeeded, 1 << 30);
  }

  private void recover() {
    if (damping < 1 && ++quiet == quietNeeded) {
      quiet = 0;
      damping = Math.min(1, damping * RECOVERY);
    }
  }

  /** The share of the learning rate to take. */
  double damping() {
    return damping;
  }

  /** β of the next step. */
  double inertia() {
    return Math.min(limits.factor(), moving / (double) (moving + RAMP));
  }

  /** The share of the penalty that counts in the next step. */
  double strength() {
    return warm ? 1 : Math.min(1, (step + 1.0) / limits.warmUp());
  }
}
