package pathprox.tutorial.practice;

import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** Where the trainings of a path over λ begin, and what the parts of the data are for. */
public final class StartsDrawing {
  private static final String[] LAMBDAS = {"0.1", "0.03", "0.01", "0.003", "0.001"};
  private static final double FIRST = 226;
  private static final double STEP = 122;

  // As in the charts of the notebook, where these two are runs that are no method.
  private static final String COLD = "#CC79A7";
  private static final String WARM = "#E69F00";

  private StartsDrawing() {}

  /** {@return cold starts, all from the same network, above warm ones, each from the one before} */
  public static Picture ofColdAndWarm() {
    Drawing sheet = new Drawing(780, 316);
    sheet.title(20, 32, "Cold starts").title(20, 196, "Warm starts");
    sheet.note(122, 32, "each training begins at the start", Drawing.GRAY);
    sheet.note(126, 196, "each begins where the one before ended", Drawing.GRAY);
    sheet.path(Drawing.GRAY, 1.6, "none", 80, 92, 80, 72, FIRST + 4 * STEP, 72);
    start(sheet, 120);
    start(sheet, 252);
    for (int i = 0; i < LAMBDAS.length; i++) {
      double x = FIRST + i * STEP;
      sheet.arrow(x, 72, x, 97, Drawing.GRAY, 1.6);
      training(sheet, x, 120, LAMBDAS[i], COLD);
      double from = i == 0 ? 111 : x - STEP + 42;
      sheet.arrow(from, 252, x - 44, 252, i == 0 ? Drawing.GRAY : WARM, 1.8);
      training(sheet, x, 252, LAMBDAS[i], WARM);
    }
    sheet.arrow(FIRST - 24, 296, FIRST + 4 * STEP + 40, 296, Drawing.GRAY, 1.4);
    sheet.note(84, 301, "λ becomes smaller", Drawing.INK);
    return sheet.picture(
        "Five trainings for λ = 0.1, 0.03, 0.01, 0.003 and 0.001. With cold starts, arrows lead"
            + " from one start network to all of them. With warm starts, an arrow leads from the"
            + " start network to the training with λ = 0.1 only, and from each training to the"
            + " next.");
  }

  private static void start(Drawing sheet, double y) {
    sheet.circle(80, y, 30, Drawing.PALE, Drawing.GRAY).label(80, y + 5, "start", Drawing.INK);
  }

  private static void training(Drawing sheet, double x, double y, String lambda, String color) {
    sheet.box(x - 42, y - 22, 84, 44, "#FFFFFF", color);
    sheet.label(x, y + 5, "λ = " + lambda, Drawing.INK);
  }

  /**
   * {@return the three parts of a dataset with so many samples each, {@code training}, {@code
   * validation} and {@code test}, 1 or more, and what each is for}
   */
  public static Picture ofParts(int training, int validation, int test) {
    Drawing sheet = new Drawing(780, 132);
    double scale = 720.0 / (training + validation + test);
    double validated = 25 + training * scale;
    double tested = validated + validation * scale;
    part(sheet, 25, training * scale, training + " to train on", "every λ learns from these");
    part(sheet, validated, validation * scale, validation + " to validate", "choose λ by these");
    part(sheet, tested, test * scale, test + " to test", "looked at once, at the end");
    return sheet.picture(
        "Three parts of the data: "
            + training
            + " samples to train on, from which every λ learns; "
            + validation
            + " to validate, by which λ is chosen; "
            + test
            + " to test, looked at once, at the end.");
  }

  private static void part(Drawing sheet, double x, double across, String name, String use) {
    sheet.box(x + 4, 24, across - 8, 50, Drawing.PALE, Drawing.GRAY);
    sheet.label(x + across / 2, 54, name, Drawing.INK);
    sheet.label(x + across / 2, 104, use, Drawing.INK);
  }
}
