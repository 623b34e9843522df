package pathprox.plot;

import java.util.regex.Pattern;

/** Texts in Plotly's small markup: {@code <b>} is bold and {@code &lt;} a less-than sign. */
final class PlotlyMarkup {
  private static final Pattern TAG_OR_ENTITY = Pattern.compile("<[^<>]*>|&[#\\w]+;");

  private PlotlyMarkup() {}

  /** A text escaped for HTML; Plotly itself shows the entities of quotes as they are written. */
  static String fromHtml(String html) {
    return literal(unescape(html.replace("&quot;", "\"").replace("&#39;", "'")));
  }

  /** A text that Plotly shows as it is: escaped where it would take it for markup. */
  static String literal(String text) {
    boolean plain = !TAG_OR_ENTITY.matcher(text).find();
    return plain ? text : text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** What a reader of the figure sees: one line without tags and entities. */
  static String plainText(String markup) {
    return unescape(markup.replace("<br>", " ").replaceAll("</?\\w[^<>]*>", ""));
  }

  private static String unescape(String html) {
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
