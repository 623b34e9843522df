package pathprox.plot;

import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;

/** How long are the steps of a training, from its first to its last? */
public final class LearningRateCurve {
  private LearningRateCurve() {}

  /**
   * Draws the learning rate over the iterations, on a logarithmic axis.
   *
   * @param table one row per iteration, or some of them, with {@code iteration}, {@code
   *     learning_rate} and perhaps {@code run}, such as the records of a training. Not modified.
   * @return a chart with a line for each run
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Curve> curves = Curve.perRun(table, "iteration", "learning_rate", "learning rate");
    Axis axis = Axis.builder().title("learning rate γ").type(Axis.Type.LOG).build();
    return Curve.chart(curves, "Learning rate", axis).withLayout(Style.LOG_AXIS);
  }
}
