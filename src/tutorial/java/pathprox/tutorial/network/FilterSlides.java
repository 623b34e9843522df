package pathprox.tutorial.network;

import static pathprox.matrix.Arguments.require;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.metrics.PathNorm;
import pathprox.network.Network;
import pathprox.plot.Chart;
import pathprox.plot.Slides;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import pathprox.tutorial.Drawing;

/**
 * Channels that become zero before the reader's eyes: the filter of each, at its place, at the
 * records of trainings.
 */
public final class FilterSlides extends WatchedTrainings<FilterSlides.Look> {
  private static final int COLUMNS = 10;
  private static final int CELL = 26; // pixels, from one filter to the next
  private static final int INSIDE = 21;
  private static final int FRAME = 2;
  private static final double LABEL = 0.8; // above the filters of a pair, in cells

  /** Steps of a scale of colors: signed weights, lengths, and filters that nothing reads. */
  private static final int STEPS = 12;

  private static final int EDGE = 1; // the color of a frame
  private static final int SIGNED = 2 + STEPS; // its middle, where weights are 0
  private static final int LENGTHS = SIGNED + STEPS + 1;
  private static final int UNREAD = LENGTHS + STEPS + 1;
  private static final int[] COLORS = colors();

  /** A network and the share of the test images that it recognizes. */
  record Look(Network network, double accuracy) {
    List<double[]> norms() {
      return network.architecture().pairing().pairs().stream()
          .map(pair -> PathNorm.perUnit(network, pair))
          .toList();
    }

    /** The weights that make the units of pair {@code pair}. */
    INDArray filters(int pair) {
      return network.weights(network.architecture().pairing().pairs().get(pair).incoming());
    }
  }

  @Override
  Look kept(Measurement row, Network network) {
    return new Look(network, row.test().accuracy());
  }

  /**
   * {@return a figure with a slider over the iterations of {@code results}, side by side under
   * their names: the filters of all channels between two convolutions, gray where nothing reads the
   * channel} A filter of one image has orange weights above 0 and blue ones below; of another, each
   * place is the fuller green the longer its weights are for all channels that it reads. In each
   * pair, the same number has the same color in all networks and at all iterations.
   *
   * @throws IllegalArgumentException if this has not listened to all of them, they have not been
   *     recorded at the same iterations, or a pair does not begin with a convolution
   */
  public Chart chart(TrainingResult... results) {
    List<Map<Integer, Look>> trainings = of(results);
    double[] largest = largest(trainings);
    Map<String, Chart> slides = new LinkedHashMap<>();
    for (int iteration : trainings.get(0).keySet()) {
      List<ImagePanel> panels = new ArrayList<>();
      for (int i = 0; i < results.length; i++) {
        Look look = trainings.get(i).get(iteration);
        panels.add(panel(look, results[i].history().run(), i, results.length, largest));
      }
      String label = String.format(Locale.ROOT, "%,d", iteration);
      slides.put(label, ImagePanel.chart("The filters of all channels", panels));
    }
    // At the start the filters of all trainings are alike.
    List<String> labels = List.copyOf(slides.keySet());
    return Slides.openedAt(labels.get(labels.size() / 2), "iteration", slides)
        .withLayout(Map.of("height", 620));
  }

  private static double[] largest(List<Map<Integer, Look>> trainings) {
    List<Look> all = trainings.stream().flatMap(it -> it.values().stream()).toList();
    return IntStream.range(0, all.get(0).norms().size())
        .mapToDouble(pair -> all.stream().mapToDouble(it -> largest(it, pair)).max().orElse(1))
        .toArray();
  }

  private static double largest(Look look, int pair) {
    INDArray filters = look.filters(pair);
    require(filters.rank() == 4, "pair %s must begin with a convolution", pair + 1);
    return IntStream.range(0, (int) filters.size(0))
        .boxed()
        .flatMapToDouble(unit -> Arrays.stream(places(filters, unit)))
        .map(Math::abs)
        .max()
        .orElse(1);
  }

