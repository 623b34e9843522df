package pathprox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;

/** How often is each network still right when its inputs are disturbed? */
public final class RobustnessCurve {
  private static final double PERCENT = 100;

  private RobustnessCurve() {}

  /**
   * Draws the accuracy in percent over the strength of the disturbance, one line per network.
   *
   * @param table one row per network and strength, with {@code strength}, {@code accuracy} (0 to 1)
   *     and perhaps {@code run}; its name says what disturbs. Not modified.
   * @return a chart with as many points per line as the run has rows
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Curve> curves = new ArrayList<>();
    for (Run run : Run.in(table, "strength", "accuracy")) {
      double[] percents =
          Arrays.stream(run.numbers("accuracy")).map(share -> PERCENT * share).toArray();
      String name = run.nameOr("accuracy");
      curves.add(new Curve(name, run.numbers("strength"), percents, run.style()));
    }
    Axis strength = Axis.builder().title("strength (in units of the inputs)").build();
    Axis accuracy = Axis.builder().title("accuracy (%)").build();
    return Curve.chart(curves, "Accuracy under " + table.name(), strength, accuracy)
        .withLayout(Map.of("xaxis", Map.of("hoverformat", ".3~g")))
        .withLayout(Map.of("yaxis", Map.of("rangemode", "tozero")));
  }
}
