package pathprox.io;

import static pathprox.matrix.Arguments.require;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pathprox.network.Architecture;
import pathprox.network.Layer;
import pathprox.network.Shape;

/**
 * An architecture as two texts: {@code input}, such as {@code 1 28 28}, and {@code layers}, such as
 * {@code conv2d 1 16 3 1 1; relu; flatten; dense 12544 10}: for each layer its record's name and
 * the numbers that it is made of. Only records among the layers of this library are made from a
 * text, so a file runs no code but their checks.
 */
public final class ArchitectureText {
  /** The names of the texts of an architecture. */
  static final List<String> NAMES = List.of("format", "input", "layers");

  private static final String FORMAT = "pathprox 1";
  private static final int MOST_LAYERS = 20_000;
  private static final String KINDS = "layers of this library that are made of numbers";
  private static final Pattern PART = Pattern.compile("(?:^|-)([a-z])([a-z0-9]*)");

  private ArchitectureText() {}

  /**
   * {@return the texts of {@code architecture} by name, {@code format}, {@code input} and {@code
   * layers}; may be changed}
   *
   * @throws IllegalArgumentException if a layer is not of this library, or there are too many
   */
  public static Map<String, String> of(Architecture architecture) {
    List<String> layers = new ArrayList<>();
    int count = architecture.layers().size();
    require(count <= MOST_LAYERS, "files hold at most %s layers, not %s", MOST_LAYERS, count);
    for (Layer layer : architecture.layers()) {
      layers.add(text(layer, layers.size()));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("format", FORMAT);
    texts.put("input", architecture.input().toString().replace('×', ' '));
    texts.put("layers", String.join("; ", layers));
    return texts;
  }

  private static String text(Layer layer, int place) {
    Class<?> type = layer.getClass();
    String name = type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
    List<String> words = new ArrayList<>(List.of(name.toLowerCase(Locale.ROOT)));
    boolean fits =
        constructor(words.get(0)).filter(each -> each.getDeclaringClass() == type).isPresent();
    require(fits, "layer %s, %s, cannot be saved: files hold %s", place, layer, KINDS);
    try {
      for (RecordComponent component : type.getRecordComponents()) {
        words.add(String.valueOf(component.getAccessor().invoke(layer)));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return String.join(" ", words);
  }

  /** That of the record that a word such as {@code max-pool2d} stands for, if it takes numbers. */
  private static Optional<Constructor<?>> constructor(String kind) {
    String name =
        PART.matcher(kind)
            .replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT) + part.group(2));
    if (!name.matches("[A-Za-z0-9]+")) {
      return Optional.empty();
    }
    try {
      Class<?> type = Class.forName(Layer.class.getPackageName() + "." + name);
      if (!type.isRecord() || !Layer.class.isAssignableFrom(type)) {
        return Optional.empty();
      }
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      boolean areNumbers = List.of(int.class, double.class).containsAll(List.of(types));
      return areNumbers ? Optional.of(type.getDeclaredConstructor(types)) : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Whether texts tell that they are of an architecture. */
  static boolean isIn(Map<String, String> texts) {
    return FORMAT.equals(texts.get("format")) && texts.keySet().containsAll(NAMES);
  }

  static Architecture read(Map<String, String> texts) throws IOException {
    String message =
        "the metadata must hold format '%s', input and layers, found format '%s' in %s";
    BadFile.unless(
        isIn(texts), message, FORMAT, texts.get("format"), ParameterNames.some(texts.keySet()));
    try {
      String[] words = texts.get("layers").split("; ", MOST_LAYERS + 1);
      require(words.length <= MOST_LAYERS, "it has more than %s layers", MOST_LAYERS);
      List<Layer> layers = new ArrayList<>();
      for (String layer : words) {
        layers.add(layer(layer, layers.size()));
      }
      List<String> sizes = Arrays.asList(texts.get("input").split(" ", -1));
      Architecture architecture =
          new Architecture(new Shape(sizes.stream().map(Integer::valueOf).toList()), layers);
      Map<String, String> same = of(architecture); // not 02, +2 or the digits of another script
      boolean isSame = NAMES.stream().allMatch(name -> same.get(name).equals(texts.get(name)));
      require(isSame, "numbers must be spelled as in %s", same);
      return architecture;
    } catch (IllegalArgumentException | ArithmeticException e) {
      // Layers, shapes and architectures check themselves; a product of sizes may be no int.
      throw new IOException("the metadata holds no network: " + e.getMessage(), e);
    }
  }

  private static Layer layer(String text, int place) {
    String[] words = text.split(" ", -1);
    Object[] numbers = new Object[words.length - 1];
    Constructor<?> layer =
        constructor(words[0])
            .filter(each -> each.getParameterCount() == numbers.length)
            .orElse(null);
    require(layer != null, "layer %s is '%s', files hold %s", place, text, KINDS);
    for (int i = 0; i < numbers.length; i++) {
      boolean isWhole = layer.getParameterTypes()[i] == int.class;
      numbers[i] = isWhole ? (Object) Integer.valueOf(words[i + 1]) : Double.valueOf(words[i + 1]);
    }
    try {
      return (Layer) layer.newInstance(numbers);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
