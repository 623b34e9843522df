package pathprox.training;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import pathprox.data.Dataset;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.State;
import pathprox.method.Method;
import pathprox.method.Step;
import pathprox.metrics.Regularity;
import pathprox.metrics.Score;
import pathprox.network.Network;
import pathprox.network.running.WorkingNetwork;

/** One run of the loop: the state of a training from its first to its last iteration. */
final class Training implements AutoCloseable {

  private final TrainingOptions options;
  private final Network start;
  private final Method method;
  private final Arena arena = new Arena();
  private final Subject subject;
  private final WorkingNetwork network; // of the subject
  private final StepSizes stepSizes;
  private final Diagnosis diagnosis;
  private final Map<String, Object> parameters;
  private final Batches batches;
  private final Buffer gradientBuffer = arena.buffer();
  private final Records records;
  private Step step;
  private List<TrainingListener> listeners;
  private Optional<TrainingFolder> folder = Optional.empty();
  private int from; // the iteration that this training began at, perhaps long ago
  private boolean knowsItsPast = true; // the rows before that iteration
  private int iteration;
  private Outcome ended; // null while the training goes on
  private double batchLoss = Double.NaN;
  private double rate;
  private int undoneBefore;
  private long nanoseconds;

  Training(TrainingOptions options, Network start, Dataset train, Method method) {
    this.options = options;
    this.method = method;
    this.start = start;
    records = new Records(options.recording().patience(), arena);
    stepSizes = StepSizes.of(options, method);
    diagnosis = new Diagnosis(start, train, options.loss(), method);
    parameters = TrainingParameters.of(options, start, train, method);
    options.batching().augmentation().ifPresent(augmentation -> augmentation.check(train));
    subject = new Subject(options, start, train, method.centersInputs(), arena);
    network = subject.network();
    diagnosis.requireFiniteStart(network);
    batches = new Batches(subject.examples(), options.batching(), arena);
  }

  void alsoMeasure(Dataset test) {
    subject.alsoMeasure(test);
  }

  /** Counts on from an earlier result; where that diverged, from its last row. */
  void goOnFrom(TrainingResult earlier) {
    List<Measurement> rows = earlier.history().measurements();
    knowsItsPast = true;
    from = earlier.lastIteration();
    iteration = from;
    for (Measurement row : rows) {
      if (row.iteration() < iteration) {
        records.addEarlier(row);
      }
      nanoseconds = (long) (1e9 * row.seconds());
      batchLoss = row.batchLoss();
      undoneBefore = row.undoneSteps();
    }
  }

  /** Goes on from the newest state in its folder, if there is one, and leaves states there. */
  void keepIn(TrainingFolder newFolder) {
    folder = Optional.of(newFolder);
    from = newFolder.from().iteration();
    iteration = from;
    knowsItsPast = from == 0;
  }

  TrainingResult run(List<TrainingListener> newListeners) {
    String without =
        "an early stop looks at a second set: train on a Split, such as data.split(0.8, 0)";
    require(options.recording().patience() == 0 || subject.hasTestSet(), without);
    rate = stepSizes.schedule().at(iteration);
    require(StepSizes.isStepSize(rate), "%s", stepSizes.refusal(rate, iteration));
    step = method.prepare(network, subject.task(from, batches.batchSize()));
    folder.ifPresent(TrainingFolder::begin);
    boolean isRestored = folder.isPresent() && folder.get().restore(this::keep);
    String none =
        "a training that goes on from iteration %s of an earlier result has no state yet;"
            + " resume it from that result again";
    require(isRestored || knowsItsPast, none, from);
    listeners = newListeners;
    TrainingPlan plan =
        new TrainingPlan(method.name(), method.lambda(), iteration, options.iterations());
    listeners.forEach(listener -> listener.begins(plan));
    Outcome outcome = train(isRestored);
    if (!outcome.isFinal()) {
      folder.ifPresent(each -> each.keepNow(iteration, this::keep));
    }
    if (outcome == Outcome.STOPPED) {
      recordTheEnd();
    } else if (outcome == Outcome.INTERRUPTED) {
      records.keepLast(network.parameters());
    }
    Optional<Symptom> symptom = subject.symptom(outcome, iteration - from, history());
    boolean isStalled = outcome == Outcome.COMPLETED && symptom.isPresent();
    return end(isStalled ? Outcome.STALLED : outcome, symptom.map(this::explained));
  }

  private void keep(State state) {
    iteration = state.keep("iteration", iteration);
    rate = state.keep("rate", rate);
    batchLoss = state.keep("batchLoss", batchLoss);
    undoneBefore = state.keep("undoneBefore", undoneBefore);
    nanoseconds = (long) state.keep("nanoseconds", (double) nanoseconds);
    network.parameters().keep(state.part("network"));
    step.keep(state.part("method"));
    records.keep(state.part("history"), network.parameters());
  }

  private String explained(Symptom symptom) {
    String cause = diagnosis.cause(network, records.rows()).orElse(symptom.otherwise());
    return symptom.what() + "; likely cause: " + cause;
  }

