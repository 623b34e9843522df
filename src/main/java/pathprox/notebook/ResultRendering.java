package pathprox.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import pathprox.plot.SignificantDigits;
import pathprox.table.HistoryTable;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;

/** Training results: where they started, where they ended, and the way between as small curves. */
final class ResultRendering {
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  /** One line of the report. */
  private record Quantity(String name, Function<Measurement, String> value) {}

  private ResultRendering() {}

  static Rendering<TrainingResult> result() {
    return Rendering.html(TrainingResult.class, ResultRendering::html, TrainingResult::toString);
  }

  static Rendering<History> history() {
    return Rendering.table(
        History.class, history -> TableRendering.htmlTable(HistoryTable.of(history)));
  }

  private static String html(TrainingResult result) {
    String title =
        "<p><b>%s</b></p>\n".formatted(HtmlTable.escaped(result.title()))
            + result.diagnosis().map(ResultRendering::paragraph).orElse("")
            + paragraph(result.setting());
    History history = result.history();
    if (history.measurements().isEmpty()) {
      return title;
    }
    String guarantees = HtmlTable.escaped(result.guarantees().toString()).replace("\n", "<br>");
    return title
        + "<div>"
        + curves(history)
        + "</div>\n"
        + table(history).html()
        + "<p>%s</p>".formatted(guarantees);
  }

  private static String paragraph(String text) {
    return "<p>%s</p>\n".formatted(HtmlTable.escaped(text));
  }

  private static String curves(History history) {
    return SmallCurve.ofTraining(
        values(history, history::objective),
        values(history, row -> row.regularity().totalActiveUnits()));
  }

  private static HtmlTable table(History history) {
    List<Quantity> quantities = quantities(history);
    Measurement first = history.measurements().get(0);
    return new HtmlTable(
        List.of(
            new HtmlTable.Column("", quantities.stream().map(Quantity::name).toList(), false),
            column("start", quantities, first),
            column(
                String.format(Locale.ROOT, "iteration %,d", history.last().iteration()),
                quantities,
                history.last())),
        "");
  }

  private static HtmlTable.Column column(String name, List<Quantity> quantities, Measurement row) {
    return new HtmlTable.Column(
        name, quantities.stream().map(quantity -> quantity.value.apply(row)).toList(), true);
  }

  private static List<Quantity> quantities(History history) {
    List<Quantity> quantities = new ArrayList<>();
    quantities.add(new Quantity("objective", row -> DIGITS.format(history.objective(row))));
    quantities.add(new Quantity("training loss", row -> DIGITS.format(row.train().loss())));
    quantities.add(new Quantity("path norm", row -> DIGITS.format(row.regularity().pathNorm())));
    quantities.add(new Quantity("active units", row -> row.regularity().activeUnits().toString()));
    quantities.add(new Quantity("strong units", row -> row.regularity().strongUnits().toString()));
    if (!Double.isNaN(history.last().optimality())) {
      String scale = history.lambda() > 0 ? "relative to λ" : "absolute";
      quantities.add(
          new Quantity("optimality residual, " + scale, row -> residual(row.optimality())));
    }
    if (!Double.isNaN(history.last().train().accuracy())) {
      quantities.add(new Quantity("training accuracy", row -> percent(row.train().accuracy())));
    }
    if (!Double.isNaN(history.last().test().accuracy())) {
      quantities.add(new Quantity("test accuracy", row -> percent(row.test().accuracy())));
    }
    return quantities;
  }

  /** A training that was resumed may have rows without it. */
  private static String residual(double value) {
    return Double.isNaN(value) ? "" : DIGITS.format(value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  private static double[] values(History history, ToDoubleFunction<Measurement> value) {
    return history.measurements().stream().mapToDouble(value).toArray();
  }
}
