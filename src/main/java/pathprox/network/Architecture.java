package pathprox.network;

import static pathprox.matrix.Arguments.require;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.logging.LoggingStart;
import pathprox.matrix.RandomNumbers;

/**
 * The layers of a network without their parameters: an immutable value. Layers, shapes and numbers
 * that do not fit are an IllegalArgumentException.
 */
@SuppressWarnings("serial") // it travels as what it is made from
public final class Architecture implements Serializable {
  static {
    LoggingStart.quietly();
  }

  private final List<Layer> layers;
  private final List<Shape> shapes;
  private final List<ParametricLayer> parametricLayers;
  private final int[] places; // of the layers with parameters among all layers
  private final Pairing pairing;

  /**
   * Makes an architecture of {@code layers} for samples of the shape {@code input}.
   *
   * @throws IllegalArgumentException if two layers do not fit, with their place and both shapes; or
   *     if no layer has parameters
   */
  public Architecture(Shape input, List<Layer> layers) {
    this.layers = List.copyOf(layers);
    shapes = shapes(input, layers);
    IntStream all = IntStream.range(0, layers.size());
    places = all.filter(place -> layers.get(place) instanceof ParametricLayer).toArray();
    require(places.length > 0, "an architecture needs a layer with parameters");
    parametricLayers =
        IntStream.of(places).mapToObj(place -> (ParametricLayer) layers.get(place)).toList();
    Shape expected = Shape.of(parametricLayers.get(places.length - 1).outputs());
    String message =
        "outputs must be %s, one for each of the last layer with parameters, found %s"
            + "; end with a dense layer, or pool to 1×1 and flatten";
    require(output().equals(expected), message, expected, output());
    pairing = Pairing.of(this);
  }

  private static List<Shape> shapes(Shape input, List<Layer> layers) {
    List<Shape> shapes = new ArrayList<>(List.of(input));
    for (int place = 0; place < layers.size(); place++) {
      try {
        shapes.add(layers.get(place).outputShape(shapes.get(place)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "layer %s does not fit: %s".formatted(place, e.getMessage()), e);
      }
    }
    return List.copyOf(shapes);
  }

  /** {@return an architecture of {@code layers} for samples of the shape {@code input}} */
  public static Architecture of(Shape input, Layer... layers) {
    return new Architecture(input, List.of(layers));
  }

  /**
   * {@return a multilayer perceptron: dense layers with a rectifier after each but the last; two or
   * more {@code sizes}, each 1 or more, are inputs, hidden widths, outputs: 784, 400, 400, 10}
   */
  public static Architecture mlp(int... sizes) {
    String message = "an MLP needs at least inputs and outputs, found %s sizes";
    require(sizes.length >= 2, message, sizes.length);
    List<Layer> layers = new ArrayList<>(List.of(new Dense(sizes[0], sizes[1])));
    for (int i = 2; i < sizes.length; i++) {
      layers.add(new Relu());
      layers.add(new Dense(sizes[i - 1], sizes[i]));
    }
    return new Architecture(Shape.of(sizes[0]), layers);
  }

  /**
   * {@return the factorized perceptron of the published experiments: {@code blocks} of dense,
   * rectifier, dense, each a pair of {@code width} units, with as many features between blocks;
   * {@code inputs}, {@code outputs} and the others are 1 or more}
   */
  public static Architecture factorizedMlp(int inputs, int width, int blocks, int outputs) {
    require(blocks >= 1, "blocks must be >= 1, was %s", blocks);
    List<Layer> layers = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      layers.add(new Dense(block == 0 ? inputs : width, width));
      layers.add(new Relu());
      layers.add(new Dense(width, block == blocks - 1 ? outputs : width));
    }
    return new Architecture(Shape.of(inputs), layers);
  }

  /**
   * {@return the network of the published experiments on CIFAR-10: VGG19 (Simonyan and Zisserman,
   * 2015) with one dense layer, as in models/vgg.py of the authors' code
   * (github.com/Leiay/PathProx); 20,029,514 parameters for 3×32×32 and 10 classes} The convolutions
   * 1-2, 3-4, …, 15-16, all within {@link #vgg blocks}, are pairs, the classifier is unpaired; the
   * authors draw by {@link Initialization#kaimingNormal}. The {@code input} is an image [channels,
   * height, width], both sides 32 or more; {@code classes}, the number of outputs, is 1 or more.
   */
  public static Architecture vgg19(Shape input, int classes) {
    List<Integer> of256 = List.of(256, 256, 256, 256);
    List<Integer> of512 = List.of(512, 512, 512, 512);
    return vgg(input, classes, List.of(List.of(64, 64), List.of(128, 128), of256, of512, of512));
  }

  /**
   * {@return a network of the VGG family for {@code classes}: 3×3 convolutions to the channels in
   * {@code blocks} with a rectifier after each, max pooling 2×2 between blocks, average pooling 2×2
   * after the last, and a dense classifier} The {@code input} is an image [channels, height,
   * width], both sides 2 to the number of blocks or more; all numbers are 1 or more.
   */
  public static Architecture vgg(Shape input, int classes, List<List<Integer>> blocks) {
    return convolutional(input, classes, blocks, new AvgPool2d(2));
  }

