package pathprox.notebook.view;

import java.util.List;
import java.util.stream.IntStream;
import pathprox.certificate.Guarantees;
import pathprox.certificate.LipschitzBound;
import pathprox.certificate.Optimality;
import pathprox.certificate.WidthBound;
import pathprox.plot.SignificantDigits;
import pathprox.table.ResidualTable;

/** What is known of a network: how far it is from optimal, how far outputs move, how wide it is. */
final class CertificateView {
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  private CertificateView() {}

  static String html(Optimality optimality) {
    HtmlTable residuals = HtmlTable.of(ResidualTable.of(optimality));
    return Html.paragraph(optimality.toString()) + residuals.html();
  }

  static String html(Guarantees guarantees) {
    return factors(guarantees.lipschitz()).html() + "\n" + widths(guarantees.width()).html();
  }

  private static HtmlTable factors(LipschitzBound bound) {
    String together = "together: outputs move by at most %s times the inputs";
    return new HtmlTable(
        List.of(
            HtmlTable.Column.words("part of the network", bound.parts(), LipschitzBound.Part::name),
            HtmlTable.Column.numbers(
                "moves by at most", bound.parts(), part -> DIGITS.format(part.bound()))),
        together.formatted(DIGITS.format(bound.network())));
  }

  private static HtmlTable widths(WidthBound bound) {
    List<WidthBound.Width> pairs = bound.pairs();
    List<Integer> numbers = IntStream.rangeClosed(1, pairs.size()).boxed().toList();
    String sufficient = "sufficient: for %s some global minimizer has no more active units";
    return new HtmlTable(
        List.of(
            HtmlTable.Column.numbers("pair", numbers, String::valueOf),
            HtmlTable.Column.numbers("active", pairs, pair -> Counts.whole(pair.active())),
            HtmlTable.Column.numbers("units", pairs, pair -> Counts.whole(pair.units())),
            HtmlTable.Column.numbers("sufficient", pairs, CertificateView::sufficient)),
        sufficient.formatted(Counts.of(bound.samples(), "sample")));
  }

  private static String sufficient(WidthBound.Width pair) {
    return pair.bound().isPresent() ? Counts.whole(pair.bound().getAsLong()) : "not known";
  }
}
