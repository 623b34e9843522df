package pathprox.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pathprox.certificate.OptimalityMeasure;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.method.Method;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.metrics.Evaluator;
import pathprox.metrics.FittingExamples;
import pathprox.metrics.Regularity;
import pathprox.metrics.Score;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.running.Parameters;
import pathprox.network.running.WorkingNetwork;

/** One run of the loop: the state of a training from its first to its last iteration. */
final class Training implements AutoCloseable {
  private static final int PROBE_SAMPLES = 1000;
  private static final int FEWEST_STEPS = 10; // as published, path norms jump in the first ones
  private static final double NO_BETTER = 0.999; // part of the loss of constant outputs

  private final TrainingOptions options;
  private final Network start;
  private final Method method;
  private final Arena arena = new Arena();
  private final WorkingNetwork network;
  private final Architecture architecture;
  private final StepSizes stepSizes;
  private final Diagnosis diagnosis;
  private final Map<String, Object> parameters;
  private Step step;
  private final Batches batches;
  private final Evaluator onTrain;
  private final Evaluator onProbe;
  private final Buffer gradientBuffer = arena.buffer();
  private final List<Measurement> measurements = new ArrayList<>();
  private final Examples examples;
  private final Examples probe;
  private final OptimalityMeasure optimality; // null where the options do not ask for it
  private final Optional<ConstantInputs> constantInputs;
  private WorkingNetwork evaluated; // on the test set, whose inputs may vary where others do not
  private Evaluator onTest;
  private Parameters recorded; // those of the last record; null before any
  private List<TrainingListener> listeners;
  private int iteration;
  private double batchLoss = Double.NaN;
  private double rate;
  private int undoneBefore;
  private long nanoseconds;

  Training(TrainingOptions options, Network start, Dataset train, Method method) {
    this.options = options;
    this.method = method;
    this.start = start;
    stepSizes = StepSizes.of(options, method);
    diagnosis = new Diagnosis(start, train, options.loss(), method);
    parameters = TrainingParameters.of(options, start, train, method);
    options.batching().augmentation().ifPresent(augmentation -> augmentation.check(train));
    Examples full = FittingExamples.of(train, start, options.loss(), arena);
    // Augmented inputs vary where those of the training set do not.
    constantInputs =
        options.batching().augmentation().isPresent()
            ? Optional.empty()
            : ConstantInputs.of(start.architecture(), full.inputs(), method.centersInputs());
    examples =
        constantInputs
            .map(inputs -> inputs.reduce(full.inputs(), arena))
            .map(inputs -> new Examples(inputs, full.targets(), full.classification()))
            .orElse(full);
    probe = examples.evenlySpaced(Math.min(PROBE_SAMPLES, examples.size()), arena);
    Network reduced = constantInputs.map(inputs -> inputs.reduce(start)).orElse(start);
    architecture = reduced.architecture();
    network = reduced.working();
    diagnosis.requireFiniteStart(network);
    batches = new Batches(examples, options.batching(), arena);
    onTrain = new Evaluator(network, examples, options.loss());
    onProbe = new Evaluator(network, probe, options.loss());
    optimality =
        options.recording().optimality()
            ? new OptimalityMeasure(network, examples, options.loss())
            : null;
  }

  void alsoMeasure(Dataset test) {
    evaluated = constantInputs.isPresent() ? start.workingBefore(network) : network;
    Examples tested = FittingExamples.of(test, start, options.loss(), arena);
    onTest = new Evaluator(evaluated, tested, options.loss());
  }

  /** Counts on from an earlier result, whose last row is the state that this one starts from. */
  void goOnFrom(TrainingResult earlier) {
    List<Measurement> rows = earlier.history().measurements();
    iteration = earlier.iterations();
    for (Measurement row : rows) {
      if (row.iteration() < iteration) {
        measurements.add(row);
      }
      nanoseconds = (long) (1e9 * row.seconds());
      batchLoss = row.batchLoss();
      undoneBefore = row.undoneSteps();
    }
  }

  TrainingResult run(List<TrainingListener> newListeners) {
    rate = stepSizes.schedule().at(iteration);
    if (!StepSizes.isStepSize(rate)) {
      throw new IllegalArgumentException(stepSizes.refusal(rate, iteration));
    }
    int from = iteration;
    listeners = newListeners;
    TrainingPlan plan =
        new TrainingPlan(method.name(), method.lambda(), from, options.iterations());
    listeners.forEach(listener -> listener.begins(plan));
    Outcome outcome = train();
    if (outcome == Outcome.INTERRUPTED) {
      keepRecorded();
    }
    Optional<Symptom> symptom = symptom(outcome, iteration - from);
    boolean isStalled = outcome == Outcome.COMPLETED && symptom.isPresent();
    return end(isStalled ? Outcome.STALLED : outcome, symptom.map(this::explained));
  }

  private Optional<Symptom> symptom(Outcome outcome, int steps) {
    boolean tells = outcome == Outcome.COMPLETED && steps >= FEWEST_STEPS;
    if (!tells && outcome != Outcome.OPTIMAL) {
      return Optional.empty();
    }
    if (ConstantOutputs.areThoseOf(network, probe)) {
      return Optional.of(Symptom.constantOutputs(history()));
    }
    return outcome == Outcome.OPTIMAL
        ? Optional.empty()
        : Symptom.of(history()).or(this::comparedWithConstants);
  }

