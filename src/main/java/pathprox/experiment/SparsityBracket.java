package pathprox.experiment;

import java.util.ArrayList;
import java.util.List;
import pathprox.method.Method;
import pathprox.network.Network;
import pathprox.training.Outcome;
import pathprox.training.TrainingResult;

/** The course of one {@link SparsitySearch}: bounds of λ that close in on the target. */
final class SparsityBracket {
  /** In steps of 4, deep networks that rise lose all that they have learned. */
  private static final double FACTOR = 2;

  /** Bounds this near differ by the chance of a few steps, not by λ. */
  private static final double NEAREST_BOUNDS = 1.01;

  /** A number that jumps all the time is never settled. */
  private static final int MOST_REPEATS = 3;

  /** Where trainings start: from the start, or from what the bound below or above kept. */
  private enum Phase {
    COLD,
    RISING,
    FALLING
  }

  private final SparsitySearch search;
  private final Network start;
  private final Runs runs;
  private final Settling settling;
  private final List<TrainingResult> trials = new ArrayList<>();
  private Phase phase = Phase.COLD;
  private double lambda;
  private int repeats;
  private Network from;

  /** The largest λ of this phase that keeps too many units; 0 before there is one. */
  private double lower;

  /** The smallest λ of this phase that keeps too few. */
  private double upper = Double.POSITIVE_INFINITY;

  /** The latest networks with too many and with too few units that trainings can start from. */
  private Network many;

  private Network few;

  SparsityBracket(SparsitySearch search, Network start, Runs runs, Settling settling) {
    this.search = search;
    this.start = start;
    this.runs = runs;
    this.settling = settling;
    from = start;
    lambda = search.firstLambda();
  }

  SparsityResult search() {
    TrainingResult trial;
    do {
      trial = train();
      trials.add(trial);
    } while (trials.size() < search.trainings()
        && trial.outcome() != Outcome.INTERRUPTED
        && choosesNext(trial));
    return new SparsityResult(search.target(), settling.wanted(), settling.allowed(), trials);
  }

  private TrainingResult train() {
    Method method = Runs.methodOf(search.method(), lambda);
    return trials.isEmpty()
        ? runs.trainer().train(from, runs.data(), method)
        : runs.trainOrDiverge(from, method);
  }

  /** Chooses λ and network of the next training; false if there is none. */
  private boolean choosesNext(TrainingResult trial) {
    boolean usable = runs.canGoOnFrom(trial);
    boolean settled = settling.isSettled(trial);
    boolean reached = settling.isReached(trial);
    if (usable && settled && reached && phase == Phase.FALLING) {
      return false;
    }
    if (usable && !settled && settling.couldBeReached(trial) && repeats++ < MOST_REPEATS) {
      from = trial.network();
      return true;
    }
    repeats = 0;
    // A target that is reached before λ falls is left again: a smaller λ keeps as many from there.
    narrow(trial, usable, !usable || settling.isTooFew(trial) || reached);
    return choosesBetweenBounds();
  }

  private void narrow(TrainingResult trial, boolean usable, boolean tooFew) {
    upper = tooFew ? lambda : upper;
    lower = tooFew ? lower : lambda;
    many = tooFew ? many : trial.network();
    few = tooFew && usable ? trial.network() : few;
    if (phase != Phase.FALLING && few != null) {
      phase = Phase.FALLING;
      lower = 0; // bounds of another phase say nothing about the way from here
    } else if (phase == Phase.COLD && many != null && upper < Double.POSITIVE_INFINITY) {
      phase = Phase.RISING;
      upper = Double.POSITIVE_INFINITY;
    }
  }

  private boolean choosesBetweenBounds() {
    if (lower > 0 && upper < Double.POSITIVE_INFINITY) {
      lambda = Lambdas.rounded(Math.sqrt(lower * upper));
    } else {
      lambda = lower > 0 ? FACTOR * lower : upper / FACTOR;
    }
    from =
        switch (phase) {
          case COLD -> start;
          case RISING -> many;
          case FALLING -> few;
        };
    return lambda > 0 && lambda < Double.POSITIVE_INFINITY && upper > NEAREST_BOUNDS * lower;
  }
}
