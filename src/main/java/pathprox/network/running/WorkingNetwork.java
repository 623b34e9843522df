package pathprox.network.running;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;

/**
 * A network at work: parameters in native memory that go forward and backward, which a training
 * changes. Made by {@code Network.working()}; owns all that its arena gave; used by one thread at a
 * time.
 */
public final class WorkingNetwork implements AutoCloseable {
  /** Numbers in the largest matrix of an evaluation: products at full speed, a few megabytes. */
  private static final int EVALUATED_NUMBERS = 1 << 22;

  private static final int MOST_EVALUATED_SAMPLES = 2000;

  private final Parameters parameters;
  private final Path path;
  private final Arena arena;
  private final int chunk;
  private final InactivePass[] inactiveBefore;
  private final int firstParametric;
  private final boolean worksInPlace; // on its inputs, as the first layer may
  private final Buffer inputBuffer;
  private final Buffer inputGradientBuffer;
  private final Buffer outputBuffer;
  private final Buffer questionBuffer;

  /**
   * The stages from the inputs to the outputs.
   *
   * @param stages in their order, one a layer, or one for two layers that chain
   * @param ofLayers the stage of each layer with parameters
   * @param afterPairs for each pair, new stages for the layers between its two layers
   * @param inputs the number of values of a sample
   * @param channels the number of channels of a sample that is an image; 0 for a vector
   * @param outputs the number of outputs
   * @param widest the number of values between two layers, at the most
   */
  public record Path(
      List<Stage> stages,
      List<ParametricStage> ofLayers,
      List<List<Stage>> afterPairs,
      int inputs,
      int channels,
      int outputs,
      int widest) {}

  /** What the inactive units of a pair would have done with a batch that has gone forward. */
  private record InactivePass(
      PairUnits units, ParametricStage into, List<Stage> between, Buffer outputs, Buffer gradient) {
    /** Computes the gradient of the weights out of these units. */
    void measure(ParametricStage outOf, Matrix outputGradient) {
      if (units.inactive() > 0) {
        Matrix values =
            into.inactiveOutputs(units.inactiveWeights(), units.inactiveBias(), outputs);
        for (int i = 0; i < between.size(); i++) { // an iterator would be an allocation
          values = between.get(i).forward(values);
        }
        units.takeInactiveGradient(outOf.inactiveGradient(values, outputGradient, gradient));
      }
    }
  }

  /**
   * Puts {@code parameters}, which are not copied, and the stages of {@code path} together; both
   * come from {@code arena}, which is closed with this.
   */
  public WorkingNetwork(Parameters parameters, Path path, Arena arena) {
    this.parameters = parameters;
    this.path = path;
    this.arena = arena;
    inputBuffer = arena.buffer();
    inputGradientBuffer = arena.buffer();
    outputBuffer = arena.buffer();
    questionBuffer = arena.buffer();
    chunk = Math.max(1, Math.min(MOST_EVALUATED_SAMPLES, EVALUATED_NUMBERS / path.widest));
    firstParametric = path.stages.indexOf(path.ofLayers.get(0));
    worksInPlace = firstParametric > 0 && path.channels == 0;
    inactiveBefore = new InactivePass[path.stages.size()];
    for (int k = 0; k < parameters.pairs().size(); k++) {
      PairUnits units = parameters.pairs().get(k);
      int layer = units.outgoing().weights().number() / 2;
      ParametricStage into = path.ofLayers.get(layer - 1);
      inactiveBefore[path.stages.indexOf(path.ofLayers.get(layer))] =
          new InactivePass(units, into, path.afterPairs.get(k), arena.buffer(), arena.buffer());
    }
  }

  /**
   * {@return a network without pairs for forward passes of samples of {@code inputs} values, with
   * {@code first} and its {@code stage} in place of the first layer, which come from {@code other}}
   * It runs on the other stages of this one, so that a pass through either overwrites the last
   * batch of both; {@code other} is closed with it.
   */
  public WorkingNetwork withFirst(
      LayerParameters first, ParametricStage stage, int inputs, Arena other) {
    List<LayerParameters> layers = new ArrayList<>(parameters.layers());
    layers.set(0, first);
    List<Stage> stages = new ArrayList<>(path.stages);
    stages.set(0, stage);
    List<ParametricStage> ofLayers = new ArrayList<>(path.ofLayers);
    ofLayers.set(0, stage);
    int widest = Math.max(path.widest, inputs);
    Path changed =
        new Path(stages, ofLayers, List.of(), inputs, path.channels, path.outputs, widest);
    return new WorkingNetwork(new Parameters(layers, List.of()), changed, other);
  }

  /** {@return all parameters; live} */
  public Parameters parameters() {
    return parameters;
  }

