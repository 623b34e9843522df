package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;

/** The layers of a network without their parameters: an immutable value. */
public final class Architecture {
  private final Shape input;
  private final List<Layer> layers;
  private final List<Shape> shapes;
  private final Pairing pairing;

  /** The places of the layers with parameters among all layers, and these layers. */
  private final int[] places;

  private final List<ParametricLayer> parametricLayers;

  /**
   * Makes an architecture.
   *
   * @param input the shape of one sample
   * @param layers from the input to the output; at least one has parameters
   * @throws IllegalArgumentException if two layers do not fit, with their place and both shapes; or
   *     if no layer has parameters
   */
  public Architecture(Shape input, List<Layer> layers) {
    this.input = input;
    this.layers = List.copyOf(layers);
    shapes = shapes(input, layers);
    places =
        IntStream.range(0, layers.size())
            .filter(place -> layers.get(place) instanceof ParametricLayer)
            .toArray();
    parametricLayers =
        IntStream.of(places).mapToObj(place -> (ParametricLayer) layers.get(place)).toList();
    if (places.length == 0) {
      throw new IllegalArgumentException("an architecture needs a layer with parameters");
    }
    Shape expected = Shape.of(parametricLayers.get(places.length - 1).outputs());
    if (!output().equals(expected)) {
      throw new IllegalArgumentException(
          "outputs must be %s, one for each of the last layer with parameters, found %s"
                  .formatted(expected, output())
              + "; end with a dense layer, or pool to 1×1 and flatten");
    }
    pairing = Pairing.of(this);
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
    return List.copyOf(shapes);
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
   * Makes the network of the published experiments on CIFAR-10: 16 convolutions in blocks of 64,
   * 128, 256 and twice 512 channels, see {@link #vgg}. Its pairs are the convolutions 1-2, 3-4, …,
   * 15-16, all within blocks; the classifier is unpaired.
   *
   * <p>Its published weights start from {@link Initialization#kaimingNormal}. It is VGG19 (Simonyan
   * and Zisserman, 2015) with one dense layer, as in models/vgg.py of the authors' code
   * (github.com/Leiay/PathProx).
   *
   * @param input [channels, height, width], both 32 or more; 3×32×32 for CIFAR-10
   * @param classes the number of outputs, 1 or more
   * @return the architecture; 20,029,514 parameters for CIFAR-10
   * @throws IllegalArgumentException if the input is no image, or too small
   */
  public static Architecture vgg19(Shape input, int classes) {
    return vgg(
        input,
        classes,
        List.of(
            List.of(64, 64),
            List.of(128, 128),
            List.of(256, 256, 256, 256),
            List.of(512, 512, 512, 512),
            List.of(512, 512, 512, 512)));
  }

  /**
   * Makes a network of the VGG family: blocks of 3×3 convolutions with a rectifier behind each, max
   * pooling 2×2 between blocks, average pooling 2×2 behind the last, and a dense classifier.
   *
   * @param input [channels, height, width], both 2 to the number of blocks or more
   * @param classes the number of outputs, 1 or more
   * @param blocks for each block the number of channels of each convolution
   * @return the architecture
   * @throws IllegalArgumentException if the input is no image, or too small, or a number is below 1
   */
  public static Architecture vgg(Shape input, int classes, List<List<Integer>> blocks) {
    ConvolutionalLayers layers = new ConvolutionalLayers(input);
    for (int i = 0; i < blocks.size(); i++) {
      if (i > 0) {
        layers.add(new MaxPool2d(2));
      }
      layers.addBlock(blocks.get(i));
    }
    return layers.add(new AvgPool2d(2)).classifying(classes);
  }

  /**
   * Makes a small convolutional network for images of about the size of MNIST's: two blocks of two
   * 3×3 convolutions with 16 and 32 channels, a rectifier behind each convolution and max pooling
   * 2×2 behind each block, and a dense classifier. Each block is a pair.
   *
   * @param input [channels, height, width], both 4 or more; 1×28×28 for MNIST
   * @param classes the number of outputs, 1 or more
   * @return the architecture; 32,058 parameters for MNIST
   * @throws IllegalArgumentException if the input is no image, or too small
   */
  public static Architecture smallConvnet(Shape input, int classes) {
    return new ConvolutionalLayers(input)
        .addBlock(List.of(16, 16))
        .add(new MaxPool2d(2))
        .addBlock(List.of(32, 32))
        .add(new MaxPool2d(2))
        .classifying(classes);
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
    return initialize(seed, type, Initialization.kaimingUniform());
  }

  /**
   * Draws a network.
   *
   * @param seed any value; the same seed gives the same network, up to rounding to the type
   * @param type {@code FLOAT} or {@code DOUBLE}
   * @param initialization how to draw weights and biases
   * @return a new network
   * @throws IllegalArgumentException for another type
   */
  public Network initialize(long seed, DataType type, Initialization initialization) {
    return Network.draw(this, seed, type, initialization);
  }

  /** {@return the shape of one sample} */
  public Shape input() {
    return input;
  }

  /** {@return the layers from the input to the output} */
  public List<Layer> layers() {
    return layers;
  }

  /** {@return the shape of a sample after each layer} */
  public List<Shape> shapes() {
    return shapes;
  }

  /** {@return the shape of an output, that after the last layer} */
  public Shape output() {
    return shapes.get(shapes.size() - 1);
  }

  /**
   * {@return the layers with parameters, in the numbering of pairs and parameters; at least one}
   */
  public List<ParametricLayer> parametricLayers() {
    return parametricLayers;
  }

  /** {@return the pairs of the layers, and the reason for each layer} */
  public Pairing pairing() {
    return pairing;
  }

  /** The place of a layer with parameters among all layers. */
  int place(int parametricLayer) {
    return places[parametricLayer];
  }

  /** The shape of a sample before the layer at a place. */
  Shape inputOf(int place) {
    return place == 0 ? input : shapes.get(place - 1);
  }

  /**
   * The layers without parameters between the layer at a place and the next one with parameters.
   */
  List<ParameterFreeLayer> layersAfter(int place) {
    return layers.subList(place + 1, layers.size()).stream()
        .takeWhile(ParameterFreeLayer.class::isInstance)
        .map(ParameterFreeLayer.class::cast)
        .toList();
  }

  /**
   * Counts the channels before a layer with parameters: the outputs of the one before it, or the
   * first size of the input. Images that were flattened keep their channels.
   */
  int channels(int parametricLayer) {
    return parametricLayer == 0
        ? input.sizes().get(0)
        : parametricLayers.get(parametricLayer - 1).outputs();
  }

  /** {@return shapes, parameters and pairs of the layers, as a table that prints itself} */
  public Summary summary() {
    return Summary.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Architecture that
        && input.equals(that.input)
        && layers.equals(that.layers);
  }

  @Override
  public int hashCode() {
    return 31 * input.hashCode() + layers.hashCode();
  }

  @Override
  public String toString() {
    return summary().toString();
  }
}
