package pathprox.notebook.view;

import static pathprox.notebook.view.Numerals.rounded;
import static pathprox.notebook.view.Numerals.whole;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pathprox.certificate.Guarantees;
import pathprox.certificate.LipschitzBound;
import pathprox.certificate.Optimality;
import pathprox.certificate.WidthBound;
import pathprox.network.Summary;
import pathprox.notebook.view.HtmlTable.Column;
import pathprox.table.ResidualTable;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

/** Networks, trainings, and what is certain about them, as HTML. */
final class LibraryView {
  /** One line of a report; empty where a record does not have it. */
  private record Quantity(String name, Function<Measurement, String> value) {}

  private LibraryView() {}

  static String html(Summary summary) {
    List<Summary.Line> lines = summary.lines();
    HtmlTable table =
        HtmlTable.of(
            "",
            Column.words("layer", lines, Summary.Line::layer),
            Column.numbers("output", lines, line -> line.output().toString()),
            Column.numbers(
                "parameters",
                lines,
                line -> line.parameters() == 0 ? "" : whole(line.parameters())),
            Column.words("units", lines, Summary.Line::units));
    return Html.title(summary.title()) + table.html();
  }

  static String html(Optimality optimality) {
    HtmlTable residuals = HtmlTable.of(ResidualTable.of(optimality), false);
    return Html.paragraph(optimality.toString()) + residuals.html();
  }

  static String html(Guarantees guarantees) {
    LipschitzBound bound = guarantees.lipschitz();
    String together = "together: outputs move by at most %s times the inputs";
    HtmlTable factors =
        HtmlTable.of(
            together.formatted(rounded(bound.network())),
            Column.words("part of the network", bound.parts(), LipschitzBound.Part::name),
            Column.numbers("moves by at most", bound.parts(), part -> rounded(part.bound())));
    List<WidthBound.Width> pairs = guarantees.width().pairs();
    List<Integer> numbers = IntStream.rangeClosed(1, pairs.size()).boxed().toList();
    String sufficient = "sufficient: for %s some global minimizer has no more active units";
    HtmlTable widths =
        HtmlTable.of(
            sufficient.formatted(Numerals.count(guarantees.width().samples(), "sample")),
            Column.numbers("pair", numbers, String::valueOf),
            Column.numbers("active", pairs, pair -> whole(pair.active())),
            Column.numbers("units", pairs, pair -> whole(pair.units())),
            Column.numbers(
                "sufficient",
                pairs,
                pair -> pair.bound().isPresent() ? whole(pair.bound().getAsLong()) : "not known"));
    return factors.html() + "\n" + widths.html();
  }

  /** Several trainings: what was found in a line, what went wrong, and all of them as a table. */
  static String html(Object value, Table table, List<TrainingResult> results) {
    return results.stream()
        .filter(result -> result.diagnosis().isPresent())
        .map(result -> Html.paragraph(result.summary()))
        .collect(
            Collectors.joining(
                "",
                Html.title(value.toString().lines().findFirst().orElse("")),
                HtmlTable.of(table, false).html()));
  }

  /** Where a training started, where it ended, and the way between as small curves. */
  static String html(TrainingResult result) {
    History history = result.history();
    String title =
        Html.title(result.title())
            + result.diagnosis().map(Html::paragraph).orElse("")
            + Html.paragraph(result.setting());
    List<Measurement> rows = history.measurements();
    if (rows.isEmpty()) {
      return title;
    }
    String curves =
        SmallCurve.ofTraining(
            rows.stream().mapToDouble(history::objective),
            rows.stream().mapToDouble(row -> row.regularity().totalActiveUnits()));
    return title + curves + table(history).html();
  }

  private static HtmlTable table(History history) {
    Measurement first = history.measurements().get(0);
    Measurement last = history.last();
    String scale = history.lambda() > 0 ? "relative to λ" : "absolute";
    // A training that was resumed may have rows without what the last has.
    List<Quantity> quantities =
        Stream.of(
                new Quantity("objective", row -> number(history.objective(row))),
                new Quantity("training loss", row -> number(row.train().loss())),
                new Quantity("test loss", row -> number(row.test().loss())),
                new Quantity("path norm", row -> number(row.regularity().pathNorm())),
                new Quantity("active units", row -> row.regularity().activeUnits().toString()),
                new Quantity("strong units", row -> row.regularity().strongUnits().toString()),
                new Quantity("optimality residual, " + scale, row -> number(row.optimality())),
                new Quantity("training accuracy", row -> percent(row.train().accuracy())),
                new Quantity("test accuracy", row -> percent(row.test().accuracy())))
            .filter(each -> !each.value.apply(last).isEmpty())
            .toList();
    String end = "iteration " + whole(last.iteration());
    return HtmlTable.of(
        "",
        Column.words("", quantities, Quantity::name),
        Column.numbers("start", quantities, each -> each.value.apply(first)),
        Column.numbers(end, quantities, each -> each.value.apply(last)));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : rounded(value);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
