package pathprox.notebook.help;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be meant where the compiler refuses a class or member of the library. */
public final class Suggestion {
  private static final int MOST_METHODS = 12;
  private static final Pattern NO_SYMBOL =
      Pattern.compile(
          "(?s)cannot find symbol\\s+symbol: +\\w+ (\\w+).*?"
              + "location: (?:[^\\n]* )?(pathprox\\.[\\w.]+)?.*");
  private static final Pattern NO_ACCESS =
      Pattern.compile("(\\w+) has (?:private|protected) access in (pathprox\\.[\\w.]+)");
  private static final Pattern NO_CONVERSION =
      Pattern.compile("([\\w.]+) cannot be converted to ([\\w.]+)");
  private static final Pattern PYTHON =
      Pattern.compile(
          "(?s)(for \\w+ in |def \\w+\\(|class \\w+[(:]|(if|while|with) [^(]*:\\s*(\\n|$)|from \\w"
              + "|import \\w+ as ).*");
  private static final Map<String, String> JAVA =
      Map.of(
          "print", "System.out.println(value), or the value in the last line, without a semicolon",
          "len", "values.size(), or values.length of an array",
          "np", "Nd4j, say Nd4j.createFromArray(1.0, 2.0)",
          "True", "true",
          "False", "false",
          "None", "null");

  /** Methods by what NumPy, PyTorch and scikit-learn call them. */
  private static final Map<String, List<String>> METHODS =
      Map.of(
          "shape", List.of("features", "size", "inputs"),
          "fit", List.of("train"),
          "loss", List.of("objective"),
          "columns", List.of("columnNames"));

  private Suggestion() {}

  /**
   * {@return a line that names what may be meant, empty if nothing of the library is like it}
   *
   * @param message the compiler's, in English
   * @param source the code
   * @param start where in {@code source} the fault starts, from 0
   * @param end where it ends, not included
   */
  public static Optional<String> of(String message, String source, int start, int end) {
    String marked = source.substring(start, end);
    Matcher symbol = NO_SYMBOL.matcher(message);
    if (symbol.matches()) {
      String name = symbol.group(1);
      String owner = symbol.group(2);
      boolean isAlone = owner == null && marked.equals(name);
      return isAlone
          ? name(name, source.substring(end))
          : Optional.ofNullable(owner).flatMap(Suggestion::type).map(type -> member(type, name));
    }
    Matcher access = NO_ACCESS.matcher(message);
    if (access.matches()) {
      return type(access.group(2)).map(type -> member(type, access.group(1)));
    }
    if (PYTHON.matcher(source.strip()).matches()) {
      return Optional.of("This is Python; help() shows how it is said in Java.");
    }
    return conversion(message).or(() -> marked.startsWith("new ") ? made(marked) : ofValue(marked));
  }

  /** Of a name that stands alone. */
  private static Optional<String> name(String name, String rest) {
    if (JAVA.containsKey(name)) {
      return Optional.of("In Java, %s is %s.".formatted(name, JAVA.get(name)));
    }
    if (rest.matches("(?s)\\s*=[^=].*")) {
      return Optional.of("A new variable is declared by var: var %s = …".formatted(name));
    }
    List<String> same = Help.types().stream().filter(name::equalsIgnoreCase).toList();
    boolean isClass = Character.isUpperCase(name.charAt(0));
    List<String> near = isClass && same.isEmpty() ? Help.near(name, Help.types()) : same;
    if (near.isEmpty()) {
      return Optional.empty();
    }
    String made = near.size() == 1 ? made(near.get(0)).map(each -> " " + each).orElse("") : "";
    return Optional.of("Perhaps %s?%s".formatted(String.join(", ", near), made));
  }

  private static String member(Class<?> type, String name) {
    String simple = type.getSimpleName();
    List<Method> methods = methods(type, each -> true);
    String same = signatures(methods.stream().filter(each -> each.getName().equals(name)));
    if (!same.isEmpty()) {
      return "%s is a method of %s: %s".formatted(name, simple, same);
    }
    List<String> names = methods.stream().map(Method::getName).distinct().toList();
    List<String> wanted = new ArrayList<>(METHODS.getOrDefault(name, List.of(name)));
    List<String> parts = inParts(type, wanted.get(0));
    wanted.addAll(Help.near(name, names));
    String perhaps = signatures(methods.stream().filter(each -> wanted.contains(each.getName())));
    String other = perhaps.isEmpty() ? several(parts) : perhaps;
    String cure =
        other.isEmpty()
            ? "It has %s; all of it: doc(\"%s\")".formatted(several(names), simple)
            : "Perhaps %s?".formatted(other);
    return "%s has no %s. %s".formatted(simple, name, cure);
  }

