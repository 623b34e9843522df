package pathprox.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.notebook.help.Help;

/**
 * What may follow, the library's classes first. JupyterLab brings names into an order of its own,
 * by where in a label the typed letters are: a class of the JDK that is imported is labeled with
 * its package then, and inserted without.
 */
record Completion(List<String> labels, List<String> texts) {
  private static final List<String> PACKAGES =
      List.of(
          "java.lang.",
          "java.util.",
          "java.io.",
          "java.math.",
          "java.net.",
          "java.nio.file.",
          "java.util.concurrent.",
          "java.util.prefs.",
          "java.util.regex.",
          "java.util.stream.");

  static Completion of(List<String> names) {
    List<String> texts = new ArrayList<>(names);
    texts.sort(Comparator.comparing(name -> !isOfLibrary(name)));
    if (texts.isEmpty() || !isOfLibrary(texts.get(0))) {
      return new Completion(texts, texts);
    }
    return new Completion(texts.stream().map(Completion::label).toList(), texts);
  }

  private static boolean isOfLibrary(String name) {
    return Help.knows(simple(name));
  }

  /** Without what is to follow a name, such as a parenthesis. */
  private static String simple(String name) {
    return name.replaceAll("\\W.*", "");
  }

  private static String label(String name) {
    if (isOfLibrary(name)) {
      return name;
    }
    return PACKAGES.stream()
        .filter(start -> isClass(start + simple(name)))
        .findFirst()
        .map(start -> start + name)
        .orElse(name);
  }

  private static boolean isClass(String name) {
    try {
      Class.forName(name, false, null);
      return true;
    } catch (ClassNotFoundException | LinkageError e) { // a name in other letters is an error
      return false;
    }
  }

  /** What is inserted, and its kind, as Jupyter's front ends take it since IPython 6. */
  Map<String, Object> metadata(int from, int to) {
    List<Map<String, Object>> types =
        IntStream.range(0, texts.size()).mapToObj(i -> type(texts.get(i), from, to)).toList();
    return Map.of("_jupyter_types_experimental", types);
  }

  private static Map<String, Object> type(String text, int from, int to) {
    boolean isClass = text.matches("\\p{Lu}.*");
    String kind = text.contains("(") ? "function" : isClass ? "class" : "instance";
    return Map.of("text", text, "type", kind, "start", from, "end", to);
  }
}
