package pathprox.plot;

import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;

/** How fast does the objective fall? */
public final class ObjectiveCurve {
  private ObjectiveCurve() {}

  /**
   * Draws the objective over the iterations, one line per run, on a logarithmic axis.
   *
   * @param table one row per record, with {@code iteration}, {@code objective} and perhaps {@code
   *     run}. Not modified.
   * @return a chart with as many points per line as the run has records
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    return over(Abscissa.ITERATIONS, table);
  }

  /**
   * Draws the objective over the seconds that the steps took, without those of the records.
   *
   * @param table one row per record, with {@code seconds}, {@code objective} and perhaps {@code
   *     run}. Not modified.
   * @return a chart with as many points per line as the run has records
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart overSeconds(Table table) {
    return over(Abscissa.SECONDS, table);
  }

  private static Chart over(Abscissa abscissa, Table table) {
    List<Curve> curves = Curve.perRun(table, abscissa.column(), "objective", "objective");
    Axis axis = Axis.builder().title("objective (mean loss + penalty)").type(Axis.Type.LOG).build();
    return Curve.chart(curves, "Objective", abscissa, axis).withLayout(Style.LOG_AXIS);
  }
}
