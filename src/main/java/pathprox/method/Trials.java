package pathprox.method;

import pathprox.matrix.State;

/**
 * Looks for a step by which classes are told apart at all: while the loss on the fixed samples is
 * that of constant outputs after a fortieth of the steps, the start is tried again with a quarter
 * of the step, three times at most, and then for good with that of the lowest loss. In networks of
 * many layers without normalization, steps that follow noise leave nothing of what differs between
 * samples. Regressions may have to grow their outputs first, and do so by long steps.
 */
final class Trials {
  private static final double LENGTH = 0.025; // of the training
  private static final int SHORTEST = 25; // steps; in fewer nothing shows
  private static final double NOTHING = 0.99; // of the loss of constant outputs
  private static final double LEARNED = 0.95; // of it
  private static final double SHORTER = 0.25;
  private static final int MOST = 4;

  private final double constantLoss; // NaN if there is none to compare with
  private final int length;
  private boolean on;
  private int failed;
  private int end;
  private double lowest = Double.POSITIVE_INFINITY; // loss at the end of a trial
  private double share = 1;
  private double shareOfLowest = 1;

  /** Trials of {@code task} from its first step on, where constant outputs have such a loss. */
  Trials(double constantLoss, Task task) {
    this.constantLoss = constantLoss;
    length = (int) (LENGTH * (task.iterations() - task.from()));
    on = length >= SHORTEST && task.targetMeans().isEmpty();
    end = task.from() + length;
  }

  void keep(State state) {
    on = state.keep("on", on);
    failed = state.keep("failed", failed);
    end = state.keep("end", end);
    lowest = state.keep("lowest", lowest);
    share = state.keep("share", share);
    shareOfLowest = state.keep("shareOfLowest", shareOfLowest);
  }

  /** Whether nothing is learned at such a loss, nor was in an earlier trial. */
  boolean areNeeded(double loss) {
    return on && isNothing(loss);
  }

  /** Whether constant outputs are as good; never if that is not known. */
  private boolean isNothing(double loss) {
    return loss >= NOTHING * constantLoss;
  }

  /** The loss below which something is learned; NaN if that of constant outputs is not known. */
  double learned() {
    return LEARNED * constantLoss;
  }

  /** Whether what was learned at the loss {@code best} is lost. */
  boolean isForgotten(double loss, double best) {
    return isNothing(loss) && best < learned();
  }

  boolean endsAt(int step) {
    return on && step == end;
  }

  /** Ends a trial; whether it failed, so that another one follows with {@link #share}. */
  boolean hasFailed(double loss, int step) {
    boolean hasFailed = isNothing(loss);
    if (hasFailed) {
      fail(loss, step);
    } else {
      on = false;
    }
    return hasFailed;
  }

  private void fail(double loss, int step) {
    shareOfLowest = loss < lowest ? share : shareOfLowest;
    lowest = Math.min(loss, lowest);
    failed++;
    on = failed < MOST;
    share = on ? share * SHORTER : shareOfLowest;
    startAgain(step);
  }

  void startAgain(int step) {
    end = step + length;
  }

  /** The part of the step that is tried, or that was found. */
  double share() {
    return share;
  }
}
