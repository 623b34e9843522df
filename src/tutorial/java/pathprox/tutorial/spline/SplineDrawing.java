package pathprox.tutorial.spline;

import java.util.Arrays;
import java.util.stream.IntStream;
import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** Three units of one input, and the chain of lines that they add up to. */
public final class SplineDrawing {
  private static final double[] KNOTS = {-2, 0, 2};
  private static final double[] CHANGES = {1, -2, 1};
  private static final String[] COLORS = {Drawing.BLUE, Drawing.ORANGE, Drawing.GREEN};
  private static final double UNIT = 31; // pixels for 1
  private static final double[] ROWS = {92, 172, 252};

  private SplineDrawing() {}

  /** {@return a network of three units, the hinge of each, and their sum, with a knot a unit} */
  public static Picture ofThreeUnits() {
    Drawing sheet = new Drawing(800, 322);
    sheet.title(20, 30, "A network").title(262, 30, "Its units").title(550, 30, "Their sum");
    network(sheet);
    for (int i = 0; i < KNOTS.length; i++) {
      hinge(sheet, 370, ROWS[i], i);
    }
    sum(sheet, 670, 186);
    return sheet.picture(
        "A network of one input x, three units and one output f. Each unit is two straight lines"
            + " that meet at a knot: 1·max(0, x + 2), −2·max(0, x) and 1·max(0, x − 2). Their sum"
            + " is a chain of straight lines, a peak from −2 to 2, which bends once for each unit,"
            + " at its knot.");
  }

  private static void network(Drawing sheet) {
    for (int i = 0; i < KNOTS.length; i++) {
      double tilt = Math.atan2(ROWS[i] - 172, 83);
      double across = Math.cos(tilt);
      double down = Math.sin(tilt);
      sheet.arrow(
          42 + 15 * across,
          172 + 15 * down,
          125 - 19 * across,
          ROWS[i] - 19 * down,
          Drawing.GRAY,
          1.6);
      sheet.arrow(
          125 + 18 * across,
          ROWS[i] - 18 * down,
          208 - 16 * across,
          172 + 16 * down,
          COLORS[i],
          1.6);
      sheet.circle(125, ROWS[i], 17, "#FFFFFF", COLORS[i]);
      sheet.path(COLORS[i], 2.2, "none", 115, ROWS[i] + 5, 125, ROWS[i] + 5, 134, ROWS[i] - 7);
    }
    sheet.circle(42, 172, 14, Drawing.PALE, Drawing.GRAY).label(42, 177, "x", Drawing.INK);
    sheet.circle(208, 172, 14, Drawing.PALE, Drawing.GRAY).label(208, 177, "f", Drawing.INK);
    sheet.label(66, 104, "w_i, b_i", Drawing.GRAY).label(186, 104, "v_i", Drawing.INK);
    sheet.label(125, 306, "three units", Drawing.INK);
  }

  /** One unit on an axis from −3.2 to 3.2, whose zero is at x. */
  private static void hinge(Drawing sheet, double x, double y, int i) {
    double knot = x + UNIT * KNOTS[i];
    double end = x + UNIT * 3.2;
    double length = Math.min(3.2 - KNOTS[i], 1.55 / Math.abs(CHANGES[i]) * 0.8);
    sheet.line(x - UNIT * 3.2, y, end, y, "#DDDDDD", 1);
    sheet.path(
        COLORS[i],
        2.6,
        "none",
        x - UNIT * 3.2,
        y,
        knot,
        y,
        knot + UNIT * length,
        y - UNIT * length * CHANGES[i]);
    sheet.circle(knot, y, 5, COLORS[i], "#FFFFFF");
    String knots = "knot " + (KNOTS[i] < 0 ? "−2" : KNOTS[i] > 0 ? "2" : "0");
    sheet.label(knot, y + (CHANGES[i] < 0 ? -12 : 21), knots, COLORS[i]);
    String change = CHANGES[i] < 0 ? "slope −2" : "slope +1";
    double beside = knot + UNIT * length + 8;
    if (i == 2) {
      sheet.note(knot - 66, y - 14, change, COLORS[i]);
    } else {
      sheet.note(beside, y - UNIT * length * CHANGES[i] * 0.7 + 4, change, COLORS[i]);
    }
  }

  private static void sum(Drawing sheet, double x, double y) {
    double tall = 1.6 * UNIT;
    double[] corners = {-3.4, 0, -2, 0, 0, 2, 2, 0, 3.4, 0};
    double[] pixels =
        IntStream.range(0, corners.length)
            .mapToDouble(i -> i % 2 == 0 ? x + UNIT * corners[i] : y - tall * corners[i])
            .toArray();
    for (int i = 0; i < KNOTS.length; i++) {
      double knot = x + UNIT * KNOTS[i];
      sheet.dashed(knot, y - (i == 1 ? 2 * tall : 0), knot, y + 42, COLORS[i]);
    }
    sheet.path(Drawing.INK, 2.6, "none", pixels);
    for (int i = 0; i < KNOTS.length; i++) {
      double knot = x + UNIT * KNOTS[i];
      sheet.circle(knot, i == 1 ? y - 2 * tall : y, 6, COLORS[i], "#FFFFFF");
      String change = CHANGES[i] < 0 ? "−2" : "+1";
      sheet.label(knot, y + 60, change, COLORS[i]);
    }
    sheet.label(x, y + 84, "slope changes", Drawing.INK);
    double norm = Arrays.stream(CHANGES).map(Math::abs).sum();
    sheet.label(x, y + 112, "path norm 1 + 2 + 1 = " + (int) norm, Drawing.INK);
  }
}
