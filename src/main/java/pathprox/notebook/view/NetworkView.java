package pathprox.notebook.view;

import java.util.List;
import pathprox.network.Summary;

/** Networks and architectures: a line for each layer. */
final class NetworkView {
  private NetworkView() {}

  static String html(Summary summary) {
    List<Summary.Line> lines = summary.lines();
    HtmlTable table =
        new HtmlTable(
            List.of(
                HtmlTable.Column.words("layer", lines, Summary.Line::layer),
                HtmlTable.Column.numbers("output", lines, line -> line.output().toString()),
                HtmlTable.Column.numbers(
                    "parameters",
                    lines,
                    line -> line.parameters() == 0 ? "" : Counts.whole(line.parameters())),
                HtmlTable.Column.words("units", lines, Summary.Line::units)),
            "");
    return Html.title(summary.title()) + table.html();
  }
}
