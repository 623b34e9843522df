package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;

/**
 * A mutable copy of a network that runs forward and backward: what a training works on.
 *
 * <p>Its parameters lie in native memory with one unit a row. It is used by one thread at a time.
 */
public final class WorkingCopy {
  /** Numbers in the largest matrix of an evaluation: products at full speed, a few megabytes. */
  private static final int EVALUATED_NUMBERS = 1 << 22;

  private static final int MOST_EVALUATED_SAMPLES = 2000;

  private final Architecture architecture;
  private final Pairing pairing;
  private final List<LayerParameters> parameters = new ArrayList<>();
  private final List<PairUnits> pairs = new ArrayList<>();
  private final Stages stages;

  /** The pair that a stage leads out of, or null. */
  private final PairUnits[] pairsBefore;

  private final int firstParametric;
  private final int inputSize;
  private final int chunk;
  private final Buffer imageBuffer = new Arena().buffer();
  private final Buffer imageGradientBuffer = new Arena().buffer();
  private boolean measuresOthers;
  private WorkingCopy remembered;

  /**
   * Copies a network.
   *
   * @param network Not modified.
   */
  public WorkingCopy(Network network) {
    architecture = network.architecture();
    pairing = architecture.pairing();
    inputSize = architecture.input().elements();
    for (int i = 0; i < architecture.parametricLayers().size(); i++) {
      parameters.add(copyParameters(network, i));
    }
    stages = new Stages(architecture, parameters);
    firstParametric = stages.indexOf(stages.ofLayer(0));
    int widest =
        architecture.shapes().stream().mapToInt(Shape::elements).reduce(inputSize, Math::max);
    chunk = Math.max(1, Math.min(MOST_EVALUATED_SAMPLES, EVALUATED_NUMBERS / widest));
    pairsBefore = new PairUnits[stages.size()];
    for (UnitPair pair : pairing.pairs()) {
      LayerParameters incoming = parameters.get(pair.incoming());
      LayerParameters outgoing = parameters.get(pair.outgoing());
      ParametricStage into = stages.ofLayer(pair.incoming());
      pairs.add(
          new PairUnits(incoming, outgoing, into, architecture.stagesBehind(pair.incoming())));
      pairsBefore[stages.indexOf(stages.ofLayer(pair.outgoing()))] = pairs.get(pairs.size() - 1);
    }
  }

  private LayerParameters copyParameters(Network network, int layer) {
    Rows rows = pairing.rows(layer);
    Matrix weights = network.rowsOf(layer, rows);
    Matrix bias = new Arena().copyOf(network.bias(layer), network.type());
    return new LayerParameters(new Parameter(weights), new Parameter(bias), rows);
  }

  /** {@return the layers of the network that was copied} */
  public Architecture architecture() {
    return architecture;
  }

  /** {@return the type of the parameters, {@code FLOAT} or {@code DOUBLE}} */
  public DataType type() {
    return parameters.get(0).weights().value().type();
  }

  /** {@return the pairs of the layers} */
  public Pairing pairing() {
    return pairing;
  }

  /** {@return the live parameters, one entry for each layer that has some} */
  public List<LayerParameters> parameters() {
    return List.copyOf(parameters);
  }

  /** {@return the units of the pairs, one entry for each pair} */
  public List<PairUnits> pairs() {
    return List.copyOf(pairs);
  }

  /**
   * Says whether the following backward passes also measure the units outside the working sets, see
   * {@link PairUnits#otherGradient}.
   *
   * @param measures whether they do; at first they do not
   */
  public void measureOthers(boolean measures) {
    measuresOthers = measures;
  }

  /**
   * Computes the outputs for part of many samples, as many as run fast in little memory.
   *
   * @param inputs one sample a row. Not modified.
   * @param from the first sample
   * @return the outputs of the samples from there on, or of the first of them; overwritten by the
   *     next call
   */
  public Matrix forward(Matrix inputs, int from) {
    int count = Math.min(chunk, inputs.rows() - from);
    boolean inPlace = firstParametric > 0 && architecture.input().sizes().size() == 1;
    return forward(
        inPlace ? imageBuffer.copyRows(inputs, from, count) : inputs.view().showRows(from, count));
  }

  /**
   * Computes the outputs for a batch.
   *
   * @param inputs one sample a row. Modified if the first layer works in place.
   * @return one sample a row; overwritten by the next call
   * @throws IllegalArgumentException if the rows have the wrong width
   */
  public Matrix forward(Matrix inputs) {
    if (inputs.columns() != inputSize) {
      throw new IllegalArgumentException(
          "inputs [%d, %d] do not fit the network, which takes %d values a sample"
              .formatted(inputs.rows(), inputs.columns(), inputSize));
    }
    return stages.forward(channelsLast(inputs));
  }

  /** Batches come with one sample a row, the pixels of one channel after the other. */
  private Matrix channelsLast(Matrix inputs) {
    Shape shape = architecture.input();
    return shape.sizes().size() == 1
        ? inputs
        : imageBuffer.channelsLast(inputs, shape.sizes().get(0));
  }

