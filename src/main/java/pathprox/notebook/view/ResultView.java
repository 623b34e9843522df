package pathprox.notebook.view;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import pathprox.notebook.view.HtmlTable.Column;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

/**
 * A training: where it started, where it ended, and the way between as small curves; several: what
 * was found in a line, and all of them as a table.
 */
final class ResultView {
  /** One line of the report; empty where a record does not have it. */
  private record Quantity(String name, Function<Measurement, String> value) {}

  private ResultView() {}

  /** The lines below the first say what the table says, but for what went wrong. */
  static String html(Object value, Table table, List<TrainingResult> results) {
    StringBuilder html =
        new StringBuilder(Html.title(value.toString().lines().findFirst().orElse("")));
    for (TrainingResult result : results) {
      result
          .diagnosis()
          .map(why -> Html.paragraph(result.title() + "; " + why))
          .ifPresent(html::append);
    }
    return html + HtmlTable.of(table, false).html();
  }

  static String html(TrainingResult result) {
    String title =
        Html.title(result.title())
            + result.diagnosis().map(Html::paragraph).orElse("")
            + Html.paragraph(result.setting());
    List<Measurement> rows = result.history().measurements();
    if (rows.isEmpty()) {
      return title;
    }
    String curves =
        SmallCurve.ofTraining(
            rows.stream().mapToDouble(result.history()::objective),
            rows.stream().mapToDouble(row -> row.regularity().totalActiveUnits()));
    String guarantees = Html.paragraph(result.guarantees().toString());
    return title + curves + table(result.history()).html() + guarantees;
  }

  private static HtmlTable table(History history) {
    Measurement first = history.measurements().get(0);
    Measurement last = history.last();
    // A training that was resumed may have rows without what the last has.
    List<Quantity> quantities =
        quantities(history).filter(each -> !each.value.apply(last).isEmpty()).toList();
    return HtmlTable.of(
        "",
        Column.words("", quantities, Quantity::name),
        Column.numbers("start", quantities, each -> each.value.apply(first)),
        Column.numbers(
            "iteration " + Numerals.whole(last.iteration()),
            quantities,
            each -> each.value.apply(last)));
  }

  private static Stream<Quantity> quantities(History history) {
    String scale = history.lambda() > 0 ? "relative to λ" : "absolute";
    return Stream.of(
        new Quantity("objective", row -> number(history.objective(row))),
        new Quantity("training loss", row -> number(row.train().loss())),
        new Quantity("path norm", row -> number(row.regularity().pathNorm())),
        new Quantity("active units", row -> row.regularity().activeUnits().toString()),
        new Quantity("strong units", row -> row.regularity().strongUnits().toString()),
        new Quantity("optimality residual, " + scale, row -> number(row.optimality())),
        new Quantity("training accuracy", row -> percent(row.train().accuracy())),
        new Quantity("test accuracy", row -> percent(row.test().accuracy())));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Numerals.rounded(value);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : String.format(ROOT, "%.2f %%", 100 * share);
  }
}
