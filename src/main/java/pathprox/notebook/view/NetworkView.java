package pathprox.notebook.view;

import static pathprox.notebook.view.Numerals.rounded;
import static pathprox.notebook.view.Numerals.whole;

import java.util.List;
import java.util.stream.IntStream;
import pathprox.certificate.Guarantees;
import pathprox.certificate.LipschitzBound;
import pathprox.certificate.Optimality;
import pathprox.certificate.WidthBound;
import pathprox.network.Summary;
import pathprox.notebook.view.HtmlTable.Column;
import pathprox.table.ResidualTable;

/** Networks, a line for each layer, and what is certain about them. */
final class NetworkView {
  private NetworkView() {}

  static String html(Summary summary) {
    List<Summary.Line> lines = summary.lines();
    HtmlTable table =
        HtmlTable.of(
            "",
            Column.words("layer", lines, Summary.Line::layer),
            Column.numbers("output", lines, line -> line.output().toString()),
            Column.numbers("parameters", lines, NetworkView::parameters),
            Column.words("units", lines, Summary.Line::units));
    return Html.title(summary.title()) + table.html();
  }

  private static String parameters(Summary.Line line) {
    return line.parameters() == 0 ? "" : whole(line.parameters());
  }

  static String html(Optimality optimality) {
    HtmlTable residuals = HtmlTable.of(ResidualTable.of(optimality), false);
    return Html.paragraph(optimality.toString()) + residuals.html();
  }

  static String html(Guarantees guarantees) {
    return factors(guarantees.lipschitz()).html() + "\n" + widths(guarantees.width()).html();
  }

  private static HtmlTable factors(LipschitzBound bound) {
    String together = "together: outputs move by at most %s times the inputs";
    return HtmlTable.of(
        together.formatted(rounded(bound.network())),
        Column.words("part of the network", bound.parts(), LipschitzBound.Part::name),
        Column.numbers("moves by at most", bound.parts(), part -> rounded(part.bound())));
  }

  private static HtmlTable widths(WidthBound bound) {
    List<WidthBound.Width> pairs = bound.pairs();
    List<Integer> numbers = IntStream.rangeClosed(1, pairs.size()).boxed().toList();
    String sufficient = "sufficient: for %s some global minimizer has no more active units";
    return HtmlTable.of(
        sufficient.formatted(Numerals.count(bound.samples(), "sample")),
        Column.numbers("pair", numbers, String::valueOf),
        Column.numbers("active", pairs, pair -> whole(pair.active())),
        Column.numbers("units", pairs, pair -> whole(pair.units())),
        Column.numbers("sufficient", pairs, NetworkView::sufficient));
  }

  private static String sufficient(WidthBound.Width pair) {
    return pair.bound().isPresent() ? whole(pair.bound().getAsLong()) : "not known";
  }
}
