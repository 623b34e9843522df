package pathprox.tutorial.step;

import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** One step of PathProx in four frames, with the numbers of a network of two units. */
public final class StepDrawing {
  private static final double FRAME = 184;
  private static final double SCALE = 62; // pixels for 1
  private static final double MIDDLE = 172;

  private StepDrawing() {}

  /**
   * {@return gradient, balance, normalize and threshold: w_1 and w_2 as arrows in the plane of the
   * inputs, path norms and outgoing weights as bars; what was before is gray}
   */
  public static Picture ofFourFrames() {
    Drawing sheet = new Drawing(792, 304);
    String[] titles = {"1 Gradient", "2 Balance", "3 Normalize", "4 Threshold"};
    for (int i = 0; i < titles.length; i++) {
      sheet.box(left(i), 40, FRAME, 250, "#FFFFFF", "#DDDDDD");
      sheet.title(left(i) + 2, 28, titles[i]);
    }
    gradient(sheet, left(0) + 44);
    balance(sheet, left(1));
    normalize(sheet, left(2) + 70);
    threshold(sheet, left(3));
    return sheet.picture(
        "Four frames. Gradient: the arrows w_1 and w_2 move a little. Balance: the path norms 4 and"
            + " 1 of two pairs both become 2. Normalize: both arrows are brought to the circle of"
            + " radius 1, a long one shortened, a short one stretched. Threshold: v_1 shrinks from"
            + " 1.2 to 1.05, v_2 from 0.1 to exactly 0.");
  }

  private static double left(int frame) {
    return 10 + frame * (FRAME + 12);
  }

  private static void axes(Drawing sheet, double x) {
    sheet.line(x - 30, MIDDLE, x + 108, MIDDLE, "#DDDDDD", 1);
    sheet.line(x, 52, x, 236, "#DDDDDD", 1);
  }

  private static void w(Drawing sheet, double x, double across, double up, String color) {
    sheet.arrow(x, MIDDLE, x + SCALE * across, MIDDLE - SCALE * up, color, 2.2);
  }

  private static void gradient(Drawing sheet, double x) {
    axes(sheet, x);
    w(sheet, x, 1, 1.5, Drawing.GRAY);
    w(sheet, x, 1.2, 1.6, Drawing.BLUE);
    w(sheet, x, 0.44, -0.28, Drawing.GRAY);
    w(sheet, x, 0.4, -0.3, Drawing.BLUE);
    sheet.label(x + 94, 78, "w_1", Drawing.BLUE).label(x + 46, 200, "w_2", Drawing.BLUE);
    sheet.label(x + 48, 258, "all parameters", Drawing.INK);
    sheet.label(x + 48, 277, "follow −γ∇L", Drawing.INK);
  }

  private static void balance(Drawing sheet, double x) {
    bar(sheet, x + 14, 4, 33, Drawing.GRAY, "4");
    bar(sheet, x + 50, 1, 33, Drawing.GRAY, "1");
    sheet.arrow(x + 86, 150, x + 104, 150, Drawing.INK, 1.6);
    bar(sheet, x + 110, 2, 33, Drawing.INK, "2");
    bar(sheet, x + 146, 2, 33, Drawing.INK, "2");
    sheet.label(x + 44, 236, "before", Drawing.GRAY);
    sheet.label(x + 141, 236, "after", Drawing.INK);
    sheet.label(x + FRAME / 2, 258, "equal path norms,", Drawing.INK);
    sheet.label(x + FRAME / 2, 277, "same function", Drawing.INK);
  }

  private static void normalize(Drawing sheet, double x) {
    sheet.circle(x, MIDDLE, SCALE, "none", Drawing.GRAY);
    axes(sheet, x);
    w(sheet, x, 1.2, 1.6, Drawing.GRAY);
    w(sheet, x, 0.6, 0.8, Drawing.BLUE);
    w(sheet, x, 0.8, -0.6, Drawing.BLUE);
    w(sheet, x, 0.4, -0.3, Drawing.GRAY);
    sheet.label(x + 52, 122, "w_1", Drawing.BLUE).label(x + 70, 206, "w_2", Drawing.BLUE);
    sheet.label(x + 22, 258, "‖w_i‖ = 1:", Drawing.INK);
    sheet.label(x + 22, 277, "onto the circle", Drawing.INK);
  }

  private static void threshold(Drawing sheet, double x) {
    bar(sheet, x + 22, 1.2, 125, Drawing.GRAY, "1.2");
    bar(sheet, x + 58, 1.05, 125, Drawing.ORANGE, "1.05");
    bar(sheet, x + 108, 0.1, 125, Drawing.GRAY, "0.1");
    sheet.label(x + 157, 214, "0", Drawing.ORANGE);
    sheet.line(x + 144, 220, x + 170, 220, Drawing.ORANGE, 2);
    sheet.label(x + 52, 236, "‖v_1‖", Drawing.INK).label(x + 138, 236, "‖v_2‖", Drawing.INK);
    sheet.label(x + FRAME / 2, 258, "shorter by γλ = 0.15,", Drawing.INK);
    sheet.label(x + FRAME / 2, 277, "or exactly zero", Drawing.INK);
  }

  private static void bar(
      Drawing sheet, double x, double value, double scale, String color, String text) {
    sheet.box(x, 220 - scale * value, 26, scale * value, color, color);
    sheet.label(x + 13, 214 - scale * value, text, color);
  }
}