  /**
   * {@return a small convolutional network for images of about the size of MNIST's, 1×28×28: two
   * pairs of 3×3 convolutions with 16 and 32 channels, a rectifier after each convolution, max
   * pooling 2×2 after each pair, and a dense classifier; 32,058 parameters for MNIST} The {@code
   * input} is [channels, height, width], both sides 4 or more, {@code classes} are 1 or more.
   */
  public static Architecture smallConvnet(Shape input, int classes) {
    return convolutional(
        input, classes, List.of(List.of(16, 16), List.of(32, 32)), new MaxPool2d(2));
  }

  private static Architecture convolutional(
      Shape input, int classes, List<List<Integer>> blocks, Layer lastPool) {
    List<Layer> layers = new ArrayList<>();
    int channels = input.sizes().get(0);
    for (int i = 0; i < blocks.size(); i++) {
      for (int outputs : blocks.get(i)) {
        layers.add(Conv2d.same(channels, outputs, 3));
        layers.add(new Relu());
        channels = outputs;
      }
      layers.add(i < blocks.size() - 1 ? new MaxPool2d(2) : lastPool);
    }
    layers.add(new Flatten());
    int features = shapes(input, layers).get(layers.size()).elements();
    layers.add(new Dense(features, classes));
    return new Architecture(input, layers);
  }

  /** {@return a network in float32 with PyTorch's initialization, drawn with {@code seed}} */
  public Network initialize(long seed) {
    return initialize(seed, DataType.FLOAT);
  }

  /** {@return a network in {@code type} with PyTorch's initialization, drawn with {@code seed}} */
  public Network initialize(long seed, DataType type) {
    return initialize(seed, type, Initialization.kaimingUniform());
  }

  /**
   * {@return a network whose weights and biases {@code initialization} draws; the same {@code seed}
   * gives the same network, up to rounding to the {@code type}, {@code FLOAT} or {@code DOUBLE}}
   */
  public Network initialize(long seed, DataType type, Initialization initialization) {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (ParametricLayer layer : parametricLayers) {
      RandomNumbers random = RandomNumbers.of(seed, "initialization", weights.size());
      int fanIn = layer.fanIn();
      weights.add(draw(layer.weightShape(), type, () -> initialization.draw(random, fanIn)));
      biases.add(
          draw(Shape.of(layer.outputs()), type, () -> initialization.drawBias(random, fanIn)));
    }
    return new Network(this, weights, biases);
  }

  private static INDArray draw(Shape shape, DataType type, DoubleSupplier value) {
    double[] values = new double[shape.elements()];
    Arrays.setAll(values, i -> value.getAsDouble());
    return Nd4j.createFromArray(values).reshape('c', shape.toArray()).castTo(type);
  }

  /** {@return the shape of one sample} */
  public Shape input() {
    return shapes.get(0);
  }

  /** {@return the layers from the input to the output} */
  public List<Layer> layers() {
    return layers;
  }

  /** {@return the shape of a sample before the first layer, and that after each layer} */
  public List<Shape> shapes() {
    return shapes;
  }

  /** {@return the shape of an output} */
  public Shape output() {
    return shapes.get(layers.size());
  }

  /** {@return the layers with parameters, numbered from 0 as pairs and parameters do} */
  public List<ParametricLayer> parametricLayers() {
    return parametricLayers;
  }

  /** {@return the pairs of the layers, and the reason for each layer} */
  public Pairing pairing() {
    return pairing;
  }

  /** {@return the place of the layer number {@code parametricLayer} among all, from 0} */
  public int place(int parametricLayer) {
    return places[parametricLayer];
  }

  /** The layers between the layer at a place and the next one with parameters. */
  List<ParameterFreeLayer> layersAfter(int place) {
    return layers.subList(place + 1, layers.size()).stream()
        .takeWhile(ParameterFreeLayer.class::isInstance)
        .map(ParameterFreeLayer.class::cast)
        .toList();
  }

  /** The channels before a layer with parameters; images that were flattened keep theirs. */
  int channels(int parametricLayer) {
    return parametricLayer == 0
        ? input().sizes().get(0)
        : parametricLayers.get(parametricLayer - 1).outputs();
  }

  /** {@return shapes, parameters and pairs of the layers, as a table that prints itself} */
  public Summary summary() {
    return Summary.of(this);
  }

  /**
   * {@return one line: the widths of a perceptron, such as {@code 784-400-400-10}, or else the
   * shape of a sample and the layers}
   */
  public String line() {
    int[] sizes = IntStream.rangeClosed(0, places.length).map(this::channels).toArray();
    boolean isPerceptron =
        parametricLayers.stream().allMatch(Dense.class::isInstance) && equals(mlp(sizes));
    return isPerceptron
        ? IntStream.of(sizes).mapToObj(Integer::toString).collect(Collectors.joining("-"))
        : layers.stream()
            .map(Layer::toString)
            .collect(Collectors.joining("; ", input() + ": ", ""));
  }

  private record Written(Shape input, List<Layer> layers) implements Serializable {
    private Object readResolve() {
      return new Architecture(input, layers);
    }
  }

  private Object writeReplace() {
    return new Written(input(), layers);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Architecture that
        && input().equals(that.input())
        && layers.equals(that.layers);
  }

  @Override
  public int hashCode() {
    return 31 * input().hashCode() + layers.hashCode();
  }

  @Override
  public String toString() {
    return summary().toString();
  }
}
