package pathprox.tutorial.balance;

import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The smallest network that has both objectives, small enough to be drawn: one input x = 1, one
 * unit without bias, one output v·max(0, w), and one sample with the squared error (v·max(0, w) −
 * y)².
 *
 * <p>At the minimum the output is p = max(0, y − λ/2) for y ≥ 0. The squares have it at w = v = √p
 * alone, the products wherever wv = p.
 *
 * @param target y
 * @param lambda λ, 0 or more
 */
public record OneUnit(double target, double lambda) {
  /**
   * @throws IllegalArgumentException if a number is not finite, or λ is negative
   */
  public OneUnit {
    if (!Double.isFinite(target)) {
      throw new IllegalArgumentException("target must be finite, was " + target);
    }
    if (!(lambda >= 0) || lambda == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("lambda must be >= 0, was " + lambda);
    }
  }

  /**
   * Computes the data loss, (v·max(0, w) − y)².
   *
   * @param w the weight into the unit
   * @param v the weight out of it
   * @return 0 or more
   */
  public double loss(double w, double v) {
    double residual = v * Math.max(0, w) - target;
    return residual * residual;
  }

  /**
   * Computes the objective of weight decay, loss + (λ/2)(w² + v²).
   *
   * @param w the weight into the unit
   * @param v the weight out of it
   * @return never less than {@link #products} up to rounding
   */
  public double squares(double w, double v) {
    return loss(w, v) + lambda / 2 * (w * w + v * v);
  }

  /**
   * Computes the objective of PathProx, loss + λ|w||v|.
   *
   * @param w the weight into the unit
   * @param v the weight out of it
   * @return 0 or more
   */
  public double products(double w, double v) {
    return loss(w, v) + lambda * Math.abs(w) * Math.abs(v);
  }

  /**
   * Lists both objectives on a square grid.
   *
   * @param from the smallest w and v
   * @param to the largest w and v
   * @param points how many of each, 2 or more
   * @return one row a point: {@code w}, {@code v}, {@code squares}, {@code products}
   * @throws IllegalArgumentException if there are fewer than 2 points
   */
  public Table surface(double from, double to, int points) {
    double[] places = places(from, to, points);
    Table table = table();
    for (double v : places) {
      for (double w : places) {
        append(table, w, v);
      }
    }
    return table;
  }

  /**
   * Lists both objectives along v, for one w.
   *
   * @param w the weight into the unit
   * @param from the smallest v
   * @param to the largest v
   * @param points how many, 2 or more
   * @return one row a point: {@code w}, {@code v}, {@code squares}, {@code products}
   * @throws IllegalArgumentException if there are fewer than 2 points
   */
  public Table section(double w, double from, double to, int points) {
    Table table = table();
    for (double v : places(from, to, points)) {
      append(table, w, v);
    }
    return table;
  }

  /**
   * Follows gradient descent on the squares: both weights lose γ times the derivative of {@link
   * #squares} with respect to them, which is 0 for the loss where w ≤ 0.
   *
   * @param w where it starts
   * @param v where it starts
   * @param rate the learning rate γ
   * @param steps how many
   * @return one row a step, from step 0: {@code step}, {@code w}, {@code v}, {@code squares},
   *     {@code products}
   */
  public Table descent(double w, double v, double rate, int steps) {
    Table table = path();
    append(table, 0, w, v);
    for (int step = 1; step <= steps; step++) {
      double slope = w > 0 ? 2 * (v * w - target) : 0; // of the loss, with respect to wv
      double nextW = w - rate * (slope * v + lambda * w);
      v -= rate * (slope * w + lambda * v);
      w = nextW;
      append(table, step, w, v);
    }
    return table;
  }

  /**
   * Follows proximal steps on the products: gradient descent on the loss alone, then v shrinks by
   * γλ|w| and w by γλ|v|, each to 0 at most. This is the step of PathProx but for its rescalings.
   *
   * @param w where it starts
   * @param v where it starts
   * @param rate the learning rate γ
   * @param steps how many
   * @return one row a step, from step 0: {@code step}, {@code w}, {@code v}, {@code squares},
   *     {@code products}
   */
  public Table proximal(double w, double v, double rate, int steps) {
    Table table = path();
    append(table, 0, w, v);
    for (int step = 1; step <= steps; step++) {
      double slope = w > 0 ? 2 * (v * w - target) : 0;
      double descended = w - rate * slope * v;
      v = shrunk(v - rate * slope * w, rate * lambda * Math.abs(w));
      w = shrunk(descended, rate * lambda * Math.abs(v));
      append(table, step, w, v);
    }
    return table;
  }

  private static double shrunk(double value, double amount) {
    return Math.signum(value) * Math.max(0, Math.abs(value) - amount);
  }

  private static Table path() {
    return Table.create("path of one unit", IntColumn.create("step"))
        .addColumns(table().columnArray());
  }

  private void append(Table table, int step, double w, double v) {
    table.intColumn("step").append(step);
    append(table, w, v);
  }

  private static Table table() {
    Table table = Table.create("one unit");
    List.of("w", "v", "squares", "products")
        .forEach(name -> table.addColumns(DoubleColumn.create(name)));
    return table;
  }

  private void append(Table table, double w, double v) {
    table.doubleColumn("w").append(w);
    table.doubleColumn("v").append(v);
    table.doubleColumn("squares").append(squares(w, v));
    table.doubleColumn("products").append(products(w, v));
  }

  private static double[] places(double from, double to, int points) {
    if (points < 2) {
      throw new IllegalArgumentException("points must be >= 2, was " + points);
    }
    return IntStream.range(0, points)
        .mapToDouble(i -> (from * (points - 1 - i) + to * i) / (points - 1))
        .toArray();
  }
}
