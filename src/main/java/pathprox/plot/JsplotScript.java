package pathprox.plot;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the JavaScript that jsplot emits for a trace or a layout.
 *
 * <p>Text in double quotes is escaped for JavaScript; text in single quotes is escaped for HTML
 * instead, so that a backslash or a line break stands there as itself.
 */
final class JsplotScript {
  private static final Pattern TEXT =
      Pattern.compile("'([^']*)'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"", Pattern.DOTALL);

  private JsplotScript() {}

  /**
   * Reads the object that a script assigns to a variable, such as {@code var trace0 = {…};}.
   *
   * @throws IllegalArgumentException if the script holds no object or cannot be read
   */
  static Map<String, Object> object(String script) {
    int start = script.indexOf('{');
    int end = script.lastIndexOf('}') + 1;
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("jsplot emitted no object: " + script);
    }
    Matcher texts = TEXT.matcher(script.substring(start, end));
    return PlotlyWords.of(texts.replaceAll(JsplotScript::doubleQuoted));
  }

  private static String doubleQuoted(MatchResult text) {
    String html = text.group(1);
    return Matcher.quoteReplacement(
        html == null
            ? text.group()
            : '"'
                + new String(
                    JsonStringEncoder.getInstance().quoteAsString(PlotlyMarkup.fromHtml(html)))
                + '"');
  }
}
