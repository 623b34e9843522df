package pathprox.onnx;

import static pathprox.matrix.Arguments.require;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.io.ArchitectureText;
import pathprox.io.JarVersion;
import pathprox.network.Architecture;
import pathprox.network.AvgPool2d;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Layer;
import pathprox.network.MaxPool2d;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;

/**
 * The layers of a network as operators, which have the conventions of PyTorch as they have.
 *
 * @param network with dense layers merged
 * @param type in the file: that of the network, unless onnxruntime lacks an operator in it
 */
record LayerNodes(Network network, DataType type) {
  private static final long MOST_BYTES = Integer.MAX_VALUE - (1 << 20); // that protobuf counts

  /** Refuses too many parameters before any work. */
  static LayerNodes of(Network network) {
    Network merged = network.merged();
    boolean hasDouble =
        merged.architecture().layers().stream()
            .noneMatch(layer -> layer instanceof Conv2d || layer instanceof AvgPool2d);
    DataType type = hasDouble ? merged.type() : DataType.FLOAT;
    requireSize(merged.architecture(), type);
    return new LayerNodes(merged, type);
  }

  Shape input() {
    return network.architecture().input();
  }

  Shape output() {
    return network.architecture().output();
  }

  /** What is to be known about them, by name. */
  Map<String, String> texts() {
    Map<String, String> texts = ArchitectureText.of(network.architecture());
    String rounded = type == network.type() ? "" : ", rounded to " + word(type);
    texts.put("type", word(network.type()) + rounded);
    texts.put("version", JarVersion.of("io.github.pathprox/pathprox"));
    return texts;
  }

  private static String word(DataType type) {
    return type == DataType.FLOAT ? "float32" : "float64";
  }

  /** Adds the layers after a value of the type; gives the name of the last one. */
  String add(Graph graph, String input) {
    String value = input;
    List<Layer> layers = network.architecture().layers();
    int number = 0; // among those with parameters
    for (int place = 0; place < layers.size(); place++) {
      Layer layer = layers.get(place);
      if (layer instanceof Relu) {
        value = graph.add("Relu", List.of(value));
      } else if (layer instanceof Flatten) {
        value = graph.add("Flatten", List.of(value), Graph.whole("axis", 1));
      } else if (layer instanceof MaxPool2d pool) {
        value = pool(graph, "MaxPool", value, pool.size());
      } else if (layer instanceof AvgPool2d pool) {
        value = pool(graph, "AveragePool", value, pool.size());
      } else {
        boolean isKnown = layer instanceof Dense || layer instanceof Conv2d;
        String message = "layer %s, %s, is no dense, convolutional, ReLU, flatten or pooling layer";
        require(isKnown, message, place, layer);
        String weights = graph.array(place + ".weight", network.weights(number), type);
        String bias = graph.array(place + ".bias", network.bias(number), type);
        value = parametric(graph, layer, List.of(value, weights, bias));
        number++;
      }
    }
    return value;
  }

  /** Without padding, and windows that do not fit are left out, as is the default. */
  private static String pool(Graph graph, String operator, String value, int size) {
    return graph.add(
        operator,
        List.of(value),
        Graph.wholes("kernel_shape", 2, size),
        Graph.wholes("strides", 2, size));
  }

  private static String parametric(Graph graph, Layer layer, List<String> inputs) {
    return layer instanceof Conv2d convolution
        ? graph.add(
            "Conv",
            inputs,
            Graph.wholes("kernel_shape", 2, convolution.kernel()),
            Graph.wholes("strides", 2, convolution.stride()),
            Graph.wholes("pads", 4, convolution.padding()))
        : graph.add("Gemm", inputs, Graph.whole("transB", 1));
  }

  static void requireSize(Architecture architecture, DataType type) {
    long bytes =
        architecture.parametricLayers().stream()
            .mapToLong(layer -> layer.parameterCount() * type.width())
            .sum();
    String message = "%,d bytes of parameters do not fit into a file of ONNX, which takes 2 GB";
    require(bytes <= MOST_BYTES, message, bytes);
  }
}
