package pathprox.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pathprox.network.PairUnits;
import pathprox.network.WorkingCopy;
import pathprox.penalty.ProximablePenalty;
import pathprox.tensor.Matrix;

/** One iteration of {@link AdaptivePathProx}, which states its rules. */
final class AdaptiveStep implements Step {
  private static final double MEMORY = 0.9;
  private static final int SHORTEST_SQUARE_MEMORY = 20;
  private static final double RAMP = 0.1;

  /** A training as long as this, or shorter, takes the whole step; longer ones one as 1/√T. */
  private static final int LONG = 2500;

  private final WorkingCopy network;
  private final Task task;
  private final WorkingSet workingSet;
  private final List<AdaptivePair> pairs = new ArrayList<>();
  private final List<AdaptiveLayer> layers = new ArrayList<>();
  private final List<Support> supports;
  private final Guard guard;
  private final double squareMemory;
  private int step;
  private int steps;
  private double share = 1;
  private Pace pace;
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
    squareMemory = 1 - 1 / Math.max(SHORTEST_SQUARE_MEMORY, epoch);
    step = task.from();
    guard = new Guard(network, task, this::penalty);
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
    if (step == 0 && mayStartAtTheMeans()) {
      startAtTheMeans();
    } else {
      move(outputGradient, learningRate);
    }
    step++;
    if (!hasSupport && isFrozen()) {
      guard.startAgain(step); // no state with other units is one to go back to
      hasSupport = true;
    }
    if (undoesALossBeforeTheFreeze() || guard.wentBack(step)) {
      startAgain();
      share /= 2;
    } else if (task.batchSize() >= task.samples() && guard.roseAt(step)) {
      share /= 2; // without noise, whatever rises has taken too long a step
    }
  }

  private void move(Matrix outputGradient, double learningRate) {
    boolean measured = freezes() || !isFrozen() && workingSet.measuresAt(step);
    network.measureOthers(measured);
    pairs.forEach(AdaptivePair::request);
    layers.forEach(AdaptiveLayer::request);
    network.backward(outputGradient);
    steps++;
    pace =
        new Pace(
            rateInUse(learningRate),
            Math.min(1, (step + 1) / (RAMP * task.iterations())),
            MEMORY,
            squareMemory,
            steps);
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

  private boolean mayStartAtTheMeans() {
    return !task.targetMeans().isEmpty() && network.architecture().endsInParameters();
  }

  /** The first step of a regression gives the outputs the means of the targets, if that helps. */
  private void startAtTheMeans() {
    Matrix bias = network.parameters().get(network.parameters().size() - 1).bias().value();
    double[] start = new double[bias.rows()];
    for (int i = 0; i < start.length; i++) {
      start[i] = bias.get(i, 0);
      bias.set(i, 0, task.targetMeans().get(i));
    }
    boolean helps = task.probe().getAsDouble() + penalty() < guard.first();
    for (int i = 0; i < start.length && !helps; i++) {
      bias.set(i, 0, start[i]);
    }
  }

  private void startAgain() {
    steps = 0;
    pairs.forEach(AdaptivePair::startAgain);
    layers.forEach(AdaptiveLayer::startAgain);
  }

  @Override
  public double rateInUse(double learningRate) {
    double longer = Math.min(1, Math.sqrt((double) LONG / task.iterations()));
    double left = 1 - (double) Math.min(step, task.iterations()) / task.iterations();
    return learningRate * longer * left * share;
  }

  @Override
  public int undoneSteps() {
    return guard.undone();
  }

  @Override
  public void finish() {
    guard.finish(step);
  }
}
