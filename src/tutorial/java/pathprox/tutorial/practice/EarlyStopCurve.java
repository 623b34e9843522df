package pathprox.tutorial.practice;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
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
  private static final LineStyle WITHOUT = new LineStyle("#9A9A9A", "dot", "circle");
  private static final LineStyle UNTIL = new LineStyle("#0072B2", "solid", "circle");
  private static final LineStyle BACK = new LineStyle("#D55E00", "solid", "star");
  private static final double MARGIN = 0.2; // of the height of the curve, above it and below

  private EarlyStopCurve() {}

  /**
   * Draws the loss on the validation set over the iterations: dotted without a stop, solid until
   * it, and a star at the record that was gone back to. The first records, far above all others,
   * are cut off.
   *
   * @param whole the training without a stop, on a split
   * @param early the same one with a stop
   * @return a chart with three traces
   */
  public static Chart of(TrainingResult whole, TrainingResult early) {
    List<Measurement> all = whole.history().measurements();
    List<Measurement> rows = early.history().measurements();
    List<Measurement> until = rows.subList(0, rows.size() - 1); // the last is that gone back to
    Measurement back = until.stream().min(Comparator.comparingDouble(EarlyStopCurve::loss)).get();
    List<Line> lines =
        List.of(
            line("without a stop", all, WITHOUT),
            line("until the stop", until, UNTIL),
            line("gone back to", List.of(back), BACK));
    return Lines.chart("Loss on the validation set", "iteration", "validation loss", lines)
        .withLayout(Lines.LEGEND_ABOVE)
        .withLayout(Map.of("yaxis", Map.of("range", range(all, back.iteration()))))
        .withTrace(0, PlotlyWords.of("{mode: 'lines'}"))
        .withTrace(2, PlotlyWords.of("{mode: 'markers', marker: {size: 16}}"));
  }

  /** {@return the lowest validation loss in the records of {@code result}} */
  public static double lowestLoss(TrainingResult result) {
    return result.history().measurements().stream()
        .mapToDouble(EarlyStopCurve::loss)
        .min()
        .orElse(Double.NaN);
  }

  private static double loss(Measurement row) {
    return row.test().loss();
  }

  private static Line line(String name, List<Measurement> rows, LineStyle style) {
    double[] iterations = rows.stream().mapToDouble(Measurement::iteration).toArray();
    double[] losses = rows.stream().mapToDouble(EarlyStopCurve::loss).toArray();
    return new Line(name, iterations, losses, style);
  }

  /** Of the losses from an iteration on, and some more. */
  private static List<Double> range(List<Measurement> rows, int iteration) {
    DoubleSummaryStatistics later =
        rows.stream()
            .filter(row -> row.iteration() >= iteration)
            .mapToDouble(EarlyStopCurve::loss)
            .summaryStatistics();
    double margin = MARGIN * (later.getMax() - later.getMin());
    return List.of(later.getMin() - margin, later.getMax() + margin);
  }
}
