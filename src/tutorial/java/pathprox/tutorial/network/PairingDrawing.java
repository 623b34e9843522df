package pathprox.tutorial.network;

import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** Which layers of a deep network form pairs, where a ReLU is after each and after every second. */
public final class PairingDrawing {
  private static final int LAYERS = 6;
  private static final double STEP = 104;
  private static final double LEFT = 40;

  private PairingDrawing() {}

  /** {@return the networks of the paper's two experiments, their layers of weights in pairs} */
  public static Picture ofTheTwoNetworks() {
    Drawing sheet = new Drawing(700, 300);
    row(sheet, 26, "First experiment: a ReLU within each block", false);
    row(sheet, 166, "Second experiment: a ReLU after each layer but the last", true);
    return sheet.picture(
        "Two networks of six layers of weights. In both, layers 1 and 2, 3 and 4, 5 and 6 form pairs,"
            + " with the units between them; in the second one there are ReLUs between the pairs too,"
            + " whose units are counted in no pair of their own.");
  }

  private static void row(Drawing sheet, double top, String title, boolean everywhere) {
    sheet.title(20, top, title);
    double middle = top + 52;
    for (int i = 0; i < LAYERS; i++) {
      boolean incoming = i % 2 == 0;
      double x = LEFT + i * STEP;
      String color = incoming ? Drawing.BLUE : Drawing.ORANGE;
      sheet.box(x, middle - 22, 58, 44, "#FFFFFF", color);
      sheet.label(x + 29, middle + 5, (incoming ? "w" : "v") + " " + (i + 1), color);
      if (i < LAYERS - 1) {
        sheet.line(x + 58, middle, x + STEP, middle, Drawing.GRAY, 1.5);
      }
      if (incoming || everywhere && i < LAYERS - 1) {
        double at = x + 58 + (STEP - 58) / 2;
        sheet.circle(
            at,
            middle,
            14,
            incoming ? "#FFFFFF" : Drawing.PALE,
            incoming ? Drawing.INK : Drawing.GRAY);
        sheet.path(
            incoming ? Drawing.INK : Drawing.GRAY,
            2,
            "none",
            at - 9,
            middle + 4,
            at,
            middle + 4,
            at + 7,
            middle - 6);
      }
    }
    for (int pair = 0; pair < LAYERS / 2; pair++) {
      double from = LEFT + 2 * pair * STEP;
      double to = from + STEP + 58;
      sheet.path(
          Drawing.INK,
          1.2,
          "none",
          from,
          middle + 32,
          from,
          middle + 40,
          to,
          middle + 40,
          to,
          middle + 32);
      sheet.label((from + to) / 2, middle + 58, "pair " + (pair + 1) + ": 400 units", Drawing.INK);
    }
  }
}
