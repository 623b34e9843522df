package pathprox.notebook.help;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Help in a cell: what a class or method does, and Java for people who know Python. */
public final class Help {
  private static final int MOST_NAMES = 5;
  private static final int SAFE_PART = 6; // letters
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
          new Phrase("x = 3.0", "var x = 3.0;"),
          new Phrase("print(f\"{x:.3f}\")", "System.out.printf(\"%.3f%n\", x);"),
          new Phrase("x  # the last line is shown", "x  // without a semicolon"),
          new Phrase("[1.0, 2.0]", "List.of(1.0, 2.0) or new double[] {1.0, 2.0}"),
          new Phrase("data.shape", "data.features().shape(), data.size(), data.inputs()"),
          new Phrase("for x in values:", "for (var x : values) { ... }"),
          new Phrase("[f(x) for x in values]", "values.stream().map(x -> f(x)).toList()"),
          new Phrase("PathProx(1e-3, momentum=0.9)", "PathProx.of(1e-3).withMomentum(0.9)"),
          new Phrase("not a, a and b, s == t (texts)", "!a, a && b, s.equals(t)"),
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
    return isPart(name, asked) || distance(name, asked) <= Math.max(1, asked.length() / 3);
  }

  /** A short part counts only where a word of the name begins: checkpoint is not like point. */
  private static boolean isPart(String name, String asked) {
    String small = asked.toLowerCase(Locale.ROOT);
    if (small.length() < 3) {
      return false;
    }
    int place = name.toLowerCase(Locale.ROOT).indexOf(small);
    String word = Character.toUpperCase(small.charAt(0)) + small.substring(1);
    return place == 0 || name.contains(word) || place > 0 && small.length() >= SAFE_PART;
  }

  /** Levenshtein's distance, whatever the case of the letters; swapped neighbors cost 1 too. */
  static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[][] costs = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cost(a, b, i, j, costs);
      }
    }
    return costs[a.length()][b.length()];
  }

  /** Of the first {@code i} letters of one and {@code j} of the other. */
  private static int cost(String a, String b, int i, int j, int[][] costs) {
    int changed = costs[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int cost = Math.min(changed, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
    boolean isSwap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isSwap ? Math.min(cost, 1 + costs[i - 2][j - 2]) : cost;
  }
}
