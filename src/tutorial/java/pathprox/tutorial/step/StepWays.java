package pathprox.tutorial.step;

import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Where the parts of a step bring the norms of units, noted part by part for {@link NormPlane}. */
public final class StepWays {
  private static final String PUBLISHED = "PathProx as published";
  private static final String PRESERVING = "function-preserving";

  private final Table table =
      Table.create(
          "ways",
          StringColumn.create("unit"),
          StringColumn.create("run"),
          StringColumn.create("part"),
          DoubleColumn.create("w_norm"),
          DoubleColumn.create("v_norm"));

  /**
   * {@return the ways of all units in one step: as published, and function-preserving, which begin
   * with the same gradient step} Each array has a number for each unit.
   *
   * @param before ‖w‖ and ‖v‖ before the step
   * @param moved both after the gradient step
   * @param thresholded ‖v‖ after the published step, where ‖w‖ is 1
   * @param shrunk both after they were shrunk by the function-preserving step
   * @param lengths by which ‖w‖ is divided then, and ‖v‖ multiplied
   */
  public static StepWays ofOneStep(
      double[][] before,
      double[][] moved,
      double[] thresholded,
      double[][] shrunk,
      double[] lengths) {
    StepWays ways = new StepWays();
    for (int i = 0; i < lengths.length; i++) {
      for (String method : List.of(PUBLISHED, PRESERVING)) {
        ways.to(method, i + 1, "", before[0][i], before[1][i]);
        String label = method.equals(PUBLISHED) ? "gradient" : ""; // the ways are the same so far
        ways.to(method, i + 1, label, moved[0][i], moved[1][i]);
      }
      ways.to(PUBLISHED, i + 1, "normalize", 1, moved[1][i]);
      ways.to(PUBLISHED, i + 1, "threshold", 1, thresholded[i]);
      ways.to(PRESERVING, i + 1, "shrink", shrunk[0][i], shrunk[1][i]);
      double w = shrunk[0][i] / lengths[i];
      ways.to(PRESERVING, i + 1, "rescale", w, shrunk[1][i] * lengths[i]);
    }
    return ways;
  }

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