  /**
   * Sends the gradients of all parameters to their destinations, see {@link
   * Parameter#sendGradient}.
   *
   * @param outputGradient the gradient of the loss with respect to the outputs of the last {@link
   *     #forward}. Modified.
   */
  public void backward(Matrix outputGradient) {
    Matrix gradient = outputGradient;
    for (int i = stages.size() - 1; i >= firstParametric; i--) {
      Stage stage = stages.get(i);
      Matrix next = i == firstParametric ? null : stage.inputGradient(gradient);
      if (stage instanceof ParametricStage parametric) {
        if (measuresOthers && pairsBefore[i] != null && pairsBefore[i].others() > 0) {
          pairsBefore[i].measureOthers(parametric, gradient);
        }
        parametric.sendParameterGradients(gradient);
      }
      gradient = next;
    }
  }

  /**
   * Computes the gradient of the loss with respect to the inputs of the last {@link #forward};
   * sends no gradient of a parameter.
   *
   * @param outputGradient the gradient with respect to its outputs. Modified.
   * @return one sample a row, as the inputs were given; overwritten by the next call
   */
  public Matrix inputGradient(Matrix outputGradient) {
    Matrix gradient = outputGradient;
    for (int i = stages.size() - 1; i >= 0; i--) {
      gradient = stages.get(i).inputGradient(gradient);
    }
    List<Integer> sizes = architecture.input().sizes();
    return sizes.size() == 1
        ? gradient
        : imageGradientBuffer.channelsFirst(gradient, inputSize / sizes.get(0));
  }

  /**
   * Copies the present parameters.
   *
   * @return a network
   */
  public Network snapshot() {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      ParametricLayer layer = architecture.parametricLayers().get(i);
      INDArray rows = weightsInOrder(i);
      INDArray ordered = layer.fromRows(rows, pairing.rows(i), architecture.channels(i));
      weights.add(ordered.dup('c'));
      biases.add(biasInOrder(i).reshape(layer.outputs()));
    }
    return Network.owning(architecture, weights, biases);
  }

  /**
   * Copies the present parameters to the place of the copy before; only the first call allocates
   * native memory.
   */
  public void remember() {
    if (remembered == null) {
      remembered = new WorkingCopy(snapshot());
    } else {
      remembered.load(this);
    }
  }

  /**
   * {@return the parameters at the last {@link #remember}; a new network; empty if nothing was
   * remembered}
   */
  public Optional<Network> remembered() {
    return Optional.ofNullable(remembered).map(WorkingCopy::snapshot);
  }

  /**
   * Takes over the working sets of another working copy, which need not lie in the order of the
   * network; for evaluation alone.
   *
   * @param other of the same layers, or of those without constant inputs. Not modified.
   * @param constantInputs what the other copy leaves out
   */
  public void follow(WorkingCopy other, Optional<ConstantInputs> constantInputs) {
    for (int i = 0; i < parameters.size(); i++) {
      Matrix from = other.parameters.get(i).weights().value();
      Matrix weights = parameters.get(i).weights().value();
      if (i == 0 && constantInputs.isPresent()) {
        weights.reshape(from.rows(), inputSize);
        for (int row = 0; row < from.rows(); row++) {
          int unit = other.pairing.isPaired(0) ? other.pairs.get(0).unit(row) : row;
          constantInputs.get().expandRow(from, row, unit, weights);
        }
      } else {
        weights.copyRows(from, 0, from.rows());
      }
      Matrix bias = parameters.get(i).bias().value();
      bias.copyRows(
          other.parameters.get(i).bias().value(), 0, other.parameters.get(i).bias().value().rows());
      for (int row = 0; i == 0 && constantInputs.isPresent() && row < bias.rows(); row++) {
        bias.set(row, 0, bias.get(row, 0) - constantInputs.get().atMeans(weights, row));
      }
    }
  }

  /**
   * Takes over the parameters of another working copy, with all units in the order of the network,
   * whatever the working sets of the other one; allocates no native memory.
   *
   * @param other of the same layers and type. Not modified.
   * @throws IllegalArgumentException if its layers or type are others
   */
  public void load(WorkingCopy other) {
    if (!architecture.equals(other.architecture) || type() != other.type()) {
      throw new IllegalArgumentException(
          "expected the parameters of the same layers in %s, found in %s:%n%s"
              .formatted(type(), other.type(), other.architecture));
    }
    for (int k = 0; k < pairs.size(); k++) {
      pairs.get(k).load(other.pairs.get(k));
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!pairing.isPaired(i)) {
        copyRows(parameters.get(i).weights(), other.parameters.get(i).weights());
      }
      if (!pairing.isPaired(i) || pairing.rows(i) == Rows.INPUTS) {
        copyRows(parameters.get(i).bias(), other.parameters.get(i).bias());
      }
    }
  }

  private static void copyRows(Parameter to, Parameter from) {
    to.value().copyRows(from.value(), 0, from.value().rows());
  }

  private INDArray weightsInOrder(int layer) {
    for (int k = 0; k < pairs.size(); k++) {
      if (pairing.pairs().get(k).incoming() == layer) {
        return pairs.get(k).incomingInOrder();
      }
      if (pairing.pairs().get(k).outgoing() == layer) {
        return pairs.get(k).outgoingInOrder();
      }
    }
    return parameters.get(layer).weights().value().toArray();
  }

  private INDArray biasInOrder(int layer) {
    for (int k = 0; k < pairs.size(); k++) {
      if (pairing.pairs().get(k).incoming() == layer) {
        return pairs.get(k).biasInOrder();
      }
    }
    return parameters.get(layer).bias().value().toArray();
  }

  @Override
  public String toString() {
    return "working copy of " + architecture;
  }
}
