package pathprox.tutorial.step;

import java.util.Map;
import pathprox.penalty.ProximablePenalty;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Values and proximal operators of penalties over a grid of norms, as rows for a picture. */
public final class PenaltyTable {
  private PenaltyTable() {}

  /**
   * Evaluates penalties on equally spaced norms from 0 on.
   *
   * @param penalties what each is called, in the order wanted. Not modified.
   * @param step the step size γ of the proximal operators, 0 or more
   * @param largest the largest norm, above 0 and finite
   * @param points how many norms, 2 or more
   * @return one row per penalty and norm: {@code run} (the name), {@code norm}, {@code value} (λ
   *     included), {@code prox} (the norm after the step)
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static Table of(
      Map<String, ? extends ProximablePenalty> penalties, double step, double largest, int points) {
    if (!(step >= 0) || step == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("step must be >= 0 and finite, was " + step);
    }
    if (!(largest > 0) || largest == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("largest must be > 0 and finite, was " + largest);
    }
    if (points < 2) {
      throw new IllegalArgumentException("points must be >= 2, was " + points);
    }
    StringColumn names = StringColumn.create("run");
    DoubleColumn norms = DoubleColumn.create("norm");
    DoubleColumn values = DoubleColumn.create("value");
    DoubleColumn proxes = DoubleColumn.create("prox");
    penalties.forEach(
        (name, penalty) -> {
          for (int i = 0; i < points; i++) {
            double norm = largest * i / (points - 1);
            names.append(name);
            norms.append(norm);
            values.append(penalty.value(norm));
            proxes.append(penalty.prox(norm, step));
          }
        });
    return Table.create("penalties", names, norms, values, proxes);
  }
}
