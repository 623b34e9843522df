package pathprox.notebook.view;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts as HTML or SVG, whatever letters they hold. */
final class Html {
  private Html() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The text without control characters, cut where it is longer. */
  static String oneLine(String text, int longest) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > longest ? line.substring(0, longest - 1) + "…" : line;
  }

  static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
  }

  static String paragraph(String text) {
    return "<p>" + escaped(text).replace("\n", "<br>") + "</p>\n";
  }

  static String list(List<String> texts) {
    String items = lines(texts.size(), i -> "<li>" + escaped(texts.get(i)) + "</li>");
    return "<ul>\n" + items + "\n</ul>\n";
  }

  static String title(String text) {
    return "<p><b>" + escaped(text) + "</b></p>\n";
  }
}