  private Outcome train(boolean isRestored) {
    if (!isRestored || isDue() && !records.has(iteration)) {
      record();
    }
    if (!isRestored && from > 0) {
      folder.ifPresent(each -> each.keepNow(iteration, this::keep)); // the rows of before
    }
    while (ended == null && iteration < options.iterations() && !isOptimal()) {
      long start = System.nanoTime();
      iterate();
      if (iteration == options.iterations()) {
        step.finish();
      }
      nanoseconds += System.nanoTime() - start;
      tell(listener -> listener.steps(iteration, batchLoss));
      if (isDue() && !records.has(iteration)) {
        record();
      } else if (isInterrupted()) {
        ended = Outcome.INTERRUPTED;
      }
      if (ended == null && iteration < options.iterations() && folder.isPresent()) {
        folder.get().keepIfDue(iteration, this::keep);
      }
    }
    return ended != null ? ended : isOptimal() ? Outcome.OPTIMAL : Outcome.COMPLETED;
  }

  private boolean isDue() {
    return iteration == from
        || iteration % options.recording().every() == 0
        || iteration == options.iterations();
  }

  private void tell(Function<TrainingListener, Verdict> event) {
    for (TrainingListener listener : listeners) {
      if (event.apply(listener) == Verdict.STOP && ended == null) {
        ended = Outcome.STOPPED;
      }
    }
  }

  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }

  private boolean isOptimal() {
    return isOptimal(records.rows().get(records.rows().size() - 1));
  }

  private boolean isOptimal(Measurement row) {
    return row.optimality() <= options.recording().tolerance(); // false for NaN, not measured
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

  /** Adds a row, of the best state if there is to be an early stop; none if interrupted. */
  private void record() {
    Measurement row = measured();
    if (row == null) {
      ended = Outcome.INTERRUPTED;
      return;
    }
    boolean ends = iteration == options.iterations() || isOptimal(row);
    boolean goesBack = records.goesBack(row, ends);
    Measurement added = goesBack ? records.backToBest(row, network.parameters()) : row;
    ended = goesBack ? Outcome.STOPPED_EARLY : ended;
    records.add(added, network.parameters());
    tell(listener -> listener.records(added, this::lastRecorded));
  }

  /** A listener has ended the training, after its state was kept: the result is of the last row. */
  private void recordTheEnd() {
    boolean isTold = records.has(iteration);
    Measurement row = isTold ? records.removeLast() : measured();
    if (row == null) {
      records.keepLast(network.parameters());
    } else {
      boolean goesBack = records.goesBack(row, true);
      Measurement added = goesBack ? records.backToBest(row, network.parameters()) : row;
      records.add(added, network.parameters());
      if (!isTold || goesBack) {
        listeners.forEach(listener -> listener.records(added, this::lastRecorded));
      }
    }
  }

  /** Null if the thread was interrupted meanwhile. */
  private Measurement measured() {
    Score train = subject.onTrain();
    if (isInterrupted()) {
      return null;
    }
    if (!Double.isFinite(train.loss()) && step.recovers()) {
      train = subject.onTrain();
    }
    requireFinite(train.loss(), "the training loss");
    Regularity regularity = Regularity.of(network, method.penalty());
    requireFinite(regularity.halfSquaredNorm(), "half the squared norm of the weights");
    Score test = subject.onTest();
    double residual = subject.residual(method.penalty());
    double seconds = nanoseconds * 1e-9;
    double inUse = step.rateInUse(rate);
    int undone = undoneBefore + step.undoneSteps();
    Measurement row =
        new Measurement(
            iteration, seconds, inUse, undone, batchLoss, train, test, regularity, residual);
    return isInterrupted() ? null : row;
  }

  private void requireFinite(double value, String what) {
    if (!Double.isFinite(value)) {
      String when =
          records.rows().isEmpty()
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
    return records.last() == null ? start : subject.whole(records.last());
  }

  private History history() {
    return new History(method.name(), method.penalty(), records.rows());
  }

  private TrainingResult end(Outcome outcome, Optional<String> symptom) {
    List<String> notes = new ArrayList<>(symptom.stream().toList());
    TrainingResult result = result(outcome, notes);
    if (folder.isPresent()) {
      if (outcome.isFinal()) {
        folder.get().finish(result);
      }
      notes.addAll(folder.get().takeNotes());
      result = result(outcome, notes);
    }
    for (TrainingListener listener : listeners) {
      listener.ends(result);
    }
    return result;
  }

  private TrainingResult result(Outcome outcome, List<String> notes) {
    Optional<String> told = Optional.of(String.join("; ", notes)).filter(text -> !text.isEmpty());
    int samples = subject.examples().size();
    return new TrainingResult(
        lastRecorded(), history(), outcome, iteration, samples, setting(), told, parameters);
  }

  private String setting() {
    String rates = stepSizes.report(rate, step.rateInUse(rate));
    boolean isWhole = batches.batchSize() == subject.examples().size();
    String batch =
        isWhole ? "; the batch is all %s samples".formatted(subject.examples().size()) : "";
    return rates + batch + records.goneBackTo();
  }

  @Override
  public void close() {
    folder.ifPresent(TrainingFolder::finishWriting);
    arena.close();
    subject.close();
  }
}
