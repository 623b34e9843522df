package pathprox.tutorial.balance;

import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** A unit before and after it is rescaled: other arrows, the same function. */
public final class BalanceDrawing {
  private static final double[] INPUTS = {72, 116, 160};
  private static final double[] OUTPUTS = {94, 138};

  private BalanceDrawing() {}

  /**
   * {@return a unit with ‖w‖ = 2 and ‖v‖ = ½, and the same with α = ½, balanced; arrows are as
   * thick as the norms, and the hinge function below is the same}
   */
  public static Picture ofOneUnit() {
    Drawing sheet = new Drawing(700, 330);
    sheet.title(20, 28, "As it was").title(410, 28, "Rescaled by α = ½: balanced");
    unit(sheet, 0, 2, 0.5, "‖w‖ = 2", "‖v‖ = ½");
    unit(sheet, 390, 1, 1, "‖w‖ = 1", "‖v‖ = 1");
    sheet.arrow(316, 116, 386, 116, Drawing.INK, 2);
    sheet.label(351, 84, "αw, αb", Drawing.BLUE).label(351, 104, "v/α", Drawing.ORANGE);
    sheet.label(351, 246, "the same", Drawing.INK).label(351, 264, "function", Drawing.INK);
    return sheet.picture(
        "Left a unit with thick arrows in, of norm 2, and thin arrows out, of norm one half; half"
            + " the squares are 2.125. Right the same unit rescaled by one half: all arrows are of"
            + " norm 1, and half the squares are 1. Below both the same hinge function.");
  }

  private static void unit(Drawing sheet, double x, double w, double v, String in, String out) {
    for (double y : INPUTS) {
      sheet.arrow(x + 55, y, x + 141, 116 + (y - 116) * 0.2, Drawing.BLUE, 2.2 * w);
      sheet.circle(x + 42, y, 10, Drawing.PALE, Drawing.GRAY);
    }
    for (double y : OUTPUTS) {
      sheet.arrow(x + 184, 116 + (y - 116) * 0.3, x + 255, y, Drawing.ORANGE, 2.2 * v);
      sheet.circle(x + 267, y, 10, Drawing.PALE, Drawing.GRAY);
    }
    sheet.circle(x + 163, 116, 20, "#FFFFFF", Drawing.INK);
    sheet.path(Drawing.INK, 2, "none", x + 151, 122, x + 163, 122, x + 175, 108);
    sheet.label(x + 96, 62, in, Drawing.BLUE).label(x + 226, 76, out, Drawing.ORANGE);
    String cost = w == v ? "½(‖w‖² + ‖v‖²) = 1" : "½(‖w‖² + ‖v‖²) = 2.125";
    sheet.label(x + 163, 188, cost, Drawing.INK);
    hinge(sheet, x);
  }

  /** The function of the unit along one direction of the inputs. */
  private static void hinge(Drawing sheet, double x) {
    sheet.line(x + 60, 290, x + 270, 290, Drawing.GRAY, 1);
    sheet.line(x + 165, 300, x + 165, 215, Drawing.GRAY, 1);
    sheet.path(Drawing.INK, 2.5, "none", x + 60, 290, x + 190, 290, x + 265, 220);
    sheet.dashed(x + 190, 290, x + 190, 304, Drawing.INK);
    sheet.label(x + 200, 320, "w·x + b = 0", Drawing.INK);
    sheet.note(x + 62, 236, "v max(0, w·x + b)", Drawing.INK);
  }
}
