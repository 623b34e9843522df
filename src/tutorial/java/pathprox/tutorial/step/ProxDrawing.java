package pathprox.tutorial.step;

import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** What a square, a norm, and the norm of a whole vector take in one proximal step. */
public final class ProxDrawing {
  private static final double SCALE = 52; // pixels for 1, in the plane
  private static final double LEFT = 500;
  private static final double GROUND = 236;

  private ProxDrawing() {}

  /**
   * {@return three numbers before and after a step: the square takes a share of each, the norm the
   * same amount; beside them two vectors, of which one is shortened and one becomes 0}
   */
  public static Picture ofShareAndAmount() {
    Drawing sheet = new Drawing(760, 286);
    sheet.title(20, 28, "A square takes a share");
    sheet.title(245, 28, "A norm takes an amount");
    sheet.title(480, 28, "A vector keeps its direction");
    bars(sheet, 20, Drawing.ORANGE, 0.7, 0);
    bars(sheet, 245, Drawing.BLUE, 1, 42);
    sheet.note(20, 266, "shorter by 30 %, never 0", Drawing.INK);
    sheet.note(245, 266, "shorter by γλ, or exactly 0", Drawing.INK);
    plane(sheet);
    return sheet.picture(
        "Left: three bars, each shortened by the same share; none is zero. Middle: the same bars,"
            + " each shortened by the same amount; the shortest is zero. Right: a long arrow in the"
            + " plane, shortened by γλ in its direction, and a short one within the circle of"
            + " radius γλ, which becomes zero.");
  }

  /** Three pairs of bars: before, pale, and after. */
  private static void bars(Drawing sheet, double x, String color, double share, double amount) {
    double[] lengths = {170, 96, 30};
    for (int i = 0; i < lengths.length; i++) {
      double y = 54 + 66 * i;
      double left = Math.max(0, share * lengths[i] - amount);
      sheet.box(x, y, lengths[i], 18, Drawing.PALE, Drawing.GRAY);
      if (left > 0) {
        sheet.box(x, y + 22, left, 18, color, color);
      } else {
        sheet.note(x + 2, y + 37, "0", color);
      }
    }
  }

  private static void plane(Drawing sheet) {
    sheet.circle(LEFT, GROUND, SCALE, "#FFFFFF", Drawing.GRAY);
    sheet.box(LEFT - SCALE - 3, GROUND + 1, 2 * SCALE + 6, SCALE + 3, "#FFFFFF", "#FFFFFF");
    sheet.box(LEFT - SCALE - 3, GROUND - SCALE - 3, SCALE + 2, SCALE + 6, "#FFFFFF", "#FFFFFF");
    sheet.line(LEFT, GROUND, 745, GROUND, Drawing.GRAY, 1);
    sheet.line(LEFT, GROUND, LEFT, 52, Drawing.GRAY, 1);
    sheet.arrow(LEFT, GROUND, at(4), over(3), Drawing.GRAY, 2);
    sheet.arrow(LEFT, GROUND, at(3.2), over(2.4), Drawing.BLUE, 3);
    sheet.arrow(LEFT, GROUND, at(0.3), over(0.7), Drawing.GRAY, 2);
    sheet.circle(LEFT, GROUND, 5, Drawing.BLUE, Drawing.BLUE);
    sheet.label(at(4) + 8, over(3) - 8, "v", Drawing.GRAY);
    sheet.label(at(3.2) + 22, over(2.4) + 16, "after", Drawing.BLUE);
    sheet.label(at(0.3) + 16, over(0.7) - 22, "u", Drawing.GRAY);
    sheet.label(at(1) + 10, GROUND + 18, "γλ", Drawing.INK);
    sheet.note(592, 266, "u, within γλ, becomes 0", Drawing.INK);
  }

  private static double at(double x) {
    return LEFT + SCALE * x;
  }

  private static double over(double y) {
    return GROUND - SCALE * y;
  }
}
