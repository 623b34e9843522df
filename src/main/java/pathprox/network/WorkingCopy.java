package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.tensor.Buffer;
import pathprox.tensor.Matrix;

/**
 * A mutable copy of a network that runs forward and backward: what a training works on.
 *
 * <p>Its parameters lie in native memory with one unit a row. It is used by one thread at a time.
 */
public final class WorkingCopy {
  /**
   * How many samples to evaluate at a time: enough for the products to run at full speed, few
   * enough to stay in a few megabytes.
   */
  public static final int CHUNK = 1000;

  private final Architecture architecture;
  private final Pairing pairing;
  private final List<LayerParameters> parameters = new ArrayList<>();
  private final Stage[] stages;
  private final int firstParametric;
  private final Buffer imageBuffer = new Buffer();

  /**
   * Copies a network.
   *
   * @param network Not modified.
   */
  public WorkingCopy(Network network) {
    architecture = network.architecture();
    pairing = architecture.pairing();
    List<Layer> layers = architecture.layers();
    List<Shape> shapes = architecture.shapes();
    stages = new Stage[layers.size()];
    int first = layers.size();
    for (int i = 0; i < stages.length; i++) {
      Shape input = i == 0 ? architecture.input() : shapes.get(i - 1);
      if (layers.get(i) instanceof ParametricLayer layer) {
        first = Math.min(first, i);
        stages[i] = layer.stage(input, copyParameters(network));
      } else {
        stages[i] = ((ParameterFreeLayer) layers.get(i)).stage(input);
      }
    }
    firstParametric = first;
  }

  private LayerParameters copyParameters(Network network) {
    int layer = parameters.size();
    Rows rows = pairing.rows(layer);
    Matrix weights = network.rowsOf(layer, rows);
    Matrix bias = Matrix.copyOf(network.bias(layer), network.type());
    parameters.add(new LayerParameters(new Parameter(weights), new Parameter(bias), rows));
    return parameters.get(layer);
  }

  /**
   * Returns the layers.
   *
   * @return the architecture of the network that was copied
   */
  public Architecture architecture() {
    return architecture;
  }

  /**
   * Returns the type of the parameters.
   *
   * @return {@code FLOAT} or {@code DOUBLE}
   */
  public DataType type() {
    return parameters.get(0).weights().value().type();
  }

  /**
   * Returns the pairs of the layers.
   *
   * @return the pairing of the architecture
   */
  public Pairing pairing() {
    return pairing;
  }

  /**
   * Returns the parameters.
   *
   * @return live parameters, one entry for each layer that has some
   */
  public List<LayerParameters> parameters() {
    return List.copyOf(parameters);
  }

  /**
   * Computes the outputs for a batch.
   *
   * @param inputs one sample a row. Modified if the first layer works in place.
   * @return one sample a row; overwritten by the next call
   * @throws IllegalArgumentException if the rows have the wrong width
   */
  public Matrix forward(Matrix inputs) {
    if (inputs.columns() != architecture.input().elements()) {
      throw new IllegalArgumentException(
          "inputs [%d, %d] do not fit the network, which takes %d values a sample"
              .formatted(inputs.rows(), inputs.columns(), architecture.input().elements()));
    }
    Matrix values = channelsLast(inputs);
    for (Stage stage : stages) {
      values = stage.forward(values);
    }
    return values;
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
    for (int i = stages.length - 1; i >= firstParametric; i--) {
      Matrix next = i == firstParametric ? null : stages[i].inputGradient(gradient);
      if (stages[i] instanceof ParametricStage parametric) {
        parametric.sendParameterGradients(gradient);
      }
      gradient = next;
    }
  }

  /**
   * Copies the present parameters.
   *
   * @return a network
   */
  public Network snapshot() {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    List<ParametricLayer> layers = architecture.parametricLayers();
    for (int i = 0; i < layers.size(); i++) {
      LayerParameters values = parameters.get(i);
      INDArray matrix = values.weights().value().toArray();
      weights.add(layers.get(i).fromRows(matrix, values.rows(), architecture.channels(i)));
      biases.add(values.bias().value().toArray().reshape(layers.get(i).outputs()));
    }
    return new Network(architecture, weights, biases);
  }
}
