package pathprox.tutorial.network;

import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** Which units enter the products of a training, step by step. */
public final class WorkingSetDrawing {
  private static final double LEFT = 96;
  private static final double TOP = 66;
  private static final double ACROSS = 38; // ten steps
  private static final double DOWN = 30;
  private static final int TENS = 13;
  private static final int INTERVAL = 5;
  private static final String ON = "#BFE3D6";

  /** The tens of steps at which each unit leaves and comes back, as in {@code unit 3}. */
  private static final int[][] OUT = {
    {TENS, TENS}, {2, TENS}, {TENS, TENS}, {3, 10}, {6, TENS}, {TENS, TENS}
  };

  private WorkingSetDrawing() {}

  /** {@return six units over 130 steps, with a look at those left out every 50 steps} */
  public static Picture ofSteps() {
    Drawing sheet = new Drawing(760, 330);
    sheet.title(20, 30, "Units at zero are left out of the products");
    double bottom = TOP + OUT.length * DOWN;
    for (int unit = 0; unit < OUT.length; unit++) {
      double y = TOP + unit * DOWN;
      sheet.label(52, y + 20, "unit " + (unit + 1), Drawing.INK);
      for (int ten = 0; ten < TENS; ten++) {
        boolean isOut = ten >= OUT[unit][0] && ten < OUT[unit][1];
        String fill = isOut ? "#FFFFFF" : ON;
        sheet.box(
            LEFT + ten * ACROSS + 1, y + 3, ACROSS - 2, DOWN - 6, fill, isOut ? "#DDDDDD" : ON);
      }
    }
    for (int ten = 0; ten < TENS; ten += INTERVAL) {
      double x = LEFT + ten * ACROSS;
      sheet.dashed(x, TOP - 4, x, bottom + 6, Drawing.INK);
      sheet.label(x, bottom + 24, String.valueOf(10 * ten), Drawing.INK);
      for (int unit = 0; unit < OUT.length; unit++) {
        boolean isOut = ten > OUT[unit][0] && ten <= OUT[unit][1];
        if (isOut) {
          sheet.circle(x, TOP + (unit + 0.5) * DOWN, 6, "#FFFFFF", Drawing.INK);
        }
      }
    }
    sheet.circle(LEFT + 10 * ACROSS, TOP + 3.5 * DOWN, 6, Drawing.GREEN, Drawing.INK);
    sheet.label(LEFT + TENS * ACROSS / 2, bottom + 46, "step", Drawing.INK);
    double key = LEFT + TENS * ACROSS + 14;
    sheet.box(key, TOP + 5, 18, 18, ON, ON).note(key + 26, TOP + 19, "computed", Drawing.INK);
    sheet.box(key, TOP + 37, 18, 18, "#FFFFFF", "#DDDDDD");
    sheet.note(key + 26, TOP + 51, "left out", Drawing.INK);
    sheet.circle(key + 9, TOP + 78, 6, "#FFFFFF", Drawing.INK);
    sheet.note(key + 26, TOP + 83, "‖∂L/∂v_i‖ ≤ λ", Drawing.INK);
    sheet.circle(key + 9, TOP + 110, 6, Drawing.GREEN, Drawing.INK);
    sheet.note(key + 26, TOP + 115, "above λ: back", Drawing.INK);
    sheet.note(
        20,
        314,
        "At the dashed lines the gradients of the units left out are measured.",
        Drawing.INK);
    return sheet.picture(
        "A working set: six units over 130 steps; three become zero and are left out of the"
            + " products; at steps 50 and 100 their gradients are measured, and one, whose gradient"
            + " is above λ, comes back.");
  }
}
