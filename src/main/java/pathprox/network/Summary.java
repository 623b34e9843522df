package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What a network is made of, one line for each layer.
 *
 * @param title one line about the whole
 * @param lines from the input to the output
 */
public record Summary(String title, List<Line> lines) {
  /**
   * One layer.
   *
   * @param layer what it is
   * @param output the shape of a sample behind it
   * @param parameters the number of its weights and biases
   * @param units its role in a pair, or why it has none; empty for layers without parameters
   */
  public record Line(String layer, Shape output, long parameters, String units) {}

  public Summary {
    lines = List.copyOf(lines);
  }

  static Summary of(Architecture architecture) {
    List<Line> lines = lines(architecture, architecture.pairing().reasons());
    return new Summary(title("Architecture", architecture, lines), lines);
  }

  static Summary of(Network network) {
    Architecture architecture = network.architecture();
    List<String> reasons = new ArrayList<>(architecture.pairing().reasons());
    for (UnitPair pair : architecture.pairing().pairs()) {
      String active =
          ", %d active, %d strong".formatted(network.activeUnits(pair), network.strongUnits(pair));
      reasons.set(pair.incoming(), reasons.get(pair.incoming()) + active);
    }
    List<Line> lines = lines(architecture, reasons);
    String type = network.type() == DataType.FLOAT ? "32" : "64";
    return new Summary(title("Network", architecture, lines) + ", float" + type, lines);
  }

  private static String title(String what, Architecture architecture, List<Line> lines) {
    long parameters = lines.stream().mapToLong(Line::parameters).sum();
    return String.format(
        Locale.ROOT,
        "%s %s → %s, %,d parameters",
        what,
        architecture.input(),
        architecture.output(),
        parameters);
  }

  private static List<Line> lines(Architecture architecture, List<String> reasons) {
    List<Line> lines = new ArrayList<>();
    List<Shape> shapes = architecture.shapes();
    int parametric = 0;
    for (Layer layer : architecture.layers()) {
      long parameters = 0;
      String units = "";
      if (layer instanceof ParametricLayer weighted) {
        parameters = weighted.parameterCount();
        units = reasons.get(parametric++);
      }
      lines.add(new Line(layer.toString(), shapes.get(lines.size()), parameters, units));
    }
    return lines;
  }

  @Override
  public String toString() {
    return lines.stream()
        .map(Summary::text)
        .collect(
            Collectors.joining(
                "\n", title + "\n  layer                      output   parameters   units\n", ""));
  }

  private static String text(Line line) {
    return String.format(
            Locale.ROOT,
            "  %-22s %10s %,12d   %s",
            line.layer(),
            line.output(),
            line.parameters(),
            line.units())
        .stripTrailing();
  }
}
