package pathprox.notebook.help;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Help in a cell: what a class or method does, and Java for people who know Python. */
public final class Help {
  private static final int MOST_NAMES = 5;
  private static final String NO_SOURCES =
      "<p>This Java has no compiler, which reads the documentation: a JDK has one.</p>";

  private Help() {}

  /** Read when the first help is wanted. */
  private static final class Library {
    static final Sources SOURCES = Sources.ofLibrary();
  }

  /** A line of Python, and the same in Java. */
  private record Phrase(String python, String java) {
    String row() {
      return "<tr><td><code>%s</code></td><td><code>%s</code></td></tr>"
          .formatted(JavadocHtml.escaped(python), JavadocHtml.escaped(java));
    }
  }

  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase("x = 3", "var x = 3;"),
          new Phrase("print(f\"{x:.3f}\")", "System.out.printf(\"%.3f%n\", x);"),
          new Phrase("x  # the last line is shown", "x  // without a semicolon"),
          new Phrase("[1.0, 2.0]", "List.of(1.0, 2.0) or new double[] {1.0, 2.0}"),
          new Phrase("np.array([1.0, 2.0])", "Nd4j.createFromArray(1.0, 2.0)"),
          new Phrase("data.shape", "data.features().shape(), data.size(), data.inputs()"),
          new Phrase("for x in values:", "for (var x : values) { ... }"),
          new Phrase("[f(x) for x in values]", "values.stream().map(x -> f(x)).toList()"),
          new Phrase("PathProx(1e-3, momentum=0.9)", "PathProx.of(1e-3).withMomentum(0.9)"),
          new Phrase("a == b (texts)", "a.equals(b)"),
          new Phrase("help(PathProx)", "doc(\"PathProx\"), doc(\"PathProx.recommended\")"));

  /** {@return Java for people who know Python, in a table of a few lines} */
  public static HelpPage help() {
    String rows = PHRASES.stream().map(Phrase::row).collect(Collectors.joining("\n"));
    return HelpPage.of(
        """
        <p><b>Java for people who know Python</b></p>
        <table><tr><th>Python</th><th>Java</th></tr>
        %s
        </table>
        <p>The classes of the library need no import. Values do not change: a method named
        <code>with…</code> returns a changed copy. <code>diagnostics()</code> says what this kernel
        runs on; <code>doc("Trainer")</code> shows a class, Shift-Tab in a name its signature.</p>
        """
            .formatted(rows));
  }

  /** {@return the documentation of {@code type}, one of the library's classes} */
  public static HelpPage doc(Class<?> type) {
    return doc(type.getCanonicalName());
  }

  /**
   * {@return the documentation of {@code name}: a class of the library, such as {@code PathProx},
   * or a method, such as {@code PathProx.recommended}, or names that are like it if there is none}
   */
  public static HelpPage doc(String name) {
    if (!Sources.canRead()) {
      return HelpPage.of(NO_SOURCES);
    }
    Sources sources = Library.SOURCES;
    String simple = name.strip().replaceAll("^(pathprox\\.)?([a-z0-9]+\\.)*|\\(.*", "");
    String[] parts = simple.split("\\.", 2);
    return sources
        .named(parts[0])
        .map(source -> parts.length == 1 ? source.page() : source.page(parts[1]))
        .orElseGet(() -> unknown("class", name, parts[0], sources.names()));
  }

  /** {@return whether {@code name} is a public class of the library} */
  public static boolean knows(String name) {
    return Library.SOURCES.has(name);
  }

  static List<String> types() {
    return Library.SOURCES.names();
  }

  /** The public class of the library that has the simple name {@code name}. */
  static Optional<Class<?>> type(String name) {
    return Library.SOURCES.fullName(name).flatMap(Suggestion::type);
  }

  /** What to say of a name that is not there. */
  static HelpPage unknown(String kind, String asked, String name, List<String> names) {
    List<String> near =
        near(name, names).stream().map(each -> "<code>" + each + "</code>").toList();
    String cure = near.isEmpty() ? "" : " Perhaps " + String.join(", ", near) + "?";
    return HelpPage.of(
        "<p>There is no %s <code>%s</code> in the library.%s</p>"
            .formatted(kind, JavadocHtml.escaped(asked), cure));
  }

  /** Those of {@code names} that may be meant by {@code name}, the likeliest first. */
  static List<String> near(String name, List<String> names) {
    return names.stream()
        .distinct()
        .filter(each -> isNear(each, name))
        .sorted(Comparator.comparing(each -> distance(each, name)))
        .limit(MOST_NAMES)
        .toList();
  }

  private static boolean isNear(String name, String asked) {
    String small = asked.toLowerCase(Locale.ROOT);
    boolean isPart = small.length() > 2 && name.toLowerCase(Locale.ROOT).contains(small);
    return isPart || distance(name, asked) <= Math.max(1, asked.length() / 3);
  }

  /** Levenshtein's distance, whatever the case of the letters. */
  static int distance(String a, String b) {
    int[] costs = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      costs[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = costs[0];
      costs[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        char left = Character.toLowerCase(a.charAt(i - 1));
        char right = Character.toLowerCase(b.charAt(j - 1));
        int changed = diagonal + (left == right ? 0 : 1);
        diagonal = costs[j];
        costs[j] = Math.min(changed, 1 + Math.min(costs[j], costs[j - 1]));
      }
    }
    return costs[b.length()];
  }
}
