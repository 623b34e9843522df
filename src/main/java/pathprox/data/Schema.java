package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The names of inputs, of target columns, of classes (none for regression); a sample's shape. */
record Schema(
    List<String> features, List<String> targets, List<String> classNames, List<Integer> shape) {
  private static final int CLASSES_SHOWN = 10;

  Schema {
    features = List.copyOf(features);
    targets = List.copyOf(targets);
    classNames = List.copyOf(classNames);
  }

  /** Samples that are rows of numbers. */
  static Schema of(List<String> features, List<String> targets, List<String> classNames) {
    return new Schema(features, targets, classNames, List.of(features.size()));
  }

  /** Names inputs {@code x0, x1, …} and the class column {@code label}. */
  static Schema ofClasses(int inputs, List<String> classNames) {
    Checks.names("classNames", classNames);
    return of(numbered("x", inputs), List.of("label"), classNames);
  }

  /** Names inputs {@code x0, x1, …} and targets {@code y0, y1, …}, a single one {@code y}. */
  static Schema ofValues(int inputs, int targets) {
    List<String> values = targets == 1 ? List.of("y") : numbered("y", targets);
    return of(numbered("x", inputs), values, List.of());
  }

  private static List<String> numbered(String letter, int count) {
    return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
  }

  Schema withShape(String dataset, int... sizes) {
    List<Integer> newShape = Arrays.stream(sizes).boxed().toList();
    double product = Arrays.stream(sizes).asDoubleStream().reduce(1, (a, b) -> a * b);
    boolean fits = product == features.size() && Arrays.stream(sizes).allMatch(size -> size > 0);
    String message = "sampleShape %s must hold the %d features of a sample of '%s'";
    require(fits, message, newShape, features.size(), dataset);
    return new Schema(features, targets, classNames, newShape);
  }

  Schema withColumnNames(List<String> newFeatures, List<String> newTargets) {
    boolean fit = newFeatures.size() == features.size() && newTargets.size() == targets.size();
    String message = "%d features and %d targets need as many names, found %s and %s";
    require(fit, message, features.size(), targets.size(), newFeatures, newTargets);
    return new Schema(newFeatures, newTargets, classNames, shape);
  }

  int outputs() {
    return classNames.isEmpty() ? targets.size() : classNames.size();
  }

  /** One line with the name, the sizes, and the classes with the number of samples of each. */
  String text(String dataset, int samples, int[] countPerClass) {
    return String.format(
        Locale.ROOT,
        "%s: %,d samples, %d inputs %s, %d %s",
        dataset,
        samples,
        features.size(),
        shape,
        outputs(),
        classNames.isEmpty() ? plural("target") : plural("class") + classes(countPerClass));
  }

  private String plural(String what) {
    return outputs() == 1 ? what : what + (what.endsWith("s") ? "es" : "s");
  }

  private String classes(int[] counts) {
    String more = counts.length > CLASSES_SHOWN ? ", …)" : ")";
    return IntStream.range(0, Math.min(CLASSES_SHOWN, counts.length))
        .mapToObj(k -> classNames.get(k) + ": " + counts[k])
        .collect(Collectors.joining(", ", " (", more));
  }
}
