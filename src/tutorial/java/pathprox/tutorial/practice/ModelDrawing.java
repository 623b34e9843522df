package pathprox.tutorial.practice;

import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** The way from a table in a file to predictions, and what of it a model keeps. */
public final class ModelDrawing {
  private static final double TOP = 66;
  private static final double DOWN = 128;
  private static final double[] INPUTS = {88, 113, 138, 163};
  private static final double[] UNITS = {80, 105, 130, 155, 180};
  private static final double[] OUTPUTS = {100, 130, 160};
  private static final int ZERO = 2; // the unit that PathProx has removed

  private ModelDrawing() {}

  /** {@return file, plan, network and predictions in a row, and below them the saved model} */
  public static Picture ofPipeline() {
    Drawing sheet = new Drawing(760, 304);
    table(sheet);
    plan(sheet);
    network(sheet);
    predictions(sheet);
    sheet.arrow(151, 130, 172, 130, Drawing.INK, 1.8);
    sheet.arrow(342, 130, 376, 130, Drawing.INK, 1.8);
    sheet.arrow(552, 130, 586, 130, Drawing.INK, 1.8);
    model(sheet);
    return sheet.picture(
        "From left to right: a table in a file, the plan that makes each column inputs, the network"
            + " with one unit at zero, and the predictions. Plan and network together are the"
            + " model, which is saved as one file and loaded from it.");
  }

  private static void table(Drawing sheet) {
    sheet.title(20, 30, "Rows").note(20, 52, "penguins.csv", Drawing.GRAY);
    sheet.box(20, TOP, 128, DOWN, "#FFFFFF", Drawing.INK);
    sheet.box(20, TOP, 128, 26, Drawing.PALE, Drawing.INK);
    for (int row = 0; row <= 3; row++) {
      double y = TOP + 26 + 25.5 * row;
      sheet.line(20, y, 148, y, row == 0 ? Drawing.INK : "#DDDDDD", 1);
    }
    sheet.line(57, TOP, 57, TOP + DOWN, Drawing.GRAY, 1);
    sheet.line(87, TOP, 87, TOP + DOWN, Drawing.GRAY, 1);
    String[][] cells = {
      {"39.1", "m", "Adelie"},
      {"45.2", "NA", "Gentoo"},
      {"36.7", "f", "Adelie"},
      {"49.0", "m", "Chinstr."}
    };
    sheet.note(26, TOP + 18, "bill", Drawing.INK).note(62, TOP + 18, "sex", Drawing.INK);
    sheet.note(91, TOP + 18, "species", Drawing.GREEN);
    for (int row = 0; row < cells.length; row++) {
      double y = TOP + 44 + 25.5 * row;
      sheet.note(26, y, cells[row][0], Drawing.INK).note(62, y, cells[row][1], Drawing.INK);
      sheet.note(91, y, cells[row][2], Drawing.GREEN);
    }
  }

  private static void plan(Drawing sheet) {
    sheet.title(178, 30, "Plan").note(178, 52, "columns become inputs", Drawing.GRAY);
    sheet.box(178, TOP, 162, DOWN, "#FFFFFF", Drawing.BLUE);
    sheet.note(188, TOP + 26, "bill: (x − 43.9) / 5.5", Drawing.INK);
    sheet.note(188, TOP + 52, "sex: female → 1 0", Drawing.INK);
    sheet.note(216, TOP + 72, "male → 0 1", Drawing.INK);
    sheet.note(188, TOP + 98, "NA: most frequent,", Drawing.INK);
    sheet.note(188, TOP + 116, "and marked", Drawing.INK);
  }

  private static void network(Drawing sheet) {
    sheet.title(382, 30, "Network").note(382, 52, "some units are zero", Drawing.GRAY);
    sheet.box(382, TOP, 168, DOWN, "#FFFFFF", Drawing.BLUE);
    for (int i = 0; i < UNITS.length; i++) {
      for (double from : INPUTS) {
        sheet.line(404, from + 5, 466, UNITS[i], i == ZERO ? "#E3E3E3" : Drawing.BLUE, 0.7);
      }
      for (double to : OUTPUTS) {
        if (i != ZERO) {
          sheet.line(466, UNITS[i], 528, to, Drawing.ORANGE, 0.7);
        }
      }
    }
    for (double y : INPUTS) {
      sheet.circle(404, y + 5, 7, Drawing.PALE, Drawing.GRAY);
    }
    for (int i = 0; i < UNITS.length; i++) {
      boolean isZero = i == ZERO;
      sheet.circle(
          466, UNITS[i], 8, isZero ? "#E3E3E3" : "#FFFFFF", isZero ? Drawing.GRAY : Drawing.INK);
    }
    for (double y : OUTPUTS) {
      sheet.circle(528, y, 7, Drawing.PALE, Drawing.GRAY);
    }
  }

  private static void predictions(Drawing sheet) {
    sheet.title(592, 30, "Predictions").note(592, 52, "probabilities", Drawing.GRAY);
    sheet.box(592, TOP, 148, DOWN, "#FFFFFF", Drawing.GREEN);
    String[] names = {"Adelie", "Chinstrap", "Gentoo"};
    double[] shares = {0.88, 0.02, 0.10};
    for (int i = 0; i < names.length; i++) {
      double y = TOP + 26 + 38 * i;
      sheet.note(602, y, names[i], Drawing.INK);
      sheet.box(602, y + 6, 118 * shares[i] + 2, 10, i == 0 ? Drawing.GREEN : "#B8DFD1", "none");
    }
  }

  private static void model(Drawing sheet) {
    sheet.path(Drawing.BLUE, 1.8, "none", 178, 204, 178, 214, 550, 214, 550, 204);
    sheet.arrow(290, 215, 290, 250, Drawing.BLUE, 1.8);
    sheet.arrow(438, 252, 438, 217, Drawing.BLUE, 1.8);
    sheet.note(238, 238, "save", Drawing.BLUE).note(450, 238, "load", Drawing.BLUE);
    sheet.label(364, 238, "the model", Drawing.BLUE);
    sheet.box(254, 254, 220, 32, Drawing.PALE, Drawing.BLUE);
    sheet.label(364, 275, "penguins.safetensors", Drawing.INK);
  }
}
