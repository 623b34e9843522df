package pathprox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a line is drawn: color, dashes and markers differ together, so that a figure reads in gray.
 * The colors are those of Okabe and Ito, "Color universal design" (2008).
 *
 * @param color a color in hexadecimal
 * @param dash the dashes of the line, in Plotly's words
 * @param symbol the shape of its markers, in Plotly's words
 */
public record LineStyle(String color, String dash, String symbol) {
  private static final LineStyle PATH_PROX = new LineStyle("#0072B2", "solid", "circle");
  private static final LineStyle WEIGHT_DECAY = new LineStyle("#D55E00", "dash", "square");
  private static final LineStyle RECOMMENDED = new LineStyle("#009E73", "dot", "diamond");
  private static final List<LineStyle> OTHERS =
      List.of(
          new LineStyle("#CC79A7", "dashdot", "triangle-up"),
          new LineStyle("#E69F00", "longdash", "triangle-down"),
          new LineStyle("#56B4E9", "longdashdot", "cross"),
          new LineStyle("#222222", "solid", "x"));

  /**
   * {@return a style for each of {@code names}: the first "PathProx…", the first of these that is
   * recommended and the first "weight decay…" look the same in every figure; others take turns}
   */
  public static List<LineStyle> forNames(List<String> names) {
    List<LineStyle> styles = new ArrayList<>();
    int others = 0;
    for (String name : names) {
      LineStyle own = ownStyle(name);
      if (own == null || styles.contains(own)) {
        own = OTHERS.get(others++ % OTHERS.size());
      }
      styles.add(own);
    }
    return styles;
  }

  /** {@return the color with {@code opacity}, from 0 to 1, for an area, in Plotly's words} */
  public String pale(double opacity) {
    return pale(color, opacity);
  }

  static String pale(String color, double opacity) {
    int rgb = Integer.parseInt(color.substring(1), 16);
    return "rgba(%s, %s, %s, %s)".formatted(rgb >> 16, rgb >> 8 & 255, rgb & 255, opacity);
  }

  private static LineStyle ownStyle(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("pathprox")) {
      return lower.contains("recommended") ? RECOMMENDED : PATH_PROX;
    }
    return lower.startsWith("weight decay") ? WEIGHT_DECAY : null;
  }
}
