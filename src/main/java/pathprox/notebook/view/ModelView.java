package pathprox.notebook.view;

import java.util.List;
import pathprox.features.FeaturePlan;
import pathprox.features.TableEncoder;
import pathprox.model.Model;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;

/** What becomes of a table, and what came of that, as HTML. */
final class ModelView {
  private ModelView() {}

  static String html(FeaturePlan plan) {
    return Html.title(firstLine(plan))
        + Html.paragraph(plan.target().toString())
        + HtmlTable.of(plan.table(), false).html();
  }

  static String html(TableEncoder encoder) {
    return Html.title(firstLine(encoder)) + HtmlTable.of(encoder.table(), false).html();
  }

  private static String firstLine(Object value) {
    return value.toString().lines().findFirst().orElse("");
  }

  /** How good it is, what became of the columns, what it looks at, and how it came to be. */
  static String html(Model model) {
    List<String> lines = model.lines();
    List<String> measures = model.origin().measures();
    List<String> others = lines.subList(measures.size(), lines.size());
    String curves = model.training().map(ModelView::curves).orElse("");
    return Html.title("model of " + model.target())
        + measures(model, measures)
        + HtmlTable.of(model.plan().table(), false).html()
        + "\n"
        + ReportView.html(model.influence())
        + Html.title("How it came to be")
        + Html.list(others)
        + curves;
  }

  private static String measures(Model model, List<String> lines) {
    if (model.validation().isEmpty()) {
      return lines.isEmpty() ? "" : Html.paragraph(String.join("\n", lines));
    }
    String report =
        model.target().classes().isEmpty()
            ? ReportView.html(model.regression())
            : ReportView.html(model.classification());
    return Html.paragraph(lines.get(0)) + report + "\n";
  }

  private static String curves(TrainingResult result) {
    History history = result.history();
    List<Measurement> rows = history.measurements();
    return rows.size() < 2
        ? ""
        : SmallCurve.ofTraining(
            rows.stream().mapToDouble(history::objective),
            rows.stream().mapToDouble(row -> row.regularity().totalActiveUnits()));
  }
}
