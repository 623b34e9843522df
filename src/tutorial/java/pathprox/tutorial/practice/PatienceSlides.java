package pathprox.tutorial.practice;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Slides;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import pathprox.tutorial.Panels;

/** Where would an early stop end a training, and which network would it give back? */
public final class PatienceSlides {
  private static final LineStyle WHOLE = new LineStyle("#9A9A9A", "dot", "circle");
  private static final LineStyle UNTIL = new LineStyle("#0072B2", "solid", "circle");
  private static final LineStyle BACK = new LineStyle("#D55E00", "solid", "star");
  private static final double MARGIN = 0.2; // of the height of the curve, above it and below
  private static final int SETTLED = 2; // the records before this one are far above all others

  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of("{margin: {t: 100}, hovermode: 'closest', showlegend: false}");
  private static final Map<String, Object> LINE = PlotlyWords.of("{mode: 'lines'}");
  private static final Map<String, Object> STAR =
      PlotlyWords.of("{mode: 'markers', marker: {size: 15}}");
  private static final Map<String, Object> AXES =
      PlotlyWords.of("{xaxis: {dtick: 1000, tickformat: ',d'}}");

  private PatienceSlides() {}

  /**
   * {@return a figure with a slider for the patience, side by side for {@code wholes}: the
   * validation loss over the iterations, dotted for the whole training, solid until a stop of this
   * patience, and a star at the lowest record until then} It is read from the records of trainings
   * without a stop, since one with a stop goes the same way until it ends.
   *
   * @param patiences how many records may bring no new lowest loss
   * @param wholes trainings without a stop, with a second set
   */
  public static Chart of(List<Integer> patiences, TrainingResult... wholes) {
    Map<String, Chart> steps = new LinkedHashMap<>();
    for (int patience : patiences) {
      List<Chart> panels = new ArrayList<>();
      for (TrainingResult whole : wholes) {
        panels.add(panel(whole, patience));
      }
      Chart slide = Panels.beside("Loss on the validation set", panels.toArray(Chart[]::new));
      steps.put(String.valueOf(patience), slide.withLayout(LAYOUT));
    }
    return Slides.of("patience", steps).withLayout(Map.of("height", 540));
  }

  /**
   * {@return the iteration after which {@code whole}, a training without a stop, would have ended
   * with {@code patience}}
   */
  public static int end(TrainingResult whole, int patience) {
    List<Measurement> rows = whole.history().measurements();
    return rows.get(lastRow(rows, patience)).iteration();
  }

  /** {@return the lowest validation loss in the records of {@code result}} */
  public static double lowestLoss(TrainingResult result) {
    List<Measurement> rows = result.history().measurements();
    return loss(rows.get(lowest(rows, rows.size() - 1)));
  }

  private static int lastRow(List<Measurement> rows, int patience) {
    for (int row = 0; row < rows.size(); row++) {
      if (row - lowest(rows, row) >= patience) {
        return row;
      }
    }
    return rows.size() - 1;
  }

  /** The first of the records with the lowest loss, up to {@code last}. */
  private static int lowest(List<Measurement> rows, int last) {
    int lowest = 0;
    for (int row = 1; row <= last; row++) {
      if (loss(rows.get(row)) < loss(rows.get(lowest))) {
        lowest = row;
      }
    }
    return lowest;
  }

  private static Chart panel(TrainingResult whole, int patience) {
    List<Measurement> rows = whole.history().measurements();
    int last = lastRow(rows, patience);
    Measurement back = rows.get(lowest(rows, last));
    String heading =
        String.format(
            Locale.ROOT,
            "%s<br>ends at %,d, loss %.3f",
            whole.history().run(),
            rows.get(last).iteration(),
            loss(back));
    List<Line> lines =
        List.of(
            line("all iterations", rows, WHOLE),
            line("until the stop", rows.subList(0, last + 1), UNTIL),
            line("given back", List.of(back), BACK));
    return Lines.chart("", "iteration", "", lines)
        .withTitle(heading)
        .withLayout(AXES)
        .withLayout(Map.of("xaxis", range(0, rows.get(rows.size() - 1).iteration())))
        .withLayout(Map.of("yaxis", heights(rows)))
        .withTrace(0, LINE)
        .withTrace(1, LINE)
        .withTrace(2, STAR);
  }

  private static double loss(Measurement row) {
    return row.test().loss();
  }

  private static Line line(String name, List<Measurement> rows, LineStyle style) {
    double[] iterations = rows.stream().mapToDouble(Measurement::iteration).toArray();
    double[] losses = rows.stream().mapToDouble(PatienceSlides::loss).toArray();
    return new Line(name, iterations, losses, style);
  }

  /** Of all losses but the first ones, and some more. */
  private static Map<String, Object> heights(List<Measurement> rows) {
    DoubleSummaryStatistics later =
        rows.stream().skip(SETTLED).mapToDouble(PatienceSlides::loss).summaryStatistics();
    double margin = MARGIN * (later.getMax() - later.getMin());
    return range(later.getMin() - margin, later.getMax() + margin);
  }

  private static Map<String, Object> range(double least, double most) {
    return Map.of("range", List.of(least, most));
  }
}
