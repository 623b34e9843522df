package pathprox.method;

import java.util.function.DoubleSupplier;
import pathprox.matrix.State;
import pathprox.network.running.Parameters;
import pathprox.network.running.WorkingNetwork;

/**
 * Keeps the best state of a training and how long its steps are, both by the whole objective on
 * fixed training samples, by the rules of {@link AdaptivePathProx}. One that is no number goes back
 * to the best state at once. A step that follows every rise is slower everywhere (design-notes.md).
 */
final class Guard {
  private static final int LOOKS = 100; // in a training, at the most
  private static final int FEWEST_LOOKS = 20;
  private static final int SHORTEST_INTERVAL = 10;
  private static final double STEPS_PER_BATCH = 7; // of a look, which so takes some 5 % of the time
  private static final double WORSE = 1.5; // so many times the lowest objective
  private static final double SHORTER = 0.5;
  private static final double LONGER = 1.05;
  private static final double SOON_LONGER = 1.15; // after trials, which quarter steps

  private final WorkingNetwork network;
  private final DoubleSupplier loss;
  private final DoubleSupplier penalty;
  private final boolean looks;
  private final double first;
  private final int from;
  private final int interval;
  private final Trials trials;
  private Parameters best;
  private double lastLoss; // on the fixed samples
  private double lowest; // objective on the fixed samples; NaN if there are none
  private double lowestPenalty;
  private int lowestAt;
  private boolean doubtful;
  private boolean steady = true;
  private double share = 1; // the part of the step that is left
  private int undone;

  /** {@code constantLoss} may change the network: the start is kept before it is asked for. */
  Guard(WorkingNetwork network, Task task, DoubleSupplier penalty, DoubleSupplier constantLoss) {
    this.network = network;
    this.penalty = penalty;
    loss = task.probe();
    looks = task.probeSamples() > 0;
    from = task.from();
    interval = interval(task);
    keep(look(), from);
    first = lowest;
    trials = new Trials(constantLoss.getAsDouble(), task);
    if (looks) {
      restore();
    }
  }

  private static int interval(Task task) {
    int steps = task.iterations() - task.from();
    double cheap = STEPS_PER_BATCH * task.probeSamples() / task.batchSize();
    double often = Math.max(SHORTEST_INTERVAL, (double) steps / LOOKS);
    return (int) Math.max(often, Math.min(cheap, (double) steps / FEWEST_LOOKS));
  }

  /** Whether it is time to look: often at first, when a step that is too long shows soon. */
  boolean looksAt(int step) {
    int taken = step - from;
    boolean early = taken < interval && taken % SHORTEST_INTERVAL == 0;
    early &= Integer.bitCount(taken / SHORTEST_INTERVAL) == 1;
    return looks && (taken % interval == 0 || early || trials.endsAt(step));
  }

  private double look() {
    lastLoss = looks ? loss.getAsDouble() : Double.NaN;
    return lastLoss + penalty.getAsDouble();
  }

  /** Looks at the state after so many steps; returns whether it went back. */
  boolean wentBack(int step) {
    double objective = look();
    if (!looks) {
      return false;
    }
    boolean worse =
        !(objective <= WORSE * lowest) || trials.isForgotten(lastLoss, lowest - lowestPenalty);
    if (worse && (doubtful || !Double.isFinite(objective))) {
      goBack(step);
      return true;
    }
    if (trials.endsAt(step) && trials.hasFailed(lastLoss, step)) {
      toBest(step);
      share = trials.share();
      return true;
    }
    if (trials.areNeeded(lastLoss)) {
      doubtful = worse;
      return false;
    }
    if (worse && !steady) {
      share *= SHORTER;
    }
    steady &= !worse;
    doubtful = worse;
    if (objective < lowest) {
      share = Math.min(1, share * (trials.share() < 1 ? SOON_LONGER : LONGER));
      keep(objective, step);
    }
    return false;
  }

  /** Goes back from a state without a finite loss; false if that is the best one itself. */
  boolean wentBackFrom(int step) {
    boolean canGoBack = looks && step > lowestAt;
    if (canGoBack) {
      goBack(step);
    }
    return canGoBack;
  }

  void finish(int step) {
    if (looks && !(look() <= lowest)) {
      goBack(step);
    }
  }

  /** Changes the present state, all units in the working sets, if that lowers the objective. */
  void keepIfBetter(int step, Runnable change) {
    if (looks) {
      keep(look(), step);
      restore();
      change.run();
      if (!(look() <= lowest)) {
        restore();
      }
    }
  }

  /** Forgets all states before the present one, whose units are others; a phase has whole steps. */
  void startAgain(int step, boolean isPhase) {
    keep(look(), step);
    share = isPhase ? Math.max(share, trials.share()) : share;
  }

  private void keep(double objective, int step) {
    lowest = objective;
    lowestPenalty = penalty.getAsDouble();
    lowestAt = step;
    doubtful = false;
    if (looks && best == null) {
      best = network.parameters().copy(network.arena());
    } else if (looks) {
      best.copyFrom(network.parameters());
    }
  }

  private void goBack(int step) {
    toBest(step);
    share *= SHORTER;
    steady = false;
    trials.startAgain(step);
  }

  private void toBest(int step) {
    restore();
    doubtful = false;
    undone += step - lowestAt;
    lowestAt = step;
  }

  void restore() {
    network.parameters().copyFrom(best);
  }

  void keep(State state) {
    if (looks) {
      best.keep(state.part("best"));
    }
    trials.keep(state.part("trials"));
    lowest = state.keep("lowest", lowest);
    lowestPenalty = state.keep("lowestPenalty", lowestPenalty);
    lowestAt = state.keep("lowestAt", lowestAt);
    doubtful = state.keep("doubtful", doubtful);
    steady = state.keep("steady", steady);
    share = state.keep("share", share);
    undone = state.keep("undone", undone);
  }

  double first() {
    return first;
  }

  /** The loss below which a network has learned something; NaN if that is not known. */
  double learned() {
    return trials.learned();
  }

  double lowest() {
    return lowest;
  }

  /** How often the best state's penalty may count, 1 or more; 1 since a look found much worse. */
  double mostPenalty(double bearable) {
    double times = (bearable - (lowest - lowestPenalty)) / lowestPenalty;
    return steady && times > 1 ? times : 1;
  }

  double share() {
    return share;
  }

  int undone() {
    return undone;
  }
}
