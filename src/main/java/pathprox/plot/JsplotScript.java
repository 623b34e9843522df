package pathprox.plot;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;

/**
 * Reads the JavaScript that jsplot emits for a trace or a layout.
 *
 * <p>Text in double quotes is escaped for JavaScript; text in single quotes is escaped for HTML
 * instead, so that a backslash or a line break stands there as itself.
 */
final class JsplotScript {
  private JsplotScript() {}

  /**
   * Reads the object that a script assigns to a variable.
   *
   * @param script such as {@code var trace0 = {…};}
   * @return the object as a new map
   * @throws IllegalArgumentException if the script holds no object or cannot be read
   */
  static Map<String, Object> object(String script) {
    int start = script.indexOf('{');
    int end = script.lastIndexOf('}') + 1;
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("jsplot emitted no object: " + script);
    }
    return PlotlyWords.of(doubleQuoted(script.substring(start, end)));
  }

  private static String doubleQuoted(String script) {
    StringBuilder json = new StringBuilder(script.length());
    int i = 0;
    while (i < script.length()) {
      char c = script.charAt(i);
      int end = c == '\'' || c == '"' ? endOfText(script, i) : i + 1;
      if (c == '\'') {
        json.append('"');
        String text = PlotlyMarkup.fromHtml(script.substring(i + 1, end - 1));
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
      } else {
        json.append(script, i, end);
      }
      i = end;
    }
    return json.toString();
  }

  /** Finds the place after the closing quote; a backslash escapes in double quotes only. */
  private static int endOfText(String script, int start) {
    char quote = script.charAt(start);
    for (int i = start + 1; i < script.length(); i++) {
      char c = script.charAt(i);
      if (c == quote) {
        return i + 1;
      }
      if (c == '\\' && quote == '"') {
        i++;
      }
    }
    throw new IllegalArgumentException(
        "jsplot emitted a text without end: " + script.substring(start));
  }
}