  /** A number for each place of a filter: its weight there, or the length of several. */
  private static double[] places(INDArray filters, int unit) {
    int side = (int) filters.size(3);
    return IntStream.range(0, (int) filters.size(2) * side)
        .mapToDouble(
            place -> {
              double[] weights =
                  IntStream.range(0, (int) filters.size(1))
                      .mapToDouble(
                          slice -> filters.getDouble(unit, slice, place / side, place % side))
                      .toArray();
              return weights.length == 1
                  ? weights[0]
                  : Math.sqrt(Arrays.stream(weights).map(weight -> weight * weight).sum());
            })
        .toArray();
  }

  private static ImagePanel panel(Look look, String name, int number, int count, double[] largest) {
    List<double[]> norms = look.norms();
    double down = norms.stream().mapToDouble(it -> LABEL + rows(it.length)).sum();
    long all = norms.stream().mapToLong(it -> it.length).sum();
    long active = norms.stream().mapToLong(FilterSlides::active).sum();
    String heading =
        String.format(
            Locale.ROOT,
            "%s<br>%d of %d channels, test accuracy %.1f %%",
            name,
            active,
            all,
            100 * look.accuracy());
    ImagePanel panel = new ImagePanel(number, count, COLUMNS, down, heading);
    double top = 0;
    for (int pair = 0; pair < norms.size(); pair++) {
      double[] own = norms.get(pair);
      top += LABEL;
      panel.note(0, top, "pair %s: %s of %s".formatted(pair + 1, active(own), own.length));
      panel.image(drawn(look.filters(pair), own, largest[pair]), 0, top, 1.0 / CELL);
      top += rows(own.length);
    }
    return panel;
  }

  private static int rows(int units) {
    return (units + COLUMNS - 1) / COLUMNS;
  }

  private static long active(double[] norms) {
    return Arrays.stream(norms).filter(norm -> norm > 0).count();
  }

  private static BufferedImage drawn(INDArray filters, double[] norms, double largest) {
    BufferedImage sheet = ImagePanel.sheet(COLUMNS * CELL, rows(norms.length) * CELL, COLORS);
    int side = (int) filters.size(3);
    int scale = Math.round((float) INSIDE / side);
    int size = scale * side;
    for (int unit = 0; unit < norms.length; unit++) {
      double[] places = places(filters, unit);
      int x = unit % COLUMNS * CELL + FRAME;
      int y = unit / COLUMNS * CELL + FRAME;
      if (norms[unit] > 0) {
        ImagePanel.fill(sheet, x - FRAME, y - FRAME, size + 2 * FRAME, size + 2 * FRAME, EDGE);
      }
      for (int place = 0; place < places.length; place++) {
        int strength = (int) Math.round(STEPS * places[place] / largest);
        int start = filters.size(1) == 1 ? SIGNED : LENGTHS;
        int color = norms[unit] > 0 ? start + strength : UNREAD + Math.abs(strength);
        ImagePanel.fill(
            sheet, x + place % side * scale, y + place / side * scale, scale, scale, color);
      }
    }
    return sheet;
  }

  /**
   * Nothing, edges, blue to white to orange, white to green, and gray that a page shines through.
   */
  private static int[] colors() {
    IntStream signed =
        IntStream.rangeClosed(-STEPS, STEPS)
            .map(i -> i < 0 ? mixed(-i, Drawing.BLUE) : mixed(i, Drawing.ORANGE));
    IntStream lengths = IntStream.rangeClosed(0, STEPS).map(i -> mixed(i, Drawing.GREEN));
    IntStream unread = IntStream.rangeClosed(0, STEPS).map(i -> (40 + 5 * i) << 24 | 0x808080);
    return Stream.of(IntStream.of(0, 0xFF767676), signed, lengths, unread)
        .flatMapToInt(each -> each)
        .toArray();
  }

  /** From white at 0 to {@code color} at the last step. */
  private static int mixed(int step, String color) {
    int mixed = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int full = Integer.decode(color) >> shift & 0xFF;
      mixed = mixed << 8 | 255 + (full - 255) * step / STEPS;
    }
    return mixed;
  }
}
