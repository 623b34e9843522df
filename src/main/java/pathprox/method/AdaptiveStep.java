package pathprox.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pathprox.network.LayerParameters;
import pathprox.network.PairUnits;
import pathprox.network.WorkingCopy;
import pathprox.penalty.ProximablePenalty;
import pathprox.tensor.Matrix;

/** One iteration of {@link AdaptivePathProx}, which states its rules. */
final class AdaptiveStep implements Step {
  private static final int SHORTEST_EPOCH = 20;
  private static final double RAMP = 0.15;

  /** The penalty starts at 1 + 3 times λ, which falls to λ within this part of the steps. */
  private static final double EXCESS = 3;

  private static final double EXCESS_ENDS = 0.6;

  /** So many standard deviations above the threshold, a gradient brings a unit back late. */
  private static final double MARGIN = 3;

  /** The steps fall as (1 − t/T)^1.25: short ones for long enough at any rate. */
  private static final double FALL = 1.25;

  /** An objective below this part of the loss of constant outputs was learned. */
  private static final double LEARNED = 0.95;

  /** A training as long as this, or shorter, takes the whole step; longer ones one as 1/√T. */
  private static final int LONG = 2500;

  private final WorkingCopy network;
  private final Task task;
  private final WorkingSet workingSet;
  private final List<AdaptivePair> pairs = new ArrayList<>();
  private final List<AdaptiveLayer> layers = new ArrayList<>();
  private final List<Support> supports;
  private final Guard guard;
  private final Pace pace;
  private final double constantLoss;
  private final double excess;
  private int step;
  private int steps;
  private boolean ramps;
  private boolean reviewed;
  private boolean hasSupport;

  AdaptiveStep(
      WorkingCopy network,
      Task task,
      ProximablePenalty penalty,
      WorkingSet workingSet,
      Optional<UnitTarget> target) {
    this.network = network;
    this.task = task;
    this.workingSet = workingSet;
    for (PairUnits units : PathProxStep.pathNormPairs(network)) {
      boolean first = pairs.isEmpty() && network.pairing().pairs().get(0).incoming() == 0;
      pairs.add(new AdaptivePair(units, penalty, first ? task.inputScale() : 1));
    }
    for (int layer = 0; layer < network.parameters().size(); layer++) {
      if (!network.pairing().isPaired(layer)) {
        layers.add(new AdaptiveLayer(network.parameters().get(layer), penalty.lambda()));
      }
    }
    supports = target.map(each -> each.supports(pairs, task.iterations())).orElse(List.of());
    double epoch = (double) task.samples() / task.batchSize();
    pace = new Pace(1 - 1 / Math.max(SHORTEST_EPOCH, epoch));
    step = task.from();
    guard = new Guard(network, task, this::penalty);
    constantLoss = constantLoss();
    excess = penalty.slope(1) < penalty.slope(0) ? 0 : EXCESS; // what concave ones kill stays dead
    ramps = !hasLearned();
  }

  /** The loss of outputs that are the means of the targets, or of classes that are all alike. */
  private double constantLoss() {
    if (task.probeSamples() == 0 || !network.architecture().endsInParameters()) {
      return Double.NaN;
    }
    last().weights().value().fill(0);
    last().bias().value().fill(0);
    setTargetMeans();
    double loss = task.probe().getAsDouble();
    guard.restore();
    return loss;
  }

  private LayerParameters last() {
    return network.parameters().get(network.parameters().size() - 1);
  }

  private void setTargetMeans() {
    for (int i = 0; i < task.targetMeans().size(); i++) {
      last().bias().value().set(i, 0, task.targetMeans().get(i));
    }
  }

  /** Whether the best state is one that no penalty would kill, such as that of a warm start. */
  private boolean hasLearned() {
    return guard.lowest() < LEARNED * constantLoss;
  }

  private double penalty() {
    double sum = 0;
    for (int i = 0; i < pairs.size(); i++) {
      sum += pairs.get(i).penalty();
    }
    for (int i = 0; i < layers.size(); i++) {
      sum += layers.get(i).penalty();
    }
    return sum;
  }

