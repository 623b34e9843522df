package pathprox.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.method.Method;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.metrics.Evaluation;
import pathprox.metrics.Evaluator;
import pathprox.metrics.Regularity;
import pathprox.network.ConstantInputs;
import pathprox.network.Network;
import pathprox.network.WorkingCopy;
import pathprox.tensor.Buffer;
import pathprox.tensor.Matrix;

/** One run of the loop: the state of a training from its first to its last iteration. */
final class Training {
  private static final int PROBE_SAMPLES = 1000;

  private final TrainingOptions options;
  private final Network start;
  private final Method method;
  private final WorkingCopy network;
  private Step step;
  private final Batches batches;
  private final Evaluator onTrain;
  private final Buffer gradientBuffer = new Buffer();
  private final List<Measurement> measurements = new ArrayList<>();
  private final int samples;
  private final Examples examples;

  /** Null where the options do not ask for it. */
  private final OptimalityWatch optimality;

  private final Optional<ConstantInputs> constantInputs;

  /** What runs on the test set, whose inputs may vary where those of the training set do not. */
  private WorkingCopy evaluated;

  private Evaluator onTest;
  private List<TrainingListener> listeners;
  private int iteration;
  private double batchLoss = Double.NaN;
  private long nanoseconds;

  Training(TrainingOptions options, Network start, Dataset train, Method method) {
    this.options = options;
    this.method = method;
    this.start = start;
    options.augmentation().ifPresent(augmentation -> augmentation.check(train));
    Examples examples = fitting(start, train);
    // Augmented inputs vary where those of the training set do not.
    constantInputs =
        options.augmentation().isPresent()
            ? Optional.empty()
            : ConstantInputs.of(start.architecture(), examples.inputs());
    if (constantInputs.isPresent()) {
      Matrix inputs = constantInputs.get().reduce(examples.inputs());
      examples = new Examples(inputs, examples.targets(), examples.classification());
    }
    this.examples = examples;
    samples = examples.size();
    Network reduced = constantInputs.map(inputs -> inputs.reduce(start)).orElse(start);
    network = new WorkingCopy(reduced);
    batches = new Batches(examples, options);
    onTrain = new Evaluator(network, examples, options.loss());
    optimality =
        options.optimality().measures()
            ? new OptimalityWatch(reduced, examples, options.loss(), method)
            : null;
  }

