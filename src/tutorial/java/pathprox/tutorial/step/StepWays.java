package pathprox.tutorial.step;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Where the parts of a step bring the norms of units, noted part by part for {@link NormPlane}. */
public final class StepWays {
  private final Table table =
      Table.create(
          "ways",
          StringColumn.create("unit"),
          StringColumn.create("run"),
          StringColumn.create("part"),
          DoubleColumn.create("w_norm"),
          DoubleColumn.create("v_norm"));

  /**
   * {@return these ways, with one part more: after {@code part} by {@code method} the unit number
   * {@code unit}, from 1, has the norms {@code w} and {@code v}; the first part of a unit is where
   * it starts}
   */
  public StepWays to(String method, int unit, String part, double w, double v) {
    table.stringColumn("unit").append("unit " + unit);
    table.stringColumn("run").append(method);
    table.stringColumn("part").append(part);
    table.doubleColumn("w_norm").append(w);
    table.doubleColumn("v_norm").append(v);
    return this;
  }

  /** {@return a copy of all parts: {@code unit}, {@code run}, {@code part}, and both norms} */
  public Table table() {
    return table.copy();
  }

  @Override
  public String toString() {
    return table.rowCount() + " parts of steps";
  }
}