  /** {@return the live parameters, one entry for each layer that has some} */
  public List<LayerParameters> layers() {
    return parameters.layers();
  }

  /** {@return the units of the pairs, one entry for each pair} */
  public List<PairUnits> pairs() {
    return parameters.pairs();
  }

  /** {@return the type of the parameters, {@code FLOAT} or {@code DOUBLE}} */
  public DataType type() {
    return parameters.type();
  }

  /** {@return the number of outputs} */
  public int outputs() {
    return path.outputs;
  }

  /** {@return whether the last bias is added to the outputs, as nothing follows its layer} */
  public boolean endsInParameters() {
    return path.stages.get(path.stages.size() - 1) instanceof ParametricStage;
  }

  /** {@return native memory that is given back when this is closed} */
  public Arena arena() {
    return arena;
  }

  /**
   * {@return the outputs for {@code inputs}, one sample a row; overwritten by the next call} The
   * inputs are modified if the first layer works in place.
   *
   * @throws IllegalArgumentException if the rows have the wrong width
   */
  public Matrix forward(Matrix inputs) {
    if (inputs.columns() != path.inputs) {
      throw new IllegalArgumentException(
          "inputs [%s, %s] do not fit the network, which takes %s values a sample"
              .formatted(inputs.rows(), inputs.columns(), path.inputs));
    }
    // Batches come with one sample a row, the pixels of one channel after the other.
    Matrix values = path.channels == 0 ? inputs : inputBuffer.channelsLast(inputs, path.channels);
    for (int i = 0; i < path.stages.size(); i++) { // an iterator would be an allocation
      values = path.stages.get(i).forward(values);
    }
    return values;
  }

  /**
   * {@return the outputs for the samples of {@code inputs}, not modified, from {@code from} on, or
   * as many of them as run fast in little memory; overwritten by the next call}
   */
  public Matrix forward(Matrix inputs, int from) {
    int count = Math.min(chunk, inputs.rows() - from);
    return forward(
        worksInPlace
            ? inputBuffer.copyRows(inputs, from, count)
            : inputs.view().showRows(from, count));
  }

  /**
   * {@return what {@link #forward(Matrix)} gives for all samples of {@code inputs}, not modified;
   * overwritten by the next call}
   */
  public Matrix outputs(Matrix inputs) {
    if (0 < inputs.rows() && inputs.rows() <= chunk && !worksInPlace) {
      return forward(inputs);
    }
    Matrix outputs = outputBuffer.matrix(type(), inputs.rows(), path.outputs);
    for (int from = 0; from < inputs.rows(); ) {
      Matrix part = forward(inputs, from);
      outputs.putRows(from, part, 0, part.rows());
      from += part.rows();
    }
    return outputs;
  }

  /** {@return the same for one {@code sample}, not modified} */
  public Matrix outputs(double[] sample) {
    Matrix question = questionBuffer.matrix(type(), 1, sample.length);
    for (int i = 0; i < sample.length; i++) {
      question.set(0, i, sample[i]);
    }
    return outputs(question);
  }

  /** {@return the same for {@code inputs} in an array of any type and order, not modified} */
  public Matrix outputs(INDArray inputs) {
    return outputs(questionBuffer.copyOf(inputs, type()));
  }

  /**
   * Gives the gradients of all parameters for the last batch to {@code sink}, and with {@code
   * measuresInactive} also computes {@link PairUnits#inactiveGradient}; that with respect to its
   * outputs, {@code outputGradient}, is modified.
   */
  public void backward(Matrix outputGradient, GradientSink sink, boolean measuresInactive) {
    Matrix gradient = outputGradient;
    for (int i = path.stages.size() - 1; i >= firstParametric; i--) {
      Stage stage = path.stages.get(i);
      Matrix next = i == firstParametric ? null : stage.inputGradient(gradient);
      if (stage instanceof ParametricStage parametric) {
        if (measuresInactive && inactiveBefore[i] != null) {
          inactiveBefore[i].measure(parametric, gradient);
        }
        parametric.parameterGradients(gradient, sink);
      }
      gradient = next;
    }
  }

  /**
   * {@return the gradient with respect to the inputs of the last batch, in their shape; overwritten
   * by the next call} That with respect to the outputs, {@code outputGradient}, is modified.
   */
  public Matrix inputGradient(Matrix outputGradient) {
    Matrix gradient = outputGradient;
    for (int i = path.stages.size() - 1; i >= 0; i--) {
      gradient = path.stages.get(i).inputGradient(gradient);
    }
    return path.channels == 0
        ? gradient
        : inputGradientBuffer.channelsFirst(gradient, path.inputs / path.channels);
  }

  /** Gives all native memory back. */
  @Override
  public void close() {
    arena.close();
  }

  @Override
  public String toString() {
    return "working network, " + parameters;
  }
}
