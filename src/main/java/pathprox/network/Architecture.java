package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The layers of a network without their parameters.
 *
 * @param input the shape of one sample
 * @param layers from the input to the output; at least one has parameters
 */
public record Architecture(Shape input, List<Layer> layers) {
  /**
   * Checks that each layer takes what the layer before it gives.
   *
   * @param input the shape of one sample
   * @param layers from the input to the output
   * @throws IllegalArgumentException if one does not, with its place and both shapes; or if no
   *     layer has parameters
   */
  public Architecture {
    layers = List.copyOf(layers);
    List<Shape> shapes = shapes(input, layers);
    List<ParametricLayer> parametric = parametric(layers);
    if (parametric.isEmpty()) {
      throw new IllegalArgumentException("an architecture needs a layer with parameters");
    }
    Shape expected = Shape.of(parametric.get(parametric.size() - 1).outputs());
    Shape found = shapes.get(shapes.size() - 1);
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          "outputs must be %s, one for each of the last layer with parameters, found %s"
                  .formatted(expected, found)
              + "; end with a dense layer, or pool to 1×1 and flatten");
    }
  }

  private static List<ParametricLayer> parametric(List<Layer> layers) {
    return layers.stream()
        .filter(ParametricLayer.class::isInstance)
        .map(ParametricLayer.class::cast)
        .toList();
  }

  /**
   * Makes an architecture layer by layer.
   *
   * @param input the shape of one sample
   * @param layers from the input to the output
   * @return the architecture
   * @throws IllegalArgumentException if the layers do not fit together
   */
  public static Architecture of(Shape input, Layer... layers) {
    return new Architecture(input, List.of(layers));
  }

  /**
   * Makes a multilayer perceptron: dense layers with a rectifier after each but the last.
   *
   * @param sizes inputs, widths of the hidden layers, outputs; such as 784, 400, 400, 10
   * @return the architecture
   * @throws IllegalArgumentException if there are fewer than two sizes, or one is below 1
   */
  public static Architecture mlp(int... sizes) {
    if (sizes.length < 2) {
      throw new IllegalArgumentException(
          "an MLP needs at least inputs and outputs, found %d sizes".formatted(sizes.length));
    }
    List<Layer> layers = new ArrayList<>();
    for (int i = 1; i < sizes.length; i++) {
      if (i > 1) {
        layers.add(new Relu());
      }
      layers.add(new Dense(sizes[i - 1], sizes[i]));
    }
    return new Architecture(Shape.of(sizes[0]), layers);
  }

  /**
   * Makes the factorized perceptron of the published experiments: blocks of dense, rectifier,
   * dense, with no rectifier between blocks.
   *
   * @param inputs the number of inputs, 1 or more
   * @param width the number of units in each block, and of features between blocks, 1 or more
   * @param blocks the number of blocks, 1 or more; each is one pair
   * @param outputs the number of outputs, 1 or more
   * @return the architecture, with 2·blocks dense layers
   * @throws IllegalArgumentException if a number is below 1
   */
  public static Architecture factorizedMlp(int inputs, int width, int blocks, int outputs) {
    if (blocks < 1) {
      throw new IllegalArgumentException("blocks must be >= 1, was " + blocks);
    }
    List<Layer> layers = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      layers.add(new Dense(block == 0 ? inputs : width, width));
      layers.add(new Relu());
      layers.add(new Dense(width, block == blocks - 1 ? outputs : width));
    }
    return new Architecture(Shape.of(inputs), layers);
  }

  /**
   * Draws a network in float32 with PyTorch's default initialization.
   *
   * @param seed any value; the same seed gives the same network
   * @return a new network
   */
  public Network initialize(long seed) {
    return initialize(seed, DataType.FLOAT);
  }

  /**
   * Draws a network with PyTorch's default initialization.
   *
   * @param seed any value; the same seed gives the same network, up to rounding to the type
   * @param type {@code FLOAT} or {@code DOUBLE}
   * @return a new network
   * @throws IllegalArgumentException for another type
   */
  public Network initialize(long seed, DataType type) {
    return Network.draw(this, seed, type, Initialization.kaimingUniform());
  }

  /**
   * Computes the shape of a sample behind each layer.
   *
   * @return one shape for each layer
   */
  public List<Shape> shapes() {
    return shapes(input, layers);
  }

  /**
   * Returns the shape of an output.
   *
   * @return the shape behind the last layer
   */
  public Shape output() {
    return shapes().get(layers.size() - 1);
  }

  /**
   * Lists the layers with parameters, the numbering that pairs and parameters use.
   *
   * @return at least one layer
   */
  public List<ParametricLayer> parametricLayers() {
    return parametric(layers);
  }

  /**
   * Finds the pairs of this architecture.
   *
   * @return the pairs, and the reason for each layer
   */
  public Pairing pairing() {
    return Pairing.of(this);
  }

  /** The shape of a sample before a layer. */
  Shape inputOf(int layer) {
    return layer == 0 ? input : shapes().get(layer - 1);
  }

  /** The layers without parameters between a layer with parameters and the next one. */
  List<ParameterFreeLayer> layersBehind(int parametricLayer) {
    List<ParameterFreeLayer> found = new ArrayList<>();
    int next = index(parametricLayer) + 1;
    while (next < layers.size() && layers.get(next) instanceof ParameterFreeLayer layer) {
      found.add(layer);
      next++;
    }
    return found;
  }

  /**
   * Counts the channels before a layer with parameters: the outputs of the one before it, or the
   * first size of the input. Images that were flattened keep their channels.
   */
  int channels(int parametricLayer) {
    return parametricLayer == 0
        ? input.sizes().get(0)
        : parametricLayers().get(parametricLayer - 1).outputs();
  }

  /** The shape of a sample right before a layer with parameters. */
  Shape inputOfParametric(int parametricLayer) {
    return inputOf(index(parametricLayer));
  }

  /** The shape of a sample right behind a layer with parameters. */
  Shape outputOfParametric(int parametricLayer) {
    return shapes().get(index(parametricLayer));
  }

  private int index(int parametricLayer) {
    int index = -1;
    for (int seen = -1; seen < parametricLayer; ) {
      index++;
      seen += layers.get(index) instanceof ParametricLayer ? 1 : 0;
    }
    return index;
  }

  /** New stages for the layers without parameters behind a layer with parameters. */
  List<Stage> stagesBehind(int parametricLayer) {
    List<Stage> stages = new ArrayList<>();
    Shape shape = outputOfParametric(parametricLayer);
    for (ParameterFreeLayer layer : layersBehind(parametricLayer)) {
      stages.add(layer.stage(shape));
      shape = layer.outputShape(shape);
    }
    return stages;
  }

  private static List<Shape> shapes(Shape input, List<Layer> layers) {
    List<Shape> shapes = new ArrayList<>();
    Shape shape = input;
    for (Layer layer : layers) {
      try {
        shape = layer.outputShape(shape);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "layer %d does not fit: %s".formatted(shapes.size(), e.getMessage()), e);
      }
      shapes.add(shape);
    }
    return shapes;
  }

  /**
   * Describes the layers: shapes, parameters and pairs.
   *
   * @return a table that prints itself
   */
  public Summary summary() {
    return Summary.of(this);
  }

  @Override
  public String toString() {
    return summary().toString();
  }
}