  private Optional<Symptom> comparedWithConstants() {
    double constant = ConstantOutputs.bestLoss(probe, network.outputs(), options.loss());
    double loss = onProbe.evaluate().loss();
    return loss >= NO_BETTER * constant
        ? Optional.of(Symptom.notBelowConstant(loss, constant, history()))
        : Optional.empty();
  }

  private String explained(Symptom symptom) {
    String cause = diagnosis.cause(network, measurements).orElse(symptom.otherwise());
    return symptom.what() + "; likely cause: " + cause;
  }

  private Outcome train() {
    Task task =
        new Task(
            iteration,
            options.iterations(),
            examples.size(),
            batches.batchSize(),
            probe.size(),
            () -> onProbe.evaluate().loss(),
            examples.inputScale(),
            examples.targetMeans());
    step = method.prepare(network, task);
    boolean goesOn = record();
    while (goesOn && iteration < options.iterations() && !isOptimal()) {
      long start = System.nanoTime();
      iterate();
      if (iteration == options.iterations()) {
        step.finish();
      }
      nanoseconds += System.nanoTime() - start;
      listeners.forEach(listener -> listener.steps(iteration, batchLoss));
      boolean isDue =
          iteration % options.recording().every() == 0 || iteration == options.iterations();
      goesOn = isDue ? record() : !isInterrupted();
    }
    return goesOn ? isOptimal() ? Outcome.OPTIMAL : Outcome.COMPLETED : Outcome.INTERRUPTED;
  }

  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }

  private boolean isOptimal() {
    double residual = measurements.get(measurements.size() - 1).optimality();
    return residual <= options.recording().tolerance(); // false for NaN, not measured
  }

  private void iterate() {
    batches.moveTo(iteration);
    Matrix outputs = network.forward(batches.inputs());
    Matrix targets = batches.targets();
    Matrix gradient = gradientBuffer.matrix(outputs.type(), outputs.rows(), outputs.columns());
    batchLoss = options.loss().gradient(outputs, targets, gradient);
    if (!Double.isFinite(batchLoss) && step.recovers()) {
      return; // the same batch again, from the state that the method went back to
    }
    requireFinite(batchLoss, "the loss of a batch");
    rate = stepSizes.schedule().at(iteration);
    if (!StepSizes.isStepSize(rate)) {
      throw diverged(stepSizes.refusal(rate, iteration));
    }
    if (rate > 0) {
      step.take(gradient, rate);
    }
    iteration++;
  }

  /** False if the thread was interrupted meanwhile; a row that is not complete is left out. */
  private boolean record() {
    Score train = onTrain.evaluate();
    if (isInterrupted()) {
      return false;
    }
    if (!Double.isFinite(train.loss()) && step.recovers()) {
      train = onTrain.evaluate();
    }
    requireFinite(train.loss(), "the training loss");
    Regularity regularity = Regularity.of(network, method.penalty());
    requireFinite(regularity.halfSquaredNorm(), "half the squared norm of the weights");
    keepRecorded();
    Score test = evaluateOnTest();
    double residual =
        optimality == null ? Double.NaN : optimality.measure(method.penalty()).residual();
    double seconds = nanoseconds * 1e-9;
    double inUse = step.rateInUse(rate);
    int undone = undoneBefore + step.undoneSteps();
    Measurement row =
        new Measurement(
            iteration, seconds, inUse, undone, batchLoss, train, test, regularity, residual);
    if (isInterrupted()) {
      return false;
    }
    measurements.add(row);
    listeners.forEach(listener -> listener.records(row));
    return true;
  }

  private Score evaluateOnTest() {
    if (onTest == null) {
      return Score.NONE;
    }
    if (evaluated != network) {
      constantInputs.orElseThrow().expand(network, evaluated);
    }
    return onTest.evaluate();
  }

  private void requireFinite(double value, String what) {
    if (!Double.isFinite(value)) {
      String when =
          measurements.isEmpty()
              ? "before the first step"
              : "at iteration %s with learning rate %s".formatted(iteration, rate);
      throw diverged(explained(Symptom.notFinite(what, value, when)));
    }
  }

  private TrainingDivergedException diverged(String diagnosis) {
    return new TrainingDivergedException(
        method.name() + " diverged: " + diagnosis, end(Outcome.DIVERGED, Optional.of(diagnosis)));
  }

  private Network lastRecorded() {
    if (recorded == null) {
      return start;
    }
    Network last = Network.of(architecture, recorded);
    return constantInputs.map(inputs -> inputs.expand(last)).orElse(last);
  }

  private void keepRecorded() {
    if (recorded == null) {
      recorded = network.parameters().copy(arena);
    } else {
      recorded.copyFrom(network.parameters());
    }
  }

  private History history() {
    return new History(method.name(), method.penalty(), measurements);
  }

  private TrainingResult end(Outcome outcome, Optional<String> diagnosis) {
    TrainingResult result =
        new TrainingResult(
            lastRecorded(),
            history(),
            outcome,
            iteration,
            examples.size(),
            setting(),
            diagnosis,
            parameters);
    listeners.forEach(listener -> listener.ends(result));
    return result;
  }

  private String setting() {
    String rates = stepSizes.report(rate, step.rateInUse(rate));
    return batches.batchSize() < examples.size()
        ? rates
        : rates + "; the batch is all %s samples".formatted(examples.size());
  }

  @Override
  public void close() {
    arena.close();
    network.close();
    if (evaluated != null) {
      evaluated.close();
    }
  }
}
