package pathprox.notebook;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pathprox.certificate.Guarantees;
import pathprox.certificate.LipschitzBound;
import pathprox.certificate.Optimality;
import pathprox.certificate.WidthBound;
import pathprox.plot.SignificantDigits;
import pathprox.table.ResidualTable;

/** What is known of a network: how far it is from optimal, how far outputs move, how wide it is. */
final class CertificateRendering {
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  private CertificateRendering() {}

  static Rendering<Optimality> optimality() {
    return Rendering.html(Optimality.class, CertificateRendering::html, Optimality::toString);
  }

  static Rendering<Guarantees> guarantees() {
    return Rendering.html(Guarantees.class, CertificateRendering::html, Guarantees::toString);
  }

  private static String html(Optimality optimality) {
    String lines = HtmlTable.escaped(optimality.toString()).replace("\n", "<br>");
    return "<p>%s</p>\n%s"
        .formatted(lines, TableRendering.htmlTable(ResidualTable.of(optimality)).html());
  }

  private static String html(Guarantees guarantees) {
    return factors(guarantees.lipschitz()).html() + "\n" + widths(guarantees.width()).html();
  }

  private static HtmlTable factors(LipschitzBound bound) {
    return new HtmlTable(
        List.of(
            new HtmlTable.Column(
                "part of the network",
                bound.parts().stream().map(LipschitzBound.Part::name).toList(),
                false),
            new HtmlTable.Column(
                "moves by at most",
                bound.parts().stream().map(part -> DIGITS.format(part.bound())).toList(),
                true)),
        "together: outputs move by at most %s times the inputs"
            .formatted(DIGITS.format(bound.network())));
  }

  private static HtmlTable widths(WidthBound bound) {
    List<WidthBound.Width> pairs = bound.pairs();
    Stream<String> numbers = IntStream.rangeClosed(1, pairs.size()).mapToObj(String::valueOf);
    return new HtmlTable(
        List.of(
            new HtmlTable.Column("pair", numbers.toList(), true),
            column("active", pairs, pair -> whole(pair.active())),
            column("units", pairs, pair -> whole(pair.units())),
            column(
                "sufficient",
                pairs,
                pair -> pair.bound().isPresent() ? whole(pair.bound().getAsLong()) : "not known")),
        String.format(
            Locale.ROOT,
            "sufficient: for %,d samples some global minimizer has no more active units",
            bound.samples()));
  }

  private static HtmlTable.Column column(
      String name, List<WidthBound.Width> pairs, Function<WidthBound.Width, String> cell) {
    return new HtmlTable.Column(name, pairs.stream().map(cell).toList(), true);
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
