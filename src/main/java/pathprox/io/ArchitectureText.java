package pathprox.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pathprox.network.Architecture;
import pathprox.network.AvgPool2d;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Layer;
import pathprox.network.MaxPool2d;
import pathprox.network.Relu;
import pathprox.network.Shape;

/**
 * An architecture as two texts: {@code input}, such as {@code 1 28 28}, and {@code layers}, such as
 * {@code conv2d 1 16 3 1 1; relu; flatten; dense 12544 10}, the numbers in the order in which the
 * layers take them.
 */
final class ArchitectureText {
  private static final String FORMAT = "pathprox 1";
  private static final String KINDS =
      "dense, conv2d, relu, flatten, max-pool2d and avg-pool2d with their numbers";

  private ArchitectureText() {}

  /**
   * Writes an architecture.
   *
   * @throws IllegalArgumentException if it has a layer of a kind that files do not hold
   */
  static Map<String, String> of(Architecture architecture) {
    List<String> layers = new ArrayList<>();
    for (Layer layer : architecture.layers()) {
      if (text(layer).isEmpty()) {
        throw new IllegalArgumentException(
            "layer %s, %s, cannot be saved: files hold %s".formatted(layers.size(), layer, KINDS));
      }
      layers.add(text(layer));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("format", FORMAT);
    texts.put("input", words(architecture.input().sizes().stream()));
    texts.put("layers", String.join("; ", layers));
    return texts;
  }

  private static String text(Layer layer) {
    if (layer instanceof Dense dense) {
      return words(Stream.of("dense", dense.inputs(), dense.outputs()));
    } else if (layer instanceof Conv2d c) {
      return words(
          Stream.of("conv2d", c.inputs(), c.outputs(), c.kernel(), c.stride(), c.padding()));
    } else if (layer instanceof MaxPool2d pool) {
      return words(Stream.of("max-pool2d", pool.size()));
    } else if (layer instanceof AvgPool2d pool) {
      return words(Stream.of("avg-pool2d", pool.size()));
    } else if (layer instanceof Relu) {
      return "relu";
    }
    return layer instanceof Flatten ? "flatten" : "";
  }

  private static String words(Stream<?> values) {
    return values.map(String::valueOf).collect(Collectors.joining(" "));
  }

  /**
   * Reads an architecture.
   *
   * @throws IOException if it is none, with the layer
   */
  static Architecture read(Map<String, String> texts) throws IOException {
    if (!texts.keySet().containsAll(List.of("format", "input", "layers"))
        || !texts.get("format").equals(FORMAT)) {
      throw new IOException(
          "the metadata must hold format '%s', input and layers, found %s"
              .formatted(FORMAT, texts));
    }
    List<Layer> layers = new ArrayList<>();
    try {
      for (String layer : texts.get("layers").split("; ")) {
        layers.add(layer(layer, layers.size()));
      }
      Shape input =
          new Shape(Arrays.stream(texts.get("input").split(" ")).map(Integer::valueOf).toList());
      return new Architecture(input, layers);
    } catch (IllegalArgumentException | ArithmeticException e) {
      // Layers, shapes and architectures check themselves; a product of sizes may be no int.
      throw new IOException("the metadata holds no network: " + e.getMessage(), e);
    }
  }

  private static Layer layer(String text, int place) {
    String[] words = text.split(" ");
    int[] n = Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).toArray();
    return switch (words[0] + " " + n.length) {
      case "dense 2" -> new Dense(n[0], n[1]);
      case "conv2d 5" -> new Conv2d(n[0], n[1], n[2], n[3], n[4]);
      case "max-pool2d 1" -> new MaxPool2d(n[0]);
      case "avg-pool2d 1" -> new AvgPool2d(n[0]);
      case "relu 0" -> new Relu();
      case "flatten 0" -> new Flatten();
      default ->
          throw new IllegalArgumentException(
              "layer %s is '%s', files hold %s".formatted(place, text, KINDS));
    };
  }
}
