package pathprox.tutorial.balance;

import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** Why do squares and products of norms have the same minimum, and what is it for a plateau? */
public final class ObjectivesDrawing {
  private static final double FLOOR = 246;
  private static final double LOSS = 60;
  private static final double SQUARES = 130;
  private static final double PRODUCTS = 56;

  private ObjectivesDrawing() {}

  /**
   * {@return the two objectives A (squares) and B (products) of any weights, and of the same
   * function in balance, as bars: A comes down to B}
   */
  public static Picture ofProof() {
    Drawing sheet = new Drawing(700, 290);
    sheet.title(40, 28, "Any weights").title(420, 28, "Balanced: the same function");
    double level = FLOOR - LOSS - PRODUCTS;
    sheet.dashed(40, level, 680, level, Drawing.GRAY);
    bar(sheet, 70, "A", SQUARES, Drawing.ORANGE, "squares");
    bar(sheet, 190, "B", PRODUCTS, Drawing.BLUE, "products");
    bar(sheet, 450, "A", PRODUCTS, Drawing.ORANGE, "squares");
    bar(sheet, 570, "B", PRODUCTS, Drawing.BLUE, "products");
    sheet.line(40, FLOOR, 680, FLOOR, Drawing.INK, 1.5);
    sheet.arrow(306, 150, 414, 150, Drawing.INK, 2);
    sheet.label(360, 108, "balance", Drawing.INK);
    sheet.label(360, 176, "loss and B stay,", Drawing.INK);
    sheet.label(360, 194, "A comes down", Drawing.INK);
    sheet.arrow(490, FLOOR - LOSS - SQUARES, 490, level - 4, Drawing.ORANGE, 2);
    sheet.note(502, 94, "by ½λ Σ(‖w_i‖ − ‖v_i‖)²", Drawing.ORANGE);
    return sheet.picture(
        "Bars of the two objectives. For any weights A, loss plus squares, is higher than B, loss"
            + " plus products. For the same function in balance, loss and products are the same,"
            + " and A has come down to B.");
  }

  private static void bar(
      Drawing sheet, double x, String name, double penalty, String color, String what) {
    sheet.box(x, FLOOR - LOSS, 80, LOSS, Drawing.PALE, Drawing.GRAY);
    sheet.box(x, FLOOR - LOSS - penalty, 80, penalty, "#FFFFFF", color);
    sheet.label(x + 40, FLOOR - LOSS / 2 + 5, "loss", Drawing.INK);
    sheet.label(x + 40, FLOOR - LOSS - penalty / 2 + 5, "λ·" + what, color);
    sheet.label(x + 40, FLOOR + 24, name, Drawing.INK);
  }

  /**
   * {@return four points on a plateau, a function that misses each by r = 0.2, its two slopes, and
   * another one that bulges in the middle and bends no more}
   */
  public static Picture ofPlateau() {
    Drawing sheet = new Drawing(700, 320);
    sheet.title(20, 28, "Four points, and the least that a function must bend");
    sheet.line(60, y(0), 640, y(0), Drawing.GRAY, 1);
    double[] outer = {x(-1.95), y(-0.07), x(-0.5), y(0.8)};
    sheet.path(Drawing.GRAY, 2, "none", outer[2], outer[3], x(0), y(0.98), x(0.5), y(0.8));
    sheet.path(
        Drawing.BLUE,
        3,
        "none",
        outer[0],
        outer[1],
        outer[2],
        outer[3],
        x(0.5),
        y(0.8),
        x(1.95),
        y(-0.07));
    double[][] points = {{-1.5, 0, 0.2}, {-0.5, 1, 0.8}, {0.5, 1, 0.8}, {1.5, 0, 0.2}};
    String[] names = {"r_1", "r_2", "r_3", "r_4"};
    for (int i = 0; i < points.length; i++) {
      double[] point = points[i];
      sheet.line(x(point[0]), y(point[1]), x(point[0]), y(point[2]), Drawing.ORANGE, 3);
      sheet.circle(x(point[0]), y(point[1]), 7, "#FFFFFF", Drawing.INK);
      double side = i % 2 == 0 ? 18 : -18; // where the function is not
      sheet.label(x(point[0]) + side, y((point[1] + point[2]) / 2) + 5, names[i], Drawing.ORANGE);
    }
    sheet.label(x(-1) - 52, y(0.55), "slope s_1", Drawing.BLUE);
    sheet.label(x(1) + 56, y(0.55), "slope −s_2", Drawing.BLUE);
    sheet.label(x(0), y(0.55), "total bend: s_1 + s_2", Drawing.INK);
    sheet.label(x(0), y(1.12), "a bulge: the same total", "#707070");
    for (double tick : new double[] {-1.5, -0.5, 0.5, 1.5}) {
      sheet.label(x(tick), y(0) + 34, (tick < 0 ? "−" : "") + Math.abs(tick), Drawing.INK);
    }
    return sheet.picture(
        "Targets 0, 1, 1, 0 at −1.5, −0.5, 0.5 and 1.5, and a function that climbs with slope s1,"
            + " is flat and descends with slope s2; it misses the targets by r1 to r4. A gray bulge"
            + " between the inner points bends by the same total.");
  }

  private static double x(double place) {
    return 350 + 150 * place;
  }

  private static double y(double height) {
    return 256 - 180 * height;
  }
}
