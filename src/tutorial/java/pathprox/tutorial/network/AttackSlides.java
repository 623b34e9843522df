package pathprox.tutorial.network;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.data.Dataset;
import pathprox.metrics.Perturbation;
import pathprox.network.Network;
import pathprox.plot.Chart;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Slides;
import pathprox.tutorial.Drawing;

/** The same images, disturbed more and more, and what each network takes them for. */
public final class AttackSlides {
  private static final int STEPS = 6;
  private static final int COLUMNS = 4;
  private static final int GAP = 4; // between images, in their pixels
  private static final int BELOW = 14; // for the answer
  private static final double BETWEEN = 0.06; // panels, as a share of the figure
  private static final int WHITE = 254;

  private static final Map<String, Object> IMAGES =
      PlotlyWords.of("{type: 'image', name: 'images', hoverinfo: 'skip'}");
  private static final Map<String, Object> ANSWERS =
      PlotlyWords.of(
          """
          {type: 'scatter', mode: 'text', name: 'answers', hoverinfo: 'skip', textfont: {size: 16}}
          """);
  private static final Map<String, Object> HEADING =
      PlotlyWords.of(
          """
          {xref: 'paper', yref: 'paper', y: 1, xanchor: 'left', yanchor: 'bottom', showarrow: false,
           font: {size: 14}}
          """);
  private static final Map<String, Object> AXIS =
      PlotlyWords.of("{visible: false, fixedrange: true, constrain: 'domain'}");
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {
            width: 800, showlegend: false, margin: {l: 20, r: 20, t: 85, b: 60},
            font: {size: 13, color: '#767676'},
            paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
            title: {x: 0, xref: 'paper', xanchor: 'left', font: {size: 16}}
          }
          """);

  private AttackSlides() {}

  /**
   * {@return a figure with a slider for six strengths ε of {@code kind}, from 0 to {@code
   * strongest}: a panel for each of {@code networks}, by its name, with {@code images} [1, height,
   * width] disturbed for this network, and below each the class that it gives, green with ✓ if that
   * is right, orange with ✗ if not} Black and white are the lowest and the highest number of all.
   *
   * @throws IllegalArgumentException if there is no network
   */
  public static Chart of(
      Perturbation kind, Dataset images, double strongest, Map<String, Network> networks) {
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("slides of answers need a network, found none");
    }
    Map<Double, List<Dataset>> disturbed = new LinkedHashMap<>();
    for (int i = 0; i < STEPS; i++) {
      double strength = strongest * i / (STEPS - 1);
      disturbed.put(
          strength,
          networks.values().stream().map(it -> kind.applyTo(it, images, strength)).toList());
    }
    List<Dataset> all = disturbed.values().stream().flatMap(List::stream).toList();
    double black =
        all.stream().mapToDouble(it -> it.features().minNumber().doubleValue()).min().orElse(0);
    double white =
        all.stream().mapToDouble(it -> it.features().maxNumber().doubleValue()).max().orElse(1);
    Map<String, Chart> slides = new LinkedHashMap<>();
    disturbed.forEach(
        (strength, shown) -> {
          List<Panel> panels = new ArrayList<>();
          networks.forEach(
              (name, network) -> {
                Dataset own = shown.get(panels.size());
                int[] answers = network.classify(own.features());
                panels.add(new Panel(name, panels.size(), networks.size(), own, answers));
              });
          slides.put(
              String.format(Locale.ROOT, "%.2f", strength), slide(kind, panels, black, white));
        });
    return Slides.of("ε", slides).withLayout(Map.of("height", 490));
  }

  private static Chart slide(Perturbation kind, List<Panel> panels, double black, double white) {
    List<Map<String, Object>> traces = new ArrayList<>();
    Map<String, Object> axes = new LinkedHashMap<>();
    for (Panel panel : panels) {
      traces.add(panel.drawn(black, white));
      traces.add(panel.words());
      axes.putAll(panel.axes());
    }
    return new Chart(traces, LAYOUT)
        .withLayout(axes)
        .withLayout(Map.of("annotations", panels.stream().map(Panel::heading).toList()))
        .withTitle("Answers: " + kind);
  }

  /** The images disturbed for one network, in rows of four, the first row above. */
  private record Panel(String name, int number, int count, Dataset data, int[] answers) {
    private String axis(String letter) {
      return number == 0 ? letter : letter + (number + 1);
    }

    private double left() {
      return number * (1 + BETWEEN) / count;
    }

    private int side(int fromTheEnd) {
      return data.sampleShape().get(data.sampleShape().size() - fromTheEnd);
    }

    private int across() {
      return COLUMNS * (side(1) + GAP) - GAP;
    }

    private int down() {
      return (data.size() + COLUMNS - 1) / COLUMNS * (side(2) + BELOW);
    }

    private int x(int image) {
      return image % COLUMNS * (side(1) + GAP);
    }

    private int y(int image) {
      return image / COLUMNS * (side(2) + BELOW);
    }

    private boolean isRight(int image) {
      return answers[image] == data.classOf(image);
    }

    Map<String, Object> heading() {
      long right = IntStream.range(0, answers.length).filter(this::isRight).count();
      String text = name + ": " + right + " of " + answers.length + " right";
      return with(HEADING, Map.of("text", text, "x", left()));
    }

    Map<String, Object> axes() {
      List<Double> domain = List.of(left(), left() + (1 - (count - 1) * BETWEEN) / count);
      Map<String, Object> x = Map.of("domain", domain, "range", List.of(0, across()));
      Map<String, Object> y = Map.of("range", List.of(down(), 0), "scaleanchor", axis("x"));
      return Map.of(
          axis("xaxis"),
              with(with(AXIS, x), Map.of("anchor", axis("y"), "constraintoward", "left")),
          axis("yaxis"),
              with(with(AXIS, y), Map.of("anchor", axis("x"), "constraintoward", "top")));
    }

    Map<String, Object> drawn(double black, double white) {
      BufferedImage sheet = AnsweredDigits.clear(across(), down());
      for (int image = 0; image < data.size(); image++) {
        for (int i = 0; i < side(1) * side(2); i++) {
          double share = (data.features().getDouble(image, i) - black) / (white - black);
          int gray = (int) Math.round(WHITE * share);
          sheet.getRaster().setSample(x(image) + i % side(1), y(image) + i / side(1), 0, gray);
        }
      }
      String coded = Base64.getEncoder().encodeToString(AnsweredDigits.png(sheet));
      return placed(
          IMAGES, Map.of("source", "data:image/png;base64," + coded, "x0", 0.5, "y0", 0.5));
    }

    Map<String, Object> words() {
      List<Integer> numbers = IntStream.range(0, answers.length).boxed().toList();
      return placed(
          ANSWERS,
          Map.of(
              "x", numbers.stream().map(i -> x(i) + side(1) / 2.0).toList(),
              "y", numbers.stream().map(i -> y(i) + side(2) + BELOW / 2.0).toList(),
              "text", numbers.stream().map(i -> answers[i] + (isRight(i) ? " ✓" : " ✗")).toList(),
              "textfont", Map.of("color", numbers.stream().map(this::color).toList())));
    }

    private String color(int image) {
      return isRight(image) ? Drawing.GREEN : Drawing.ORANGE;
    }

    private Map<String, Object> placed(Map<String, Object> trace, Map<String, Object> changes) {
      return with(with(trace, changes), Map.of("xaxis", axis("x"), "yaxis", axis("y")));
    }
  }

  private static Map<String, Object> with(Map<String, Object> map, Map<String, ?> changes) {
    return new Chart(List.of(map), Map.of()).withTrace(0, changes).data().get(0);
  }
}
