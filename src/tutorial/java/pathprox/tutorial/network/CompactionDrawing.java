package pathprox.tutorial.network;

import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** What is taken out of the matrices of a pair with a unit that is zero. */
public final class CompactionDrawing {
  private static final int CELL = 18;
  private static final int UNIT = 2;
  private static final String PALE_BLUE = "#D6E8F4";
  private static final String PALE_ORANGE = "#FBE3D3";
  private static final String OUT = "#DDDDDD";

  private CompactionDrawing() {}

  /** {@return W, b and V before and after unit i, whose v_i is zero, is taken out} */
  public static Picture ofMatrices() {
    Drawing sheet = new Drawing(760, 250);
    sheet.title(20, 30, "Unit i is zero").title(440, 30, "compact()");
    matrices(sheet, 30, 5, UNIT);
    sheet.note(20, 228, "row i of W, entry i of b, column i of V are taken out", Drawing.INK);
    sheet.arrow(352, 112, 410, 112, Drawing.INK, 2.2);
    matrices(sheet, 450, 4, -1);
    sheet.note(440, 228, "smaller matrices, the same outputs", Drawing.INK);
    return sheet.picture(
        "Compaction: of a pair with five units, row i of W, entry i of b and column i of V, which"
            + " is zero, are taken out; what is left are matrices of a pair with four units.");
  }

  private static void matrices(Drawing sheet, double x, int units, int out) {
    double top = 112 - units * CELL / 2.0;
    double bias = x + 7 * CELL + 22;
    double v = bias + CELL + 34;
    for (int unit = 0; unit < units; unit++) {
      boolean isOut = unit == out;
      for (int input = 0; input < 7; input++) {
        cell(sheet, x + input * CELL, top + unit * CELL, isOut ? OUT : PALE_BLUE);
      }
      cell(sheet, bias, top + unit * CELL, isOut ? OUT : PALE_BLUE);
      for (int output = 0; output < 3; output++) {
        cell(sheet, v + unit * CELL, 112 + (output - 1.5) * CELL, isOut ? OUT : PALE_ORANGE);
        if (isOut) {
          sheet.label(v + (unit + 0.5) * CELL, 117 + (output - 1) * CELL, "0", Drawing.INK);
        }
      }
    }
    double below = 190;
    sheet.label(x + 3.5 * CELL, below, "W", Drawing.BLUE).label(bias + 9, below, "b", Drawing.BLUE);
    sheet.label(v + units * CELL / 2.0, below, "V", Drawing.ORANGE);
    if (out >= 0) {
      sheet.label(x + 3.5 * CELL, top + (out + 0.5) * CELL + 5, "w_i", Drawing.INK);
      sheet.label(v + (out + 0.5) * CELL, 112 - 1.5 * CELL - 10, "v_i", Drawing.INK);
    }
  }

  private static void cell(Drawing sheet, double x, double y, String fill) {
    sheet.box(x + 1, y + 1, CELL - 2, CELL - 2, fill, fill);
  }
}
