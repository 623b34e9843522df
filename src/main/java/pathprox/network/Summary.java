package pathprox.network;

import java.util.ArrayList;
import java.util.Iterator;
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
   * One {@code layer}: the shape of a sample after it, the number of its weights and biases, and
   * its role in a pair or why it has none; empty for layers without parameters.
   */
  public record Line(String layer, Shape output, long parameters, String units) {
    @Override
    public String toString() {
      String format = "  %-22s %10s %,12d   %s";
      return String.format(Locale.ROOT, format, layer, output, parameters, units).stripTrailing();
    }
  }

  public Summary {
    lines = List.copyOf(lines);
  }

  static Summary of(Architecture architecture) {
    return of("Architecture", architecture, architecture.pairing().reasons(), "");
  }

  static Summary of(Network network) {
    Architecture architecture = network.architecture();
    List<String> reasons = new ArrayList<>(architecture.pairing().reasons());
    for (UnitPair pair : architecture.pairing().pairs()) {
      String active =
          ", %s active, %s strong".formatted(network.activeUnits(pair), network.strongUnits(pair));
      reasons.set(pair.incoming(), reasons.get(pair.incoming()) + active);
    }
    String type = network.type() == DataType.FLOAT ? ", float32" : ", float64";
    return of("Network", architecture, reasons, type);
  }

  private static Summary of(
      String what, Architecture architecture, List<String> reasons, String type) {
    List<Line> lines = new ArrayList<>();
    Iterator<String> units = reasons.iterator();
    for (Layer layer : architecture.layers()) {
      Shape output = architecture.shapes().get(lines.size() + 1);
      lines.add(
          layer instanceof ParametricLayer weighted
              ? new Line(layer.toString(), output, weighted.parameterCount(), units.next())
              : new Line(layer.toString(), output, 0, ""));
    }
    long parameters = lines.stream().mapToLong(Line::parameters).sum();
    Shape input = architecture.input();
    String title = "%s %s → %s, %,d parameters%s";
    return new Summary(
        String.format(Locale.ROOT, title, what, input, architecture.output(), parameters, type),
        lines);
  }

  @Override
  public String toString() {
    String head = title + "\n  layer                      output   parameters   units\n";
    return head + lines.stream().map(Line::toString).collect(Collectors.joining("\n"));
  }
}
