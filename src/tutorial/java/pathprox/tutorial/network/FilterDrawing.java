package pathprox.tutorial.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.metrics.PathNorm;
import pathprox.network.Conv2d;
import pathprox.network.Network;
import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** The filters of first convolutions of several networks, all in the same colors. */
public final class FilterDrawing {
  private static final int CELL = 7;
  private static final int GAP = 8;
  private static final int PER_ROW = 16;
  private static final int LEFT = 20;

  private FilterDrawing() {}

  /**
   * {@return for each of {@code networks}, by its name, the filters of its first convolution, the
   * largest path norms first, those that are zero in gray: orange weights are positive, blue ones
   * negative, of the same strength for the same number in all networks}
   *
   * @throws IllegalArgumentException if there is none, or the first layer of one is no convolution
   *     of one channel in a pair
   */
  public static Picture of(Map<String, Network> networks) {
    networks.forEach(FilterDrawing::require);
    double largest =
        networks.values().stream()
            .mapToDouble(network -> network.weights(0).amaxNumber().doubleValue())
            .max()
            .orElseThrow(() -> new IllegalArgumentException("filters need a network, found none"));
    List<Integer> heights = networks.values().stream().map(FilterDrawing::height).toList();
    Drawing sheet = new Drawing(740, 30 + heights.stream().mapToInt(i -> i).sum());
    double y = 10;
    for (Map.Entry<String, Network> each : networks.entrySet()) {
      long active = Arrays.stream(norms(each.getValue())).filter(norm -> norm > 0).count();
      String title = "%s: %s of %s filters are read";
      sheet.title(
          LEFT, y + 20, title.formatted(each.getKey(), active, each.getValue().weights(0).size(0)));
      filters(sheet, y + 34, each.getValue(), largest);
      y += height(each.getValue());
    }
    String scale =
        String.format(Locale.ROOT, "weights: blue −%.2f, white 0, orange %.2f", largest, largest);
    sheet.note(LEFT, y + 8, scale + "; gray: nothing reads the filter", Drawing.INK);
    return sheet.picture(
        String.join(", ", networks.keySet()) + ": filters of the first layer; " + scale);
  }

  private static void require(String name, Network network) {
    boolean fits =
        network.architecture().parametricLayers().get(0) instanceof Conv2d
            && network.weights(0).size(1) == 1
            && network.architecture().pairing().isPaired(0);
    if (!fits) {
      String message = "'%s' must start with a convolution of one channel in a pair, found %s";
      throw new IllegalArgumentException(
          message.formatted(name, network.architecture().layers().get(0)));
    }
  }

  private static double[] norms(Network network) {
    return PathNorm.perUnit(network, network.architecture().pairing().pairs().get(0));
  }

  private static int rows(Network network) {
    return ((int) network.weights(0).size(0) + PER_ROW - 1) / PER_ROW;
  }

  private static int height(Network network) {
    return 50 + rows(network) * ((int) network.weights(0).size(2) * CELL + GAP);
  }

  private static void filters(Drawing sheet, double top, Network network, double largest) {
    INDArray weights = network.weights(0);
    double[] norms = norms(network);
    int side = (int) weights.size(2);
    List<Integer> order =
        IntStream.range(0, norms.length)
            .boxed()
            .sorted(Comparator.comparingDouble(unit -> -norms[unit]))
            .toList();
    for (int place = 0; place < norms.length; place++) {
      int unit = order.get(place);
      double x = LEFT + place % PER_ROW * (side * CELL + GAP);
      double y = top + place / PER_ROW * (side * CELL + GAP);
      for (int i = 0; i < side * side; i++) {
        double weight = weights.getDouble(unit, 0, i / side, i % side) / largest;
        String color = norms[unit] > 0 ? color(weight) : gray(weight);
        sheet.path("none", 0, color, square(x + i % side * CELL, y + i / side * CELL));
      }
      sheet.box(x - 1, y - 1, side * CELL + 2, side * CELL + 2, "none", Drawing.GRAY);
    }
  }

  private static double[] square(double x, double y) {
    return new double[] {x, y, x + CELL, y, x + CELL, y + CELL, x, y + CELL};
  }

  /** From white to the full colors, blue below 0 and orange above. */
  static String color(double weight) {
    return weight < 0 ? mixed(-weight, 0x00, 0x72, 0xB2) : mixed(weight, 0xD5, 0x5E, 0x00);
  }

  private static String gray(double weight) {
    return mixed(0.12 + 0.25 * Math.abs(weight), 0x60, 0x60, 0x60);
  }

  private static String mixed(double share, int red, int green, int blue) {
    return String.format(
        Locale.ROOT, "#%02X%02X%02X", part(share, red), part(share, green), part(share, blue));
  }

  private static int part(double share, int color) {
    return (int) Math.round(255 + Math.min(1, share) * (color - 255));
  }
}
