package pathprox.tutorial;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;

/** Where does an early stop end a training, and which of its networks does it give back? */
public final class EarlyStopCurve {
  private static final List<LineStyle> STYLES =
      List.of(
          new LineStyle("#9A9A9A", "dot", "circle"),
          new LineStyle("#0072B2", "solid", "circle"),
          new LineStyle("#D55E00", "solid", "star"));

  private static final Map<String, Object> POINT =
      PlotlyWords.of("{mode: 'markers', marker: {size: 16}}");

  private EarlyStopCurve() {}

  /**
   * Draws the loss on the validation set over the iterations: dotted without a stop, solid until
   * it, and a star at the record that was gone back to.
   *
   * @param whole the training without a stop, on a split
   * @param early the same one with a stop
   * @return a chart with three traces
   */
  public static Chart of(TrainingResult whole, TrainingResult early) {
    List<Measurement> rows = early.history().measurements();
    List<Measurement> seen = rows.subList(0, rows.size() - 1); // the last row is that gone back to
    Measurement lowest =
        seen.stream().min(Comparator.comparingDouble(row -> row.test().loss())).orElseThrow();
    Line without = line("without a stop", whole.history().measurements(), STYLES.get(0));
    Line until = line("until the stop", seen, STYLES.get(1));
    Line back = line("gone back to", List.of(lowest), STYLES.get(2));
    String title = "Loss on the validation set";
    return Lines.chart(title, "iteration", "validation loss", List.of(without, until, back))
        .withTrace(2, POINT);
  }

  private static Line line(String name, List<Measurement> rows, LineStyle style) {
    double[] iterations = rows.stream().mapToDouble(Measurement::iteration).toArray();
    double[] losses = rows.stream().mapToDouble(row -> row.test().loss()).toArray();
    return new Line(name, iterations, losses, style);
  }
}
