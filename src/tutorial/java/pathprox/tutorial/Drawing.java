package pathprox.tutorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import pathprox.plot.Picture;

/**
 * A sheet to draw on: boxes, circles, arrows and labels, in pixels from the upper left, on a white
 * card, which reads on a light page and on a dark one. In labels, {@code w_i} is a w with a small
 * i. Each method draws on top of what is there and returns the sheet.
 */
public final class Drawing {
  /** Lines and words. */
  public static final String INK = "#222222";

  /** What is there and does not count. */
  public static final String GRAY = "#9A9A9A";

  /** The inside of what does not count. */
  public static final String PALE = "#F2F2F2";

  /** What leads into a unit, and PathProx, as in the charts. */
  public static final String BLUE = "#0072B2";

  /** What leads out of a unit, and weight decay. */
  public static final String ORANGE = "#D55E00";

  /** The recommended method. */
  public static final String GREEN = "#009E73";

  private static final Pattern INDEX = Pattern.compile("([\\p{L}’′])_(\\w)");

  private final int width;
  private final int height;
  private final List<String> elements = new ArrayList<>();

  /** An empty sheet of {@code width} × {@code height} pixels. */
  public Drawing(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * {@return this sheet with a box from {@code x}, {@code y}, {@code across} × {@code down} pixels,
   * {@code fill} inside and {@code edge} around}
   */
  public Drawing box(double x, double y, double across, double down, String fill, String edge) {
    return add(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='6' fill='%s' stroke='%s'"
            + " stroke-width='1.5'/>",
        x, y, across, down, fill, edge);
  }

  /**
   * {@return this sheet with a circle of {@code radius} pixels around {@code x}, {@code y}, {@code
   * fill} inside and {@code edge} around}
   */
  public Drawing circle(double x, double y, double radius, String fill, String edge) {
    return add(
        "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s' stroke='%s' stroke-width='1.5'/>",
        x, y, radius, fill, edge);
  }

  /**
   * {@return this sheet with a line from {@code x1}, {@code y1} to {@code x2}, {@code y2} of {@code
   * color} and {@code thickness} in pixels}
   */
  public Drawing line(double x1, double y1, double x2, double y2, String color, double thickness) {
    return add(
        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%.1f'/>",
        x1, y1, x2, y2, color, thickness);
  }

  /**
   * {@return this sheet with a dashed line from {@code x1}, {@code y1} to {@code x2}, {@code y2} of
   * {@code color}}
   */
  public Drawing dashed(double x1, double y1, double x2, double y2, String color) {
    return add(
        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='1.5'"
            + " stroke-dasharray='5 4'/>",
        x1, y1, x2, y2, color);
  }

  /**
   * {@return this sheet with a line from {@code x1}, {@code y1} to {@code x2}, {@code y2} of {@code
   * color} and {@code thickness} that has a head at its end} The head is a path and no marker, as
   * some viewers drop those.
   */
  public Drawing arrow(double x1, double y1, double x2, double y2, String color, double thickness) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    double along = (x2 - x1) / length;
    double down = (y2 - y1) / length;
    double head = 5 + 2 * thickness;
    double neckX = x2 - head * along;
    double neckY = y2 - head * down;
    double side = head / 2;
    line(x1, y1, neckX, neckY, color, thickness);
    return add(
        "<path d='M%.1f %.1f L%.1f %.1f L%.1f %.1f Z' fill='%s'/>",
        x2,
        y2,
        neckX - side * down,
        neckY + side * along,
        neckX + side * down,
        neckY - side * along,
        color);
  }

  /**
   * {@return this sheet with a line of {@code corners}, x and y in turn, of {@code color} and
   * {@code thickness}, filled if {@code fill} is a color and not "none"}
   */
  public Drawing path(String color, double thickness, String fill, double... corners) {
    StringBuilder way = new StringBuilder();
    for (int i = 0; i < corners.length; i += 2) {
      way.append(
          String.format(
              Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : " L", corners[i], corners[i + 1]));
    }
    return add(
        "<path d='%s' fill='%s' stroke='%s' stroke-width='%.1f' stroke-linejoin='round'/>",
        way, fill, color, thickness);
  }

  /** {@return this sheet with a {@code text} of {@code color} around {@code x}, above {@code y}} */
  public Drawing label(double x, double y, String text, String color) {
    return text(x, y, text, color, "middle", 14, false);
  }

  /**
   * {@return this sheet with a {@code text} of {@code color} from {@code x} to the right, above
   * {@code y}}
   */
  public Drawing note(double x, double y, String text, String color) {
    return text(x, y, text, color, "start", 13, false);
  }

  /** {@return this sheet with a bold {@code text} from {@code x} to the right, above {@code y}} */
  public Drawing title(double x, double y, String text) {
    return text(x, y, text, INK, "start", 15, true);
  }

  private Drawing text(
      double x, double y, String text, String color, String anchor, int size, boolean bold) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    String indexed =
        INDEX
            .matcher(escaped)
            .replaceAll(
                "<tspan font-style='italic'>$1</tspan><tspan font-size='70%' dy='3'>$2</tspan>"
                    + "<tspan dy='-3'>\u200b</tspan>");
    return add(
        "<text x='%.1f' y='%.1f' text-anchor='%s' font-size='%d' fill='%s'%s>%s</text>",
        x, y, anchor, size, color, bold ? " font-weight='bold'" : "", indexed);
  }

  private Drawing add(String form, Object... parts) {
    elements.add(String.format(Locale.ROOT, form, parts).replace('\'', '"'));
    return this;
  }

  /** {@return the drawing, with what it shows in {@code words} for those who do not see it} */
  public Picture picture(String words) {
    String start =
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s\" width=\"%d\""
                + " height=\"%d\" viewBox=\"0 0 %2$d %3$d\" font-family=\"Arial, Helvetica,"
                + " Liberation Sans, sans-serif\" style=\"max-width:100%%;height:auto\">",
            words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"),
            width,
            height);
    String card = "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#FFFFFF\"/>";
    return new Picture(
        start
            + "\n"
            + String.format(Locale.ROOT, card, width, height)
            + "\n"
            + String.join("\n", elements)
            + "\n</svg>",
        words);
  }
}
