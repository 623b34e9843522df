package pathprox.notebook;

import java.util.List;
import java.util.stream.Collectors;
import pathprox.experiment.ComparisonResult;
import pathprox.experiment.PathResult;
import pathprox.experiment.Refit;
import pathprox.experiment.SparsityResult;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

/** Results of several trainings: what was found in a line, and all of them as a table. */
final class ExperimentRendering {
  private ExperimentRendering() {}

  static Rendering<ComparisonResult> comparison() {
    return Rendering.html(
        ComparisonResult.class,
        result -> html(result.toString(), result.table(), result.results()),
        ComparisonResult::toString);
  }

  static Rendering<PathResult> path() {
    return Rendering.html(
        PathResult.class,
        path -> html(path.toString(), path.table(), path.results()),
        PathResult::toString);
  }

  static Rendering<SparsityResult> sparsity() {
    return Rendering.html(
        SparsityResult.class,
        result -> html(result.toString(), result.table(), result.trials()),
        SparsityResult::toString);
  }

  static Rendering<Refit> refit() {
    return Rendering.html(
        Refit.class,
        refit -> html(refit.toString(), refit.table(), List.of(refit.result())),
        Refit::toString);
  }

  /** The lines below the first say what the table says, but for what went wrong. */
  private static String html(String text, Table table, List<TrainingResult> results) {
    String title = text.lines().findFirst().orElse("");
    String diagnoses =
        results.stream()
            .filter(result -> result.diagnosis().isPresent())
            .map(result -> result.title() + "; " + result.diagnosis().get())
            .map(line -> "<p>%s</p>\n".formatted(HtmlTable.escaped(line)))
            .collect(Collectors.joining());
    return "<p><b>%s</b></p>\n%s%s"
        .formatted(HtmlTable.escaped(title), diagnoses, TableRendering.htmlTable(table).html());
  }
}
