package pathprox.notebook.view;

import java.util.List;
import java.util.stream.Collectors;
import pathprox.experiment.ComparisonResult;
import pathprox.experiment.PathResult;
import pathprox.experiment.Refit;
import pathprox.experiment.SparsityResult;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

/** Results of several trainings: what was found in a line, and all of them as a table. */
final class ExperimentView {
  private ExperimentView() {}

  static String html(ComparisonResult result) {
    return html(result, result.table(), result.results());
  }

  static String html(PathResult path) {
    return html(path, path.table(), path.results());
  }

  static String html(SparsityResult result) {
    return html(result, result.table(), result.trials());
  }

  static String html(Refit refit) {
    return html(refit, refit.table(), List.of(refit.result()));
  }

  /** The lines below the first say what the table says, but for what went wrong. */
  private static String html(Object value, Table table, List<TrainingResult> results) {
    String title = value.toString().lines().findFirst().orElse("");
    String diagnoses =
        results.stream()
            .flatMap(
                result -> result.diagnosis().map(each -> result.title() + "; " + each).stream())
            .map(Html::paragraph)
            .collect(Collectors.joining());
    return Html.title(title) + diagnoses + HtmlTable.of(table).html();
  }
}
