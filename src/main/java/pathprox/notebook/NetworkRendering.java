package pathprox.notebook;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.Summary;

/** Networks and architectures: a line for each layer. */
final class NetworkRendering {
  private NetworkRendering() {}

  static Rendering<Network> network() {
    return Rendering.html(Network.class, network -> html(network.summary()), Network::toString);
  }

  static Rendering<Architecture> architecture() {
    return Rendering.html(
        Architecture.class, architecture -> html(architecture.summary()), Architecture::toString);
  }

  static Rendering<Summary> summary() {
    return Rendering.html(Summary.class, NetworkRendering::html, Summary::toString);
  }

  private static String html(Summary summary) {
    HtmlTable table =
        new HtmlTable(
            List.of(
                column(summary, "layer", false, Summary.Line::layer),
                column(summary, "output", true, line -> line.output().toString()),
                column(summary, "parameters", true, NetworkRendering::parameters),
                column(summary, "units", false, Summary.Line::units)),
            "");
    return "<p><b>%s</b></p>\n%s".formatted(HtmlTable.escaped(summary.title()), table.html());
  }

  private static HtmlTable.Column column(
      Summary summary, String name, boolean numeric, Function<Summary.Line, String> cell) {
    return new HtmlTable.Column(name, summary.lines().stream().map(cell).toList(), numeric);
  }

  private static String parameters(Summary.Line line) {
    return line.parameters() == 0 ? "" : String.format(Locale.ROOT, "%,d", line.parameters());
  }
}
