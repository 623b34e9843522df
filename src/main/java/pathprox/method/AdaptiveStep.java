package pathprox.method;

import java.util.ArrayList;
import java.util.List;
import pathprox.matrix.Matrix;
import pathprox.matrix.State;
import pathprox.network.running.GradientSink;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.Parameter;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.ProximablePenalty;

/** One iteration of {@link AdaptivePathProx}, which states its rules. */
final class AdaptiveStep implements Step, GradientSink {
  private final WorkingNetwork network;
  private final Task task;
  private final WorkingSet workingSet;
  private final Averaged[] averages; // by the number of the parameter
  private final List<AdaptivePair> pairs = new ArrayList<>();
  private final List<AdaptiveLayer> layers = new ArrayList<>();
  private final Support support;
  private final Guard guard;
  private final AdaptiveSchedule schedule;
  private int step;

  AdaptiveStep(WorkingNetwork network, Task task, AdaptivePathProx options) {
    this.network = network;
    this.task = task;
    workingSet = options.workingSet();
    ProximablePenalty penalty = options.penalty();
    PathProxStep.requirePathNorm(network);
    averages = new Averaged[2 * network.layers().size()];
    for (LayerParameters layer : network.layers()) {
      for (Parameter each : List.of(layer.weights(), layer.bias())) {
        averages[each.number()] = new Averaged(each, network.arena());
      }
    }
    network.pairs().forEach(each -> pairs.add(new AdaptivePair(each, averages, task, penalty)));
    for (int layer = 0; layer < network.layers().size(); layer++) {
      if (!network.parameters().isPaired(layer)) {
        LayerParameters parameters = network.layers().get(layer);
        layers.add(new AdaptiveLayer(parameters, averages, task, penalty.lambda()));
      }
    }
    List<Support.Group> groups = options.units().map(each -> each.groups(pairs)).orElse(List.of());
    support = new Support(groups, task.iterations());
    step = task.from();
    guard = new Guard(network, task, this::penalty, this::constantLoss);
    schedule = new AdaptiveSchedule(task, penalty, guard, support);
  }

  /** The loss of outputs that are the means of the targets, or of classes that are all alike. */
  private double constantLoss() {
    if (task.probeSamples() == 0 || !network.endsInParameters()) {
      return Double.NaN;
    }
    last().weights().value().fill(0);
    last().bias().value().fill(0);
    setTargetMeans();
    return task.probe().getAsDouble();
  }

  private LayerParameters last() {
    return network.layers().get(network.layers().size() - 1);
  }

  private void setTargetMeans() {
    for (int i = 0; i < task.targetMeans().size(); i++) {
      last().bias().value().set(i, 0, task.targetMeans().get(i));
    }
  }

  private double penalty() {
    double ofPairs = pairs.stream().mapToDouble(AdaptivePair::penalty).reduce(0, Double::sum);
    return layers.stream().mapToDouble(AdaptiveLayer::penalty).reduce(ofPairs, Double::sum);
  }

  @Override
  public void take(Matrix outputGradient, double learningRate) {
    boolean hasLearnedNothing = guard.first() >= guard.learned();
    boolean startsAtMeans = step == 0 && !task.targetMeans().isEmpty() && hasLearnedNothing;
    if (startsAtMeans) {
      startAtTheMeans();
    } else {
      move(outputGradient, learningRate);
    }
    step++;
    boolean freezes = support.freezesAfter(step);
    boolean looks = freezes || guard.looksAt(step);
    if (startsAtMeans || looks && guard.wentBack(step)) {
      startAgain();
    }
    if (freezes || looks && support.fallsAfter(step)) {
      support.update(step);
      guard.startAgain(step, freezes); // fewer units may bear less: the lowest is measured anew
    }
  }

  private void move(Matrix outputGradient, double learningRate) {
    boolean returns = support.isFrozen() && step == support.phase(step); // what λ had killed
    boolean measured = returns || !support.isFrozen() && workingSet.measuresAt(step);
    for (Averaged each : averages) {
      each.fade();
    }
    network.backward(outputGradient, this, measured);
    schedule.moveTo(step, learningRate);
    for (int i = 0; i < layers.size(); i++) { // an iterator would be an allocation
      layers.get(i).take(schedule);
    }
    for (int i = 0; i < pairs.size(); i++) {
      pairs.get(i).take(schedule);
    }
    for (int i = 0; i < pairs.size(); i++) {
      pairs.get(i).chooseWorkingSet(measured, workingSet.mayLeaveAfter(step + 1));
    }
  }

  /** Halves the last weights while that halves the loss, so that outputs are small, and grow. */
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
  }

  private void startAgain() {
    schedule.startAgain(step);
    pairs.forEach(AdaptivePair::startAgain);
    layers.forEach(AdaptiveLayer::startAgain);
  }

  @Override
  public Matrix destination(Parameter parameter) {
    return averages[parameter.number()].gradient();
  }

  @Override
  public double rateInUse(double learningRate) {
    return learningRate * schedule.part(step);
  }

  @Override
  public int undoneSteps() {
    return guard.undone();
  }

  @Override
  public void keep(State state) {
    step = state.keep("step", step);
    for (int i = 0; i < averages.length; i++) {
      averages[i].keep(state.part("average" + i));
    }
    for (int i = 0; i < pairs.size(); i++) {
      pairs.get(i).keep(state.part("pair" + i));
    }
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).keep(state.part("layer" + i));
    }
    support.keep(state.part("support"));
    guard.keep(state.part("guard"));
    schedule.keep(state.part("schedule"));
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
    if (!support.isFrozen()) {
      guard.keepIfBetter(step, () -> pairs.forEach(AdaptivePair::dropWeak));
    }
  }
}
