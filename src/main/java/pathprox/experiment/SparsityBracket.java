package pathprox.experiment;

import java.util.ArrayList;
import java.util.List;
import pathprox.method.Method;
import pathprox.network.Network;
import pathprox.training.Outcome;
import pathprox.training.TrainingResult;

/** The course of one {@link SparsitySearch}: bounds of λ that close in on the target. */
final class SparsityBracket {
  private static final double FACTOR = 2; // deep networks that rise by 4 lose what they learned
  private static final double NEAREST_BOUNDS = 1.01; // nearer ones differ by chance, not by λ
  private static final int MOST_REPEATS = 3; // a number that jumps all the time is never settled

  private final SparsitySearch search;
  private final Network start;
  private final Runs runs;
  private final Settling settling;
  private double lambda;
  private Network from;
  private int repeats;
  private double lower;
  private double upper = Double.POSITIVE_INFINITY;
  private Network many; // the latest with too many units; λ rises from it if need be
  private boolean rises;
  private Network few; // the latest with too few units that is useful; λ falls from it

  SparsityBracket(SparsitySearch search, Network start, Runs runs, Settling settling) {
    this.search = search;
    this.start = start;
    this.runs = runs;
    this.settling = settling;
    from = start;
    lambda = search.firstLambda();
  }

  SparsityResult search() {
    List<TrainingResult> trials = new ArrayList<>();
    boolean goesOn = true;
    while (goesOn) {
      Method method = Runs.methodOf(search.method(), lambda);
      TrainingResult trial =
          trials.isEmpty()
              ? runs.trainer().train(from, runs.data(), method)
              : runs.trainOrDiverge(from, method);
      trials.add(trial);
      goesOn =
          trials.size() < search.trainings()
              && trial.outcome() != Outcome.INTERRUPTED
              && choosesNext(trial);
    }
    return new SparsityResult(search.target(), settling.wanted(), settling.allowed(), trials);
  }

  /** Chooses λ and network of the next training; false if there is none. */
  private boolean choosesNext(TrainingResult trial) {
    boolean usable = runs.canGoOnFrom(trial);
    boolean settled = settling.isSettled(trial);
    boolean reached = settling.isReached(trial);
    if (usable && settled && reached && few != null) {
      return false;
    }
    if (usable && !settled && settling.couldBeReached(trial) && repeats++ < MOST_REPEATS) {
      from = trial.network();
      return true;
    }
    repeats = 0;
    // A target that is reached before λ falls is left again: a smaller λ keeps as many from there.
    narrow(trial, usable, !usable || settling.isTooFew(trial) || reached);
    boolean bounded = upper < Double.POSITIVE_INFINITY;
    double next = bounded ? upper / FACTOR : FACTOR * lower;
    lambda = bounded && lower > 0 ? Lambdas.rounded(Math.sqrt(lower * upper)) : next;
    return lambda > 0 && lambda < Double.POSITIVE_INFINITY && upper > NEAREST_BOUNDS * lower;
  }

  /** Bounds of one way say nothing about the next: from the start, rising, falling. */
  private void narrow(TrainingResult trial, boolean usable, boolean tooFew) {
    if (!tooFew) {
      lower = lambda;
      many = trial.network();
    } else {
      upper = lambda;
      lower = usable && few == null ? 0 : lower;
      few = usable ? trial.network() : few;
    }
    if (few == null && !rises && many != null && upper < Double.POSITIVE_INFINITY) {
      rises = true;
      upper = Double.POSITIVE_INFINITY;
    }
    Network useful = rises ? many : start;
    from = few == null ? useful : few;
  }
}
