package pathprox.notebook;

import pathprox.experiment.ComparisonResult;
import pathprox.experiment.PathResult;
import pathprox.experiment.Refit;
import pathprox.experiment.SparsityResult;
import tech.tablesaw.api.Table;

/** Results of several trainings: what was found in a line, and all of them as a table. */
final class ExperimentRendering {
  private ExperimentRendering() {}

  static Rendering<ComparisonResult> comparison() {
    return Rendering.html(
        ComparisonResult.class,
        result -> html(result.toString(), result.table()),
        ComparisonResult::toString);
  }

  static Rendering<PathResult> path() {
    return Rendering.html(
        PathResult.class, path -> html(path.toString(), path.table()), PathResult::toString);
  }

  static Rendering<SparsityResult> sparsity() {
    return Rendering.html(
        SparsityResult.class,
        result -> html(result.toString(), result.table()),
        SparsityResult::toString);
  }

  static Rendering<Refit> refit() {
    return Rendering.html(
        Refit.class, refit -> html(refit.toString(), refit.table()), Refit::toString);
  }

  /** The lines below the first say what the table says. */
  private static String html(String text, Table table) {
    String title = text.lines().findFirst().orElse("");
    return "<p><b>%s</b></p>\n%s"
        .formatted(HtmlTable.escaped(title), TableRendering.htmlTable(table).html());
  }
}
