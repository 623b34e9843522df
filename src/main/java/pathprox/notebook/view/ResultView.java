package pathprox.notebook.view;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import pathprox.plot.SignificantDigits;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;

/** Training results: where they started, where they ended, and the way between as small curves. */
final class ResultView {
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  /** One line of the report. */
  private record Quantity(String name, Function<Measurement, String> value) {}

  private ResultView() {}

  static String html(TrainingResult result) {
    String title =
        Html.title(result.title())
            + result.diagnosis().map(Html::paragraph).orElse("")
            + Html.paragraph(result.setting());
    History history = result.history();
    return history.measurements().isEmpty()
        ? title
        : title
            + curves(history)
            + table(history).html()
            + Html.paragraph(result.guarantees().toString());
  }

  private static String curves(History history) {
    return SmallCurve.ofTraining(
        values(history, history::objective),
        values(history, row -> row.regularity().totalActiveUnits()));
  }

  private static double[] values(History history, ToDoubleFunction<Measurement> value) {
    return history.measurements().stream().mapToDouble(value).toArray();
  }

  private static HtmlTable table(History history) {
    List<Quantity> quantities = quantities(history);
    Measurement first = history.measurements().get(0);
    Measurement last = history.last();
    String end = "iteration " + Counts.whole(last.iteration());
    return new HtmlTable(
        List.of(
            HtmlTable.Column.words("", quantities, Quantity::name),
            HtmlTable.Column.numbers("start", quantities, each -> each.value.apply(first)),
            HtmlTable.Column.numbers(end, quantities, each -> each.value.apply(last))),
        "");
  }

  /** What the last record has; a training that was resumed may have rows without it. */
  private static List<Quantity> quantities(History history) {
    String scale = history.lambda() > 0 ? "relative to λ" : "absolute";
    return Stream.of(
            new Quantity("objective", row -> number(history.objective(row))),
            new Quantity("training loss", row -> number(row.train().loss())),
            new Quantity("path norm", row -> number(row.regularity().pathNorm())),
            new Quantity("active units", row -> row.regularity().activeUnits().toString()),
            new Quantity("strong units", row -> row.regularity().strongUnits().toString()),
            new Quantity("optimality residual, " + scale, row -> number(row.optimality())),
            new Quantity("training accuracy", row -> percent(row.train().accuracy())),
            new Quantity("test accuracy", row -> percent(row.test().accuracy())))
        .filter(quantity -> !quantity.value.apply(history.last()).isEmpty())
        .toList();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : DIGITS.format(value);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : String.format(ROOT, "%.2f %%", 100 * share);
  }
}
