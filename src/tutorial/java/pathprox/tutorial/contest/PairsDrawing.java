package pathprox.tutorial.contest;

import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** Where the two factors of a unit are, in layers that this library does not have. */
public final class PairsDrawing {
  private static final String BLUE_PAPER = "#E1EEF6";
  private static final String ORANGE_PAPER = "#FBEDE3";
  private static final int DOWN = 40;

  private PairsDrawing() {}

  /** {@return a unit with batch norm, a residual block and an attention head, factors in color} */
  public static Picture ofLayers() {
    Drawing sheet = new Drawing(700, 372);
    batchNorm(sheet, 20);
    residual(sheet, 138);
    attention(sheet, 256);
    return sheet.picture(
        "Three rows, the first factor of a unit in blue and the second in orange. Batch norm: w_i,"
            + " whose length has no effect, then normalization, then gamma and beta in blue, ReLU,"
            + " and v_i in orange. Residual block: the stream passes by; w_i in blue, ReLU, v_i in"
            + " orange, and the sum. Attention head: W_V in blue, the mixing of positions, W_O in"
            + " orange.");
  }

  private static void batchNorm(Drawing sheet, double y) {
    sheet.title(20, y + 16, "Batch norm");
    double top = y + 32;
    box(sheet, 60, top, 90, "w_i", Drawing.PALE, Drawing.GRAY);
    box(sheet, 190, top, 130, "mean 0, variance 1", Drawing.PALE, Drawing.GRAY);
    box(sheet, 360, top, 90, "γ_i, β_i", BLUE_PAPER, Drawing.BLUE);
    box(sheet, 490, top, 70, "ReLU", "#FFFFFF", Drawing.INK);
    box(sheet, 600, top, 70, "v_i", ORANGE_PAPER, Drawing.ORANGE);
    across(sheet, top, 20, 60, 150, 190, 320, 360, 450, 490, 560, 600, 670, 694);
    sheet.note(60, top + DOWN + 18, "its length has no effect", Drawing.INK);
  }

  private static void residual(Drawing sheet, double y) {
    sheet.title(20, y + 16, "Residual block");
    double top = y + 44;
    box(sheet, 190, top, 90, "w_i, b_i", BLUE_PAPER, Drawing.BLUE);
    box(sheet, 340, top, 70, "ReLU", "#FFFFFF", Drawing.INK);
    box(sheet, 470, top, 90, "v_i", ORANGE_PAPER, Drawing.ORANGE);
    across(sheet, top, 20, 190, 280, 340, 410, 470, 560, 617, 643, 694);
    double middle = top + DOWN / 2.0;
    sheet.path(Drawing.GRAY, 1.5, "none", 100, middle, 100, y + 28, 630, y + 28);
    sheet.arrow(630, y + 28, 630, middle - 13, Drawing.GRAY, 1.5);
    sheet.circle(630, middle, 13, "#FFFFFF", Drawing.INK).label(630, middle + 5, "+", Drawing.INK);
    sheet.note(330, y + 22, "the stream: no unit", Drawing.INK);
  }

  private static void attention(Drawing sheet, double y) {
    sheet.title(20, y + 16, "Attention head");
    double top = y + 40;
    box(sheet, 120, top, 110, "column j of W_V", BLUE_PAPER, Drawing.BLUE);
    box(sheet, 290, top, 190, "mixing: softmax(QKᵀ/√d)", "#FFFFFF", Drawing.INK);
    box(sheet, 540, top, 110, "row j of W_O", ORANGE_PAPER, Drawing.ORANGE);
    across(sheet, top, 20, 120, 230, 290, 480, 540, 650, 694);
    sheet.note(120, top + DOWN + 20, "linear in both: no ReLU between them", Drawing.INK);
  }

  private static void box(
      Drawing sheet, double x, double y, double width, String text, String paper, String edge) {
    sheet.box(x, y, width, DOWN, paper, edge).label(x + width / 2, y + 25, text, Drawing.INK);
  }

  /** Arrows at half the height of boxes, from and to in turn. */
  private static void across(Drawing sheet, double top, double... ends) {
    for (int i = 0; i < ends.length; i += 2) {
      sheet.arrow(ends[i], top + DOWN / 2.0, ends[i + 1], top + DOWN / 2.0, Drawing.INK, 1.5);
    }
  }
}
