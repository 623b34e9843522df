package pathprox.notebook.view;

import static pathprox.notebook.view.Numerals.rounded;
import static pathprox.notebook.view.Numerals.whole;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pathprox.evaluation.ClassScore;
import pathprox.evaluation.ClassificationReport;
import pathprox.evaluation.RegressionReport;
import pathprox.metrics.InputInfluence;
import pathprox.notebook.view.HtmlTable.Column;

/** How good predictions are, and what they look at, as HTML. */
final class ReportView {
  /** A measure of a regression, of its baseline, and the interval of the first, empty for none. */
  private record Measure(String name, double value, double baseline, String interval) {}

  private ReportView() {}

  static String html(ClassificationReport report) {
    List<String> lines = report.lines();
    return Html.title(lines.get(0))
        + Html.paragraph(String.join("\n", lines.subList(1, lines.size())))
        + classes(report.classes())
        + "\n"
        + confusion(report);
  }

  private static String classes(List<ClassScore> scores) {
    List<ClassScore> shown = scores.subList(0, Math.min(HtmlTable.MOST, scores.size()));
    return HtmlTable.of(
            shown.size() < scores.size()
                ? "%s of %s classes".formatted(shown.size(), scores.size())
                : "",
            Column.words("class", shown, ClassScore::name),
            Column.numbers("precision", shown, each -> share(each.precision())),
            Column.numbers("recall", shown, each -> share(each.recall())),
            Column.numbers("F1", shown, each -> share(each.f1())),
            Column.numbers("support", shown, each -> whole(each.support())))
        .html();
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
  }

  /** Blue over what the page has as its background, as the text has the color of the page. */
  private static String confusion(ClassificationReport report) {
    List<String> names = report.classNames();
    int[][] counts = report.confusionMatrix();
    if (names.size() > HtmlTable.MOST) {
      return Html.paragraph("the confusion matrix of so many classes is drawn by confusion()");
    }
    String heading = cells("th", names.stream().map(Html::escaped).toList());
    String rows =
        Html.lines(
            names.size(),
            i -> {
              String name = "<th style=\"text-align:left\">%s</th>";
              return "<tr>" + name.formatted(Html.escaped(names.get(i))) + row(counts[i]) + "</tr>";
            });
    return """
        <table>
        <thead><tr><th>true ↓ predicted →</th>%s</tr></thead>
        <tbody>
        %s
        </tbody>
        </table>"""
        .formatted(heading, rows);
  }

  private static String cells(String tag, List<String> contents) {
    return contents.stream()
        .map(each -> "<%s>%s</%1$s>".formatted(tag, each))
        .collect(Collectors.joining());
  }

  private static String row(int[] counts) {
    double sum = Math.max(1, Arrays.stream(counts).sum());
    String cell = "<td style=\"text-align:right;background:rgba(0,114,178,%.2f)\">%s</td>";
    return Arrays.stream(counts)
        .mapToObj(count -> String.format(Locale.ROOT, cell, 0.6 * count / sum, whole(count)))
        .collect(Collectors.joining());
  }

  static String html(RegressionReport report) {
    List<Measure> measures =
        List.of(
            new Measure(
                "R²",
                report.rSquared(),
                Math.rint(1e4 * report.baselineRSquared()) / 1e4,
                report.rSquaredInterval(1).toString()),
            new Measure(
                "RMSE", report.rmse(), report.baselineRmse(), report.rmseInterval(1).toString()),
            new Measure("MAE", report.mae(), report.baselineMae(), ""));
    List<String> lines = report.lines();
    HtmlTable table =
        HtmlTable.of(
            lines.get(lines.size() - 1),
            Column.words("", measures, Measure::name),
            Column.numbers("predictions", measures, each -> rounded(each.value)),
            Column.numbers("95 % interval", measures, Measure::interval),
            Column.numbers("baseline", measures, each -> rounded(each.baseline)));
    return Html.title(lines.get(0)) + table.html();
  }

  static String html(InputInfluence influence) {
    List<InputInfluence.Group> groups = influence.strongestFirst();
    List<InputInfluence.Group> shown = groups.subList(0, Math.min(HtmlTable.MOST, groups.size()));
    HtmlTable table =
        HtmlTable.of(
            Numerals.shown(shown.size(), groups.size(), "input"),
            Column.words("input", shown, InputInfluence.Group::name),
            Column.numbers("influence", shown, each -> rounded(each.value())),
            Column.numbers(
                "share", shown, each -> String.format(Locale.ROOT, "%.1f %%", 100 * each.share())));
    return Html.title(influence.title()) + table.html();
  }
}