  @Override
  public void take(double loss, Matrix outputGradient, double learningRate) {
    if (step == 0 && !task.targetMeans().isEmpty() && guard.first() >= LEARNED * constantLoss) {
      startAtTheMeans();
    } else {
      move(outputGradient, learningRate);
    }
    step++;
    if (!hasSupport && isFrozen()) {
      guard.startAgain(step); // no state with other units is one to go back to
      hasSupport = true;
    }
    if (undoesALossBeforeTheFreeze() || guard.wentBack(step, supports.isEmpty() || isFrozen())) {
      startAgain();
    }
  }

  private void move(Matrix outputGradient, double learningRate) {
    boolean measured = freezes() || !isFrozen() && workingSet.measuresAt(step);
    network.measureOthers(measured);
    pairs.forEach(pair -> pair.request(pace));
    layers.forEach(layer -> layer.request(pace));
    network.backward(outputGradient);
    steps++;
    pace.set(learningRate, part(), strength(), steps);
    pace.setMargin(2 * step >= task.iterations() ? MARGIN : 0);
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).take(pace);
    }
    for (int i = 0; i < pairs.size(); i++) {
      pairs.get(i).take(pace);
    }
    for (int i = 0; i < supports.size(); i++) {
      supports.get(i).update(step + 1);
    }
    for (int i = 0; i < pairs.size(); i++) {
      pairs.get(i).chooseWorkingSet(pace, measured, workingSet.mayLeaveAfter(step + 1));
    }
  }

  /**
   * How many times λ counts. A network that has learned nothing would die of a whole λ at once; one
   * that has ends with fewer units, and a lower objective, if λ comes down from above, but not from
   * so far that constant outputs would be better.
   */
  private double strength() {
    if (!ramps) {
      return 1;
    }
    double grown = Math.min(1, steps / (RAMP * task.iterations()));
    double left = Math.max(0, 1 - step / (EXCESS_ENDS * task.iterations()));
    double bearable = guard.isSteady() ? guard.mostPenalty(LEARNED * constantLoss) : 1;
    return grown * Math.min(1 + excess * left, bearable);
  }

  /** No support is chosen in a bad state: behind the step before the one that chooses it. */
  private boolean undoesALossBeforeTheFreeze() {
    if (reviewed || !freezes()) {
      return false;
    }
    reviewed = true;
    return guard.undidALoss(step);
  }

  private boolean freezes() {
    return !supports.isEmpty() && supports.get(0).freezesAfter(step + 1);
  }

  private boolean isFrozen() {
    return !supports.isEmpty() && supports.get(0).isFrozen();
  }

  /**
   * The first step of a regression gives the outputs the means of the targets, and halves the
   * weights of the last layer as often as that halves the loss: then outputs are of the size of the
   * targets, or smaller, and grow. All of it is undone where it does not help.
   */
  private void startAtTheMeans() {
    setTargetMeans();
    Matrix weights = last().weights().value();
    double loss;
    double halved = task.probe().getAsDouble();
    do {
      loss = halved;
      weights.scale(0.5);
      halved = task.probe().getAsDouble();
    } while (halved <= loss / 2 && loss > 0);
    weights.scale(2);
    if (loss + penalty() >= guard.first()) {
      guard.restore();
    }
    startAgain();
  }

  private void startAgain() {
    steps = 0;
    ramps = !hasLearned();
    pairs.forEach(AdaptivePair::startAgain);
    layers.forEach(AdaptiveLayer::startAgain);
  }

  @Override
  public double rateInUse(double learningRate) {
    return learningRate * part();
  }

  /** The part of the learning rate that is in use. */
  private double part() {
    double longer = Math.min(1, Math.sqrt((double) LONG / task.iterations()));
    double left = 1 - (double) Math.min(step, task.iterations()) / task.iterations();
    return longer * Math.pow(left, FALL) * guard.share();
  }

  @Override
  public int undoneSteps() {
    return guard.undone();
  }

  @Override
  public boolean recovers() {
    boolean recovers = guard.wentBackFrom(step);
    if (recovers) {
      startAgain();
    }
    return recovers;
  }

  @Override
  public void finish() {
    guard.finish(step);
  }
}
