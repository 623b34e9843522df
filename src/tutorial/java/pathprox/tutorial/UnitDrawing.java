package pathprox.tutorial;

import pathprox.plot.Picture;

/** A unit between two layers, and the pair of layers that it belongs to. */
public final class UnitDrawing {
  private static final double[] INPUTS = {66, 110, 154, 198};
  private static final double[] UNITS = {60, 106, 158, 204};
  private static final double[] OUTPUTS = {88, 132, 176};

  private UnitDrawing() {}

  /** {@return a unit with its weights w_i in and v_i out, and its pair with one unit at zero} */
  public static Picture ofUnitAndPair() {
    Drawing sheet = new Drawing(700, 262);
    sheet.title(20, 28, "A unit").title(370, 28, "A pair of layers");
    double[] all = {66, 110, 154, 198};
    for (double y : all) {
      sheet.arrow(62, y, 150, 132 + (y - 132) * 0.12, Drawing.BLUE, 1.6);
      sheet.circle(50, y, 11, Drawing.PALE, Drawing.GRAY);
    }
    for (double y : OUTPUTS) {
      sheet.arrow(190, 132 + (y - 132) * 0.2, 277, y, Drawing.ORANGE, 1.6);
      sheet.circle(290, y, 11, Drawing.PALE, Drawing.GRAY);
    }
    sheet.circle(170, 132, 21, "#FFFFFF", Drawing.INK);
    sheet.path(Drawing.INK, 2, "none", 157, 138, 170, 138, 182, 123);
    sheet.label(104, 72, "w_i, b_i", Drawing.BLUE).label(238, 86, "v_i", Drawing.ORANGE);
    sheet.label(170, 180, "unit i", Drawing.INK);
    sheet.label(50, 232, "inputs x", Drawing.INK).label(290, 214, "outputs", Drawing.INK);
    sheet.label(170, 252, "v_i max(0, w_i·x + b_i)", Drawing.INK);
    pair(sheet);
    return sheet.picture(
        "A unit: arrows w_i lead from the inputs into it, arrows v_i from it to the outputs. A pair:"
            + " two layers of weights with four units between them; one unit is at zero, and"
            + " nothing leads out of it.");
  }

  private static void pair(Drawing sheet) {
    for (double from : INPUTS) {
      for (int i = 0; i < UNITS.length; i++) {
        sheet.line(412, from, 508, UNITS[i], i == 2 ? "#DDDDDD" : Drawing.BLUE, 0.8);
      }
      sheet.circle(402, from, 9, Drawing.PALE, Drawing.GRAY);
    }
    for (double to : OUTPUTS) {
      for (int i = 0; i < UNITS.length; i++) {
        if (i != 2) {
          sheet.line(532, UNITS[i], 628, to, Drawing.ORANGE, 0.8);
        }
      }
      sheet.circle(638, to, 9, Drawing.PALE, Drawing.GRAY);
    }
    for (int i = 0; i < UNITS.length; i++) {
      sheet.circle(
          520, UNITS[i], 12, i == 2 ? "#DDDDDD" : "#FFFFFF", i == 2 ? Drawing.GRAY : Drawing.INK);
    }
    sheet.label(520, UNITS[2] + 5, "0", Drawing.GRAY);
    sheet.label(455, 232, "all w_i", Drawing.BLUE).label(590, 232, "all v_i", Drawing.ORANGE);
    sheet.label(520, 252, "path norm: Σ‖w_i‖‖v_i‖", Drawing.INK);
  }
}
