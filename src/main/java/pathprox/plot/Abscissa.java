package pathprox.plot;

import java.util.Map;
import tech.tablesaw.plotly.components.Axis;

/** What the curves of trainings are drawn over. */
enum Abscissa {
  ITERATIONS("iteration", "iteration", ",d"),
  SECONDS("seconds", "seconds of training", ".3~g");

  private final String column;
  private final String title;
  private final String hoverFormat;

  Abscissa(String column, String title, String hoverFormat) {
    this.column = column;
    this.title = title;
    this.hoverFormat = hoverFormat;
  }

  /** The column of a history that holds the places of the points. */
  String column() {
    return column;
  }

  Axis axis() {
    return Axis.builder().title(title).build();
  }

  /** What jsplot has no word for. */
  Map<String, Object> layout() {
    return Map.of("xaxis", Map.of("hoverformat", hoverFormat));
  }
}
