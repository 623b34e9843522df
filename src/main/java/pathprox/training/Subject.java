package pathprox.training;

import java.util.Optional;
import pathprox.certificate.OptimalityMeasure;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.matrix.Arena;
import pathprox.method.Task;
import pathprox.metrics.Evaluator;
import pathprox.metrics.FittingExamples;
import pathprox.metrics.Score;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.running.Parameters;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.ProximablePenalty;

/** Network and samples of a training at work, without inputs that are the same in all samples. */
final class Subject implements AutoCloseable {
  private static final int PROBE_SAMPLES = 1000;
  private static final int FEWEST_STEPS = 10; // as published, path norms jump in the first ones
  private static final double NO_BETTER = 0.999; // part of the loss of constant outputs

  private final TrainingOptions options;
  private final Network start;
  private final Arena arena;
  private final Optional<ConstantInputs> constantInputs;
  private final Architecture architecture;
  private final WorkingNetwork network;
  private final Examples examples;
  private final Examples probe;
  private final Evaluator onTrain;
  private final Evaluator onProbe;
  private final OptimalityMeasure optimality; // null where the options do not ask for it
  private WorkingNetwork evaluated; // on the test set, whose inputs may vary where others do not
  private Evaluator onTest; // null without a test set

  Subject(
      TrainingOptions options, Network start, Dataset train, boolean centersInputs, Arena arena) {
    this.options = options;
    this.start = start;
    this.arena = arena;
    Examples full = FittingExamples.of(train, start, options.loss(), arena);
    // Augmented inputs vary where those of the training set do not.
    constantInputs =
        options.batching().augmentation().isPresent()
            ? Optional.empty()
            : ConstantInputs.of(start.architecture(), full.inputs(), centersInputs);
    examples =
        constantInputs
            .map(inputs -> inputs.reduce(full.inputs(), arena))
            .map(inputs -> new Examples(inputs, full.targets(), full.classification()))
            .orElse(full);
    probe = examples.evenlySpaced(Math.min(PROBE_SAMPLES, examples.size()), arena);
    Network reduced = constantInputs.map(inputs -> inputs.reduce(start)).orElse(start);
    architecture = reduced.architecture();
    network = reduced.working();
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

  WorkingNetwork network() {
    return network;
  }

  Examples examples() {
    return examples;
  }

  boolean hasTestSet() {
    return onTest != null;
  }

  /** On all training samples; NaN if interrupted. */
  Score onTrain() {
    return onTrain.evaluate();
  }

  /** On some training samples, also if interrupted. */
  private double probeLoss() {
    return onProbe.loss();
  }

  /** NaN without a test set, or if interrupted. */
  Score onTest() {
    if (onTest == null) {
      return Score.NONE;
    }
    if (evaluated != network) {
      constantInputs.orElseThrow().expand(network, evaluated);
    }
    return onTest.evaluate();
  }

  /** The distance from a stationary point; NaN where it is not asked for. */
  double residual(ProximablePenalty penalty) {
    return optimality == null ? Double.NaN : optimality.measure(penalty).residual();
  }

  /** A network with all inputs. */
  Network whole(Parameters parameters) {
    Network reduced = Network.of(architecture, parameters);
    return constantInputs.map(inputs -> inputs.expand(reduced)).orElse(reduced);
  }

  /** What a method is told. */
  Task task(int from, int batchSize) {
    return new Task(
        from,
        options.iterations(),
        examples.size(),
        batchSize,
        probe.size(),
        this::probeLoss,
        examples.inputScale(),
        examples.targetMeans());
  }

  /** What tells, after some steps, that nothing came of a training that is over, if anything. */
  Optional<Symptom> symptom(Outcome outcome, int steps, History history) {
    boolean tells = outcome == Outcome.COMPLETED && steps >= FEWEST_STEPS;
    if (!tells && outcome != Outcome.OPTIMAL) {
      return Optional.empty();
    }
    if (ConstantOutputs.areThoseOf(network, probe)) {
      return Optional.of(Symptom.constantOutputs(history));
    }
    return outcome == Outcome.OPTIMAL
        ? Optional.empty()
        : Symptom.of(history).or(() -> comparedWithConstants(history));
  }

  private Optional<Symptom> comparedWithConstants(History history) {
    double constant = ConstantOutputs.bestLoss(probe, network.outputs(), options.loss());
    double loss = probeLoss();
    return loss >= NO_BETTER * constant
        ? Optional.of(Symptom.notBelowConstant(loss, constant, history))
        : Optional.empty();
  }

  @Override
  public void close() {
    network.close();
    if (evaluated != null) {
      evaluated.close();
    }
  }
}
