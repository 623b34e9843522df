package pathprox.plot;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.Trace;

/** Translates jsplot's dialect, numbers in quotes and titles as strings, into today's Plotly. */
final class JsplotFigure {
  // In double quotes escaped for JavaScript; in single ones for HTML, a backslash being itself.
  private static final Pattern QUOTED =
      Pattern.compile("'([^']*)'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"", Pattern.DOTALL);
  // What is text even where it looks like a number.
  private static final Pattern TEXT =
      Pattern.compile("ids|labels|legendgroup|name|text|tickformat|tickprefix|ticksuffix|ticktext");
  // What may be true or false, or a word.
  private static final Set<String> FLAGS = Set.of("autorange", "hovermode", "visible");
  // As Java writes numbers; with a leading zero, as in 02, it is a label.
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?(E-?\\d+)?|-?Infinity|NaN|null");

  private JsplotFigure() {}

  static Chart chart(Figure figure) {
    Map<String, Object> layout = new LinkedHashMap<>();
    // Numbers come unquoted from here; what still is a string is a label or a date.
    layout.put("autotypenumbers", "strict");
    if (figure.getLayout() != null) {
      layout.putAll(object(script(figure.getLayout().asJavascript())));
    }
    List<Map<String, Object>> data = new ArrayList<>();
    for (Trace trace : figure.getTraces()) {
      data.add(trace(script(trace.asJavascript(data.size())), layout));
    }
    return new Chart(data, layout);
  }

  /** Reads the object that a script assigns to a variable, such as {@code var trace0 = {…};}. */
  static Map<String, Object> script(String script) {
    int start = script.indexOf('{');
    int end = script.lastIndexOf('}') + 1;
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("jsplot emitted no object: " + script);
    }
    Matcher texts = QUOTED.matcher(script.substring(start, end));
    return PlotlyWords.of(texts.replaceAll(JsplotFigure::doubleQuoted));
  }

  private static String doubleQuoted(MatchResult quoted) {
    String html = quoted.group(1);
    if (html == null) {
      return Matcher.quoteReplacement(quoted.group());
    }
    char[] text = JsonStringEncoder.getInstance().quoteAsString(PlotlyMarkup.fromHtml(html));
    return Matcher.quoteReplacement('"' + new String(text) + '"');
  }

  private static Map<String, Object> trace(Map<String, Object> raw, Map<String, Object> layout) {
    Map<String, Object> trace = object(raw);
    for (String letter : List.of("x", "y")) {
      Object reference = raw.getOrDefault(letter + "axis", letter);
      Object axis = layout.get(letter + "axis" + reference.toString().substring(1));
      if (axis instanceof Map<?, ?> map && "category".equals(map.get("type"))) {
        trace.computeIfPresent(letter, (key, numbers) -> raw.get(key));
      }
    }
    return trace;
  }

  private static Map<String, Object> object(Map<?, ?> raw) {
    Map<String, Object> object = new LinkedHashMap<>();
    raw.forEach((key, value) -> object.put((String) key, value((String) key, value)));
    Object font = object.remove("titlefont");
    return font == null ? object : PlainValues.merge(object, Map.of("title", Map.of("font", font)));
  }

  private static Object value(String key, Object raw) {
    if (raw instanceof Map<?, ?> map) {
      return object(map);
    }
    if (TEXT.matcher(key).matches()) {
      return raw;
    }
    if (raw instanceof List<?> list) {
      return list(key, list);
    }
    if (key.equals("title")) {
      return new LinkedHashMap<>(Map.of("text", raw));
    }
    if (FLAGS.contains(key) && raw instanceof String text && text.matches("(?i)true|false")) {
      return Boolean.valueOf(text);
    }
    return isNumber(raw) ? number(raw) : raw;
  }

  private static List<?> list(String key, List<?> raw) {
    return raw.stream().allMatch(JsplotFigure::isNumber)
        ? raw.stream().map(JsplotFigure::number).toList()
        : raw.stream().map(item -> item instanceof String ? item : value(key, item)).toList();
  }

  private static boolean isNumber(Object raw) {
    return raw == null
        || raw instanceof Number
        || raw instanceof String text && NUMBER.matcher(text).matches();
  }

  private static Number number(Object raw) {
    if (raw instanceof String text) {
      return text.equals("null") ? null : Double.valueOf(text);
    }
    return (Number) raw;
  }
}