  /** Methods of what the type's methods return, such as {@code train().features()} of a split. */
  private static List<String> inParts(Class<?> type, String name) {
    return methods(type, each -> !isStatic(each) && each.getParameterCount() == 0).stream()
        .filter(part -> type(part.getReturnType().getName()).isPresent())
        .filter(part -> part.getReturnType() != type)
        .flatMap(
            part ->
                methods(part.getReturnType(), each -> each.getName().equals(name)).stream()
                    .map(each -> part.getName() + "()." + signature(each)))
        .toList();
  }

  private static Optional<String> conversion(String message) {
    Matcher conversion = NO_CONVERSION.matcher(message);
    while (conversion.find()) {
      String from = conversion.group(1).replaceFirst(".*\\.", "");
      String to = conversion.group(2);
      if (from.equals("String") && to.equals("java.nio.file.Path")) {
        return Optional.of("Path.of(text) makes a Path of a String.");
      }
      if (from.equals("Path") && to.equals("java.lang.String")) {
        return Optional.of("path.toString() makes a String of a Path.");
      }
      Optional<String> made = type(to).flatMap(type -> made(type, each -> takes(each, from)));
      if (made.isPresent()) {
        return made;
      }
    }
    return Optional.empty();
  }

  private static boolean takes(Method method, String type) {
    return Arrays.stream(method.getParameterTypes())
        .anyMatch(each -> each.getSimpleName().equals(type));
  }

  /** How to make what {@code new} does not. */
  private static Optional<String> made(String creation) {
    String name = creation.replaceFirst("^new\\s+", "").replaceFirst("(?s)\\W.*", "");
    return Help.type(name).flatMap(type -> made(type, each -> true));
  }

  private static Optional<String> made(Class<?> type, Predicate<Method> which) {
    Predicate<Method> makes = each -> type.isAssignableFrom(each.getReturnType());
    List<Method> makers = methods(type, which.and(Suggestion::isStatic));
    // Such as PathProx.recommended(…), which makes an AdaptivePathProx.
    Predicate<Method> isLike =
        each -> each.getReturnType().getSimpleName().endsWith(type.getSimpleName());
    String all = signatures(makers.stream().filter(makes.or(isLike)));
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(type.getSimpleName() + " is made by " + all + ".");
  }

  /** Of a method that was called on its class. */
  private static Optional<String> ofValue(String call) {
    String[] parts = call.split("\\.", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    return Help.type(parts[0])
        .filter(type -> !methods(type, each -> each.getName().equals(parts[1])).isEmpty())
        .filter(type -> methods(type, isStatic(parts[1])).isEmpty())
        .map(type -> ofValue(type, parts[1]));
  }

  private static Predicate<Method> isStatic(String name) {
    return each -> isStatic(each) && each.getName().equals(name);
  }

  private static String ofValue(Class<?> type, String method) {
    String made = made(type, each -> true).map(each -> " " + each).orElse("");
    return "%s is called on a value, not on %s.%s".formatted(method, type.getSimpleName(), made);
  }

  private static boolean isStatic(Method method) {
    return Modifier.isStatic(method.getModifiers());
  }

  /** Public ones, static ones last, none that every object has. */
  private static List<Method> methods(Class<?> type, Predicate<Method> which) {
    Comparator<Method> order = Comparator.comparing(Suggestion::isStatic);
    return Arrays.stream(type.getMethods())
        .filter(each -> each.getDeclaringClass() != Object.class && !each.isSynthetic())
        .filter(each -> !List.of("equals", "hashCode", "toString").contains(each.getName()))
        .filter(which)
        .sorted(order.thenComparing(Method::getName).thenComparing(Suggestion::signature))
        .toList();
  }

  private static String signatures(Stream<Method> methods) {
    return several(methods.map(Suggestion::signature).distinct().toList());
  }

  private static String several(List<String> all) {
    String text = all.stream().limit(MOST_METHODS).collect(Collectors.joining(", "));
    return all.size() > MOST_METHODS ? text + ", …" : text;
  }

  private static String signature(Method method) {
    String types =
        Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", "));
    String owner = isStatic(method) ? method.getDeclaringClass().getSimpleName() + "." : "";
    return owner + method.getName() + "(" + types + ")";
  }

  /** By the full name as the compiler writes it, that of an inner class with a dot too. */
  static Optional<Class<?>> type(String name) {
    if (!name.startsWith("pathprox.")) {
      return Optional.empty();
    }
    return Stream.of(name, name.replaceFirst("\\.(\\w+)$", "\\$$1"))
        .map(Suggestion::loaded)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, Suggestion.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
