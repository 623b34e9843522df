package pathprox.io;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pathprox.io.SafetensorsHeader.Tensor;
import pathprox.network.Architecture;
import pathprox.network.ParametricLayer;
import pathprox.network.Shape;

/** Which arrays of a file are the weights and the bias of a layer. */
record ParameterNames(String weight, Optional<String> bias) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern NO_NUMBER = Pattern.compile("\\D+");
  private static final int SHOWN = 20;

  /** The names that a layer gets when it is saved, as in PyTorch's Sequential. */
  static ParameterNames of(Architecture architecture, int layer) {
    return ofModule(architecture.place(layer) + ".", true);
  }

  private static ParameterNames ofModule(String prefix, boolean hasBias) {
    return new ParameterNames(
        prefix + "weight", hasBias ? Optional.of(prefix + "bias") : Optional.empty());
  }

  private static List<ParameterNames> all(Architecture architecture) {
    return IntStream.range(0, architecture.parametricLayers().size())
        .mapToObj(layer -> of(architecture, layer))
        .toList();
  }

  private Stream<String> names() {
    return Stream.concat(Stream.of(weight), bias.stream());
  }

  /** The names of all layers, if the arrays are those that were saved, and no others. */
  static List<ParameterNames> saved(Architecture architecture, Map<String, Tensor> tensors)
      throws IOException {
    List<ParameterNames> all = all(architecture);
    Set<String> others = new LinkedHashSet<>(tensors.keySet());
    for (String name : all.stream().flatMap(ParameterNames::names).toList()) {
      BadFile.unless(others.remove(name), "the array '%s' is missing", name);
    }
    BadFile.unless(others.isEmpty(), "these arrays belong to no layer: %s", some(others));
    checkShapes(architecture, all, tensors);
    return all;
  }

  private static void checkShapes(
      Architecture architecture, List<ParameterNames> all, Map<String, Tensor> tensors)
      throws IOException {
    String message = "%s of layer %s must be %s, found %s";
    for (int i = 0; i < all.size(); i++) {
      ParametricLayer layer = architecture.parametricLayers().get(i);
      List<Long> weights = tensors.get(all.get(i).weight).shape();
      List<Long> expected = sizes(layer.weightShape());
      BadFile.unless(weights.equals(expected), message, "weights", i, expected, weights);
      if (all.get(i).bias.isPresent()) {
        List<Long> bias = tensors.get(all.get(i).bias.get()).shape();
        List<Long> outputs = List.of((long) layer.outputs());
        BadFile.unless(bias.equals(outputs), message, "bias", i, outputs, bias);
      }
    }
    List<NumberType> types = tensors.values().stream().map(Tensor::type).distinct().toList();
    boolean isOne = types.stream().map(type -> type.loaded).distinct().count() == 1;
    BadFile.unless(isOne, "all arrays must be of one type, found %s", types);
  }

  private static List<Long> sizes(Shape shape) {
    return shape.sizes().stream().map(Integer::longValue).toList();
  }

  /**
   * The names of all layers, if shapes and numbers in the names leave one way alone. The order of a
   * file tells nothing: those who write sort by name.
   */
  static List<ParameterNames> found(Architecture architecture, Map<String, Tensor> tensors)
      throws IOException {
    try {
      List<ParameterNames> modules = modules(tensors);
      List<ParameterNames> found = new ArrayList<>();
      for (ParametricLayer layer : architecture.parametricLayers()) {
        List<Long> shape = sizes(layer.weightShape());
        List<ParameterNames> fitting =
            modules.stream()
                .filter(module -> tensors.get(module.weight).shape().equals(shape))
                .sorted(Comparator.comparing(ParameterNames::numbers, ParameterNames::compare))
                .toList();
        String none = "no array is left of the shape %s for layer %s";
        BadFile.unless(!fitting.isEmpty(), none, shape, found.size());
        boolean areAlike = fitting.stream().map(ParameterNames::pattern).distinct().count() == 1;
        String unclear = "which is layer %s, the names do not tell: %s";
        BadFile.unless(areAlike, unclear, found.size(), weights(fitting));
        modules.remove(fitting.get(0));
        found.add(fitting.get(0));
      }
      BadFile.unless(modules.isEmpty(), "these belong to no layer: %s", weights(modules));
      checkOrder(found);
      checkShapes(architecture, found, tensors);
      return found;
    } catch (IOException e) {
      throw new IOException(e.getMessage() + comparison(architecture, tensors), e);
    }
  }

  private static List<ParameterNames> modules(Map<String, Tensor> tensors) throws IOException {
    List<ParameterNames> modules = new ArrayList<>();
    for (String name : new TreeSet<>(tensors.keySet())) {
      String prefix = name.substring(0, name.lastIndexOf('.') + 1);
      String parameter = name.substring(prefix.length());
      boolean isBias = parameter.equals("bias") && tensors.containsKey(prefix + "weight");
      String other = "'%s' is neither the weight of a layer nor its bias";
      BadFile.unless(isBias || parameter.equals("weight"), other, name);
      if (!isBias) {
        modules.add(ofModule(prefix, tensors.containsKey(prefix + "bias")));
      }
    }
    return modules;
  }

  /** Layers whose names differ in numbers alone stand in the order of these. */
  private static void checkOrder(List<ParameterNames> found) throws IOException {
    Map<String, ParameterNames> last = new TreeMap<>();
    for (ParameterNames module : found) {
      ParameterNames before = last.put(module.pattern(), module);
      String message = "by its shape '%s' would come before '%s'";
      BadFile.unless(
          before == null || compare(before.numbers(), module.numbers()) < 0,
          message,
          before == null ? "" : before.weight,
          module.weight);
    }
  }

  private String pattern() {
    return NUMBER.matcher(weight).replaceAll("#");
  }

  private List<BigInteger> numbers() {
    return NO_NUMBER
        .splitAsStream(weight)
        .filter(number -> !number.isEmpty())
        .map(BigInteger::new)
        .toList();
  }

  private static int compare(List<BigInteger> a, List<BigInteger> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return a.size() - b.size();
  }

  private static String weights(List<ParameterNames> modules) {
    return some(modules.stream().map(ParameterNames::weight).toList());
  }

  private static String comparison(Architecture architecture, Map<String, Tensor> tensors) {
    List<String> needed =
        architecture.parametricLayers().stream()
            .map(layer -> sizes(layer.weightShape()) + " and [" + layer.outputs() + "]")
            .toList();
    List<String> held =
        new TreeMap<>(tensors)
            .entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().shape())
                .toList();
    List<String> cure = all(architecture).stream().flatMap(ParameterNames::names).toList();
    return """

          the layers need %s
          the file holds %s
        PyTorch's Sequential would name them %s"""
        .formatted(some(needed), some(held), some(cure));
  }

  /** The first of some texts, if they are many. */
  static String some(Collection<String> texts) {
    String first = texts.stream().limit(SHOWN).map(ParameterNames::cut).collect(joining(", "));
    int more = texts.size() - SHOWN;
    return "[" + first + (more > 0 ? ", and " + more + " more" : "") + "]";
  }

  private static String cut(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }
}
