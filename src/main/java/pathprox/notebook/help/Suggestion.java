package pathprox.notebook.help;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
    return PythonHabits.inCode(source).or(() -> inJava(message, source, start, end));
  }

  private static Optional<String> inJava(String message, String source, int start, int end) {
    String marked = source.substring(start, end);
    Matcher symbol = NO_SYMBOL.matcher(message);
    if (symbol.matches()) {
      String name = symbol.group(1);
      String owner = symbol.group(2);
      boolean isAlone = owner == null && marked.equals(name);
      return isAlone
          ? name(name, source.substring(0, start), source.substring(end))
          : Optional.ofNullable(owner).flatMap(Suggestion::type).map(type -> member(type, name));
    }
    Matcher access = NO_ACCESS.matcher(message);
    if (access.matches()) {
      return type(access.group(2)).map(type -> member(type, access.group(1)));
    }
    return PythonHabits.inSyntax(message, source.substring(start))
        .or(() -> conversion(message))
        .or(() -> marked.startsWith("new ") ? made(marked) : ofValue(marked));
  }

  /**
   * {@return a line for what a declaration uses and JShell waits for, empty if it may still come}
   *
   * @param dependency the kind and the name, such as {@code class Tranier}
   */
  public static Optional<String> ofUnresolved(String dependency) {
    String kind = dependency.replaceFirst(" .*", "");
    String name = dependency.replaceFirst("(?s)^\\w+ (\\w+).*", "$1");
    return PythonHabits.named(name).or(() -> unresolved(kind, name));
  }

  private static Optional<String> unresolved(String kind, String name) {
    if (Help.knows(name)) {
      return kind.equals("method") ? made(name) : Optional.of(ofClass(name, kind.equals("class")));
    }
    if (!kind.equals("class") && !name.matches("[A-Z]\\w*[a-z]\\w*")) {
      return Optional.empty();
    }
    List<String> near = Help.near(name, Help.types());
    String cure = near.isEmpty() ? "." : ": perhaps " + String.join(", ", near) + "?";
    return Optional.of("There is no class " + name + " yet" + cure);
  }

  /** Of a name that stands alone, between what is before and after it. */
  private static Optional<String> name(String name, String before, String rest) {
    return rest.matches("(?s)\\s*=[^=].*")
        ? PythonHabits.assigned(name, before)
        : PythonHabits.named(name).or(() -> likely(name, rest));
  }

  private static Optional<String> likely(String name, String rest) {
    if (Help.knows(name)) {
      boolean isType = rest.matches("(?s)\\s*[.<:\\w].*");
      return rest.startsWith("(") ? made(name) : Optional.of(ofClass(name, isType));
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

  /** A method that changes {@code property}, rather of a class that the code names. */
  static Optional<String> withMethod(String property, String code) {
    return Help.types().stream()
        .sorted(Comparator.comparing(each -> !code.contains(each)))
        .flatMap(each -> Help.type(each).stream())
        .flatMap(type -> methods(type, each -> !isStatic(each)).stream())
        .filter(each -> each.getName().equalsIgnoreCase("with" + property))
        .map(each -> signature(each) + " of " + owner(each))
        .findFirst();
  }

  /** A class where a value was expected, or one that is not imported. */
  private static String ofClass(String name, boolean isType) {
    String inPackage = Help.type(name).map(Class::getPackageName).orElse("");
    return isType && !inPackage.isEmpty()
        ? "%s is not imported: import %s.%s;".formatted(name, inPackage, name)
        : "%s is a class: doc(\"%s\") explains it.".formatted(name, name);
  }

  private static String member(Class<?> type, String name) {
    String simple = type.getSimpleName();
    List<Method> methods = methods(type, each -> true);
    String same = signatures(methods.stream().filter(each -> each.getName().equals(name)));
    if (!same.isEmpty()) {
      return "%s is a method of %s: %s".formatted(name, simple, same);
    }
    List<String> names = methods.stream().map(Method::getName).distinct().toList();
    List<String> wanted = new ArrayList<>(PythonHabits.methods(name));
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

  private static boolean takes(Executable method, String type) {
    return Arrays.stream(method.getParameterTypes())
        .anyMatch(each -> each.getSimpleName().equals(type));
  }

  /** How to make what {@code new} does not. */
  private static Optional<String> made(String creation) {
    String name = creation.replaceFirst("^new\\s+", "").replaceFirst("(?s)\\W.*", "");
    return Help.type(name).flatMap(type -> made(type, each -> true));
  }

  private static Optional<String> made(Class<?> type, Predicate<Executable> which) {
    Predicate<Method> makes = each -> type.isAssignableFrom(each.getReturnType());
    List<Method> makers = methods(type, each -> isStatic(each) && which.test(each));
    // Such as PathProx.recommended(…), which makes an AdaptivePathProx.
    Predicate<Method> isLike =
        each -> each.getReturnType().getSimpleName().endsWith(type.getSimpleName());
    String all = signatures(makers.stream().filter(makes.or(isLike)));
    String how = all.isEmpty() ? constructors(type, which) : all;
    return how.isEmpty()
        ? Optional.empty()
        : Optional.of(type.getSimpleName() + " is made by " + how + ".");
  }

  private static String constructors(Class<?> type, Predicate<Executable> which) {
    return Modifier.isAbstract(type.getModifiers())
        ? ""
        : signatures(Arrays.stream(type.getConstructors()).filter(which));
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

  private static boolean isStatic(Executable method) {
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

  private static String signatures(Stream<? extends Executable> methods) {
    return several(methods.map(Suggestion::signature).distinct().toList());
  }

  private static String several(List<String> all) {
    String text = all.stream().limit(MOST_METHODS).collect(Collectors.joining(", "));
    return all.size() > MOST_METHODS ? text + ", …" : text;
  }

  private static String signature(Executable method) {
    String types =
        Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
    if (method instanceof Constructor) {
      return "new " + owner(method) + types;
    }
    return (isStatic(method) ? owner(method) + "." : "") + method.getName() + types;
  }

  private static String owner(Executable method) {
    return method.getDeclaringClass().getSimpleName();
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