  void alsoMeasure(Dataset test) {
    evaluated = constantInputs.isPresent() ? new WorkingCopy(start) : network;
    onTest = new Evaluator(evaluated, fitting(start, test), options.loss());
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
    }
  }

  /** Refuses what does not fit before any work is done. */
  private Examples fitting(Network start, Dataset dataset) {
    int expected = start.architecture().input().elements();
    if (dataset.inputs() != expected) {
      throw new IllegalArgumentException(
          "%s has %d inputs a sample, the network takes %d"
              .formatted(dataset.name(), dataset.inputs(), expected));
    }
    Examples examples = Examples.of(dataset, start.type());
    options.loss().check(start.architecture().output().elements(), examples.targets());
    return examples;
  }

  TrainingResult run(List<TrainingListener> newListeners) {
    listeners = newListeners;
    TrainingPlan plan =
        new TrainingPlan(method.name(), method.lambda(), iteration, options.iterations());
    listeners.forEach(listener -> listener.begins(plan));
    Outcome outcome = train();
    if (outcome == Outcome.INTERRUPTED) {
      network.remember();
    }
    return end(outcome);
  }

  private void prepare() {
    Examples some = evenlySpaced(Math.min(PROBE_SAMPLES, samples));
    Evaluator probe = new Evaluator(network, some, options.loss());
    step =
        method.prepare(
            network,
            new Task(
                iteration,
                options.iterations(),
                samples,
                options.batchSize(),
                some.size(),
                () -> probe.evaluate().loss()));
  }

  /** Not the first ones, as files are often sorted by class. */
  private Examples evenlySpaced(int count) {
    if (count == samples) {
      return examples;
    }
    int[] rows = IntStream.range(0, count).map(i -> (int) ((long) i * samples / count)).toArray();
    Matrix inputs = Matrix.zeros(start.type(), count, examples.inputs().columns());
    inputs.gatherRows(examples.inputs(), rows, 0, count);
    Matrix targets = Matrix.zeros(start.type(), count, examples.targets().columns());
    targets.gatherRows(examples.targets(), rows, 0, count);
    return new Examples(inputs, targets, examples.classification());
  }

  private Outcome train() {
    prepare();
    boolean goesOn = record();
    while (goesOn && iteration < options.iterations() && !isOptimal()) {
      long start = System.nanoTime();
      iterate();
      if (iteration == options.iterations()) {
        step.finish();
      }
      nanoseconds += System.nanoTime() - start;
      listeners.forEach(listener -> listener.steps(iteration, batchLoss));
      boolean isDue = iteration % options.recordEvery() == 0 || iteration == options.iterations();
      goesOn = isDue ? record() : !isInterrupted();
    }
    return goesOn ? isOptimal() ? Outcome.OPTIMAL : Outcome.COMPLETED : Outcome.INTERRUPTED;
  }

  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }

  /** Looks at the last record, which may be some iterations old: nothing newer was measured. */
  private boolean isOptimal() {
    Measurement last = measurements.get(measurements.size() - 1);
    return options.optimality().endsAt(last.optimality());
  }

  private void iterate() {
    batches.moveTo(iteration);
    Matrix outputs = network.forward(batches.inputs());
    Matrix targets = batches.targets();
    Matrix gradient = gradientBuffer.matrix(outputs.type(), outputs.rows(), outputs.columns());
    batchLoss = options.loss().gradient(outputs, targets, gradient);
    requireFinite(batchLoss, "the loss of a batch");
    step.take(batchLoss, gradient, learningRate(iteration));
    iteration++;
  }

  private double learningRate(int index) {
    double rate = options.learningRate().at(index);
    if (!(rate > 0) || rate == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "learning rate must be > 0 and finite, was %s at iteration %d".formatted(rate, index));
    }
    return rate;
  }

  /** False if the thread was interrupted meanwhile; a row that is not complete is left out. */
  private boolean record() {
    Evaluation train = onTrain.evaluate();
    if (isInterrupted()) {
      return false;
    }
    requireFinite(train.loss(), "the training loss");
    network.remember();
    Measurement row =
        new Measurement(
            iteration,
            nanoseconds * 1e-9,
            step.rateInUse(learningRate(Math.max(0, iteration - 1))),
            batchLoss,
            train,
            evaluateOnTest(),
            Regularity.of(network, method.penalty()),
            optimality == null ? Double.NaN : optimality.residual(network));
    if (isInterrupted()) {
      return false;
    }
    measurements.add(row);
    listeners.forEach(listener -> listener.records(row));
    return true;
  }

  private Evaluation evaluateOnTest() {
    if (onTest == null) {
      return new Evaluation(Double.NaN, Double.NaN);
    }
    if (evaluated != network) {
      evaluated.follow(network, constantInputs);
    }
    return onTest.evaluate();
  }

  private void requireFinite(double loss, String what) {
    if (!Double.isFinite(loss)) {
      String message =
          ("%s diverged: %s is %s at iteration %d with learning rate %s; lower the learning rate, "
                  + "or the momentum if there is some")
              .formatted(
                  method.name(), what, loss, iteration, learningRate(Math.max(0, iteration - 1)));
      throw new TrainingDivergedException(message, end(Outcome.DIVERGED));
    }
  }

  /** For inputs as the user has them. */
  private Network lastRecorded() {
    return network
        .remembered()
        .map(last -> constantInputs.map(inputs -> inputs.expand(last)).orElse(last))
        .orElse(start);
  }

  private TrainingResult end(Outcome outcome) {
    History history = new History(method.name(), method.penalty(), measurements);
    TrainingResult result =
        new TrainingResult(lastRecorded(), history, outcome, iteration, samples);
    listeners.forEach(listener -> listener.ends(result));
    return result;
  }
}
