package pathprox.io;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pathprox.network.Architecture;
import pathprox.network.Layer;
import pathprox.network.Shape;

/**
 * An architecture as two texts: {@code input}, such as {@code 1 28 28}, and {@code layers}, such as
 * {@code conv2d 1 16 3 1 1; relu; flatten; dense 12544 10}: for each layer its record's name and
 * the numbers that it is made of.
 *
 * <p>Only records among the layers of this library are made from a text, so a file runs no code but
 * their checks.
 */
final class ArchitectureText {
  private static final String FORMAT = "pathprox 1";
  private static final String KINDS = "layers of this library that are made of numbers";

  private ArchitectureText() {}

  static Map<String, String> of(Architecture architecture) {
    List<String> layers = new ArrayList<>();
    for (Layer layer : architecture.layers()) {
      layers.add(
          text(layer)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "layer %s, %s, cannot be saved: files hold %s"
                              .formatted(layers.size(), layer, KINDS))));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("format", FORMAT);
    texts.put("input", words(architecture.input().sizes().stream()));
    texts.put("layers", String.join("; ", layers));
    return texts;
  }

  private static Optional<String> text(Layer layer) {
    String kind = layer.getClass().getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
    Optional<Class<?>> type = type(kind.toLowerCase(Locale.ROOT));
    if (!type.equals(Optional.of(layer.getClass()))) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(List.of(kind.toLowerCase(Locale.ROOT)));
    try {
      for (RecordComponent component : type.get().getRecordComponents()) {
        words.add(String.valueOf(component.getAccessor().invoke(layer)));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return Optional.of(String.join(" ", words));
  }

  /** The record that a word such as {@code max-pool2d} stands for, if there is one of numbers. */
  private static Optional<Class<?>> type(String kind) {
    String name =
        Arrays.stream(kind.split("-"))
            .filter(part -> part.matches("[a-z][a-z0-9]*"))
            .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
            .collect(Collectors.joining());
    try {
      Class<?> type = Class.forName(Layer.class.getPackageName() + "." + name);
      boolean isLayer = type.isRecord() && Layer.class.isAssignableFrom(type);
      return isLayer
              && Arrays.stream(types(type))
                  .allMatch(each -> each == int.class || each == double.class)
          ? Optional.of(type)
          : Optional.empty();
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static Class<?>[] types(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getType)
        .toArray(Class<?>[]::new);
  }

  private static String words(Stream<?> values) {
    return values.map(String::valueOf).collect(Collectors.joining(" "));
  }

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
    Class<?>[] types =
        words.length == 0 ? null : type(words[0]).map(ArchitectureText::types).orElse(null);
    if (types == null || types.length != words.length - 1) {
      throw new IllegalArgumentException(
          "layer %s is '%s', files hold %s".formatted(place, text, KINDS));
    }
    Object[] numbers = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      String word = words[i + 1];
      numbers[i] = types[i] == int.class ? (Object) Integer.valueOf(word) : Double.valueOf(word);
    }
    try {
      return (Layer)
          type(words[0]).orElseThrow().getDeclaredConstructor(types).newInstance(numbers);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
