package pathprox.tutorial.network;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
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
public final class AnswerSlides {
  private static final int STEPS = 6;
  private static final int COLUMNS = 3;
  private static final int GAP = 4; // between images, in their pixels
  private static final int BELOW = 14; // for the answer
  private static final int GRAYS = 12; // so few keep a figure with noise small

  private static final Map<String, Object> ANSWERS =
      PlotlyWords.of(
          """
          {type: 'scatter', mode: 'text', name: 'answers', hoverinfo: 'skip', textfont: {size: 16}}
          """);

  private AnswerSlides() {}

  /**
   * {@return a figure with a slider for six strengths of {@code kind}, from 0 to {@code strongest}:
   * a panel for each of {@code networks}, by its name, with {@code images} [1, height, width]
   * disturbed for this network, and below each the class that it gives, green with ✓ if that is
   * right, orange with ✗ if not} Black and white are the lowest and the highest number of {@code
   * images}, and what is beyond is cut off.
   *
   * @throws IllegalArgumentException if there is no network
   */
  public static Chart of(
      Perturbation kind, Dataset images, double strongest, Map<String, Network> networks) {
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("slides of answers need a network, found none");
    }
    double black = images.features().minNumber().doubleValue();
    double white = images.features().maxNumber().doubleValue();
    Map<String, Chart> slides = new LinkedHashMap<>();
    for (int i = 0; i < STEPS; i++) {
      double strength = strongest * i / (STEPS - 1);
      List<ImagePanel> panels = new ArrayList<>();
      networks.forEach(
          (name, network) -> {
            Dataset shown = kind.applyTo(network, images, strength);
            Answers answers = new Answers(shown, network.classify(shown.features()));
            panels.add(
                new ImagePanel(
                        panels.size(),
                        networks.size(),
                        answers.across(),
                        answers.down(),
                        answers.heading(name))
                    .image(answers.drawn(black, white), 0, 0, 1)
                    .trace(answers.words()));
          });
      slides.put(
          String.format(Locale.ROOT, "%.2f", strength),
          ImagePanel.chart("Answers: " + kind, panels));
    }
    // Undisturbed images tell little.
    List<String> labels = List.copyOf(slides.keySet());
    return Slides.openedAt(labels.get(labels.size() / 2), "strength", slides)
        .withLayout(Map.of("height", 690));
  }

  /** Images in rows of three, the first row above, and the class that a network gives to each. */
  private record Answers(Dataset data, int[] classes) {
    private int side(int fromTheEnd) {
      return data.sampleShape().get(data.sampleShape().size() - fromTheEnd);
    }

    int across() {
      return COLUMNS * (side(1) + GAP) - GAP;
    }

    int down() {
      return (data.size() + COLUMNS - 1) / COLUMNS * (side(2) + BELOW);
    }

    private int x(int image) {
      return image % COLUMNS * (side(1) + GAP);
    }

    private int y(int image) {
      return image / COLUMNS * (side(2) + BELOW);
    }

    private boolean isRight(int image) {
      return classes[image] == data.classOf(image);
    }

    String heading(String name) {
      long right = IntStream.range(0, classes.length).filter(this::isRight).count();
      return name + ": " + right + " of " + classes.length + " right";
    }

    BufferedImage drawn(double black, double white) {
      int[] nothingAndGrays =
          IntStream.rangeClosed(0, GRAYS)
              .map(i -> i == 0 ? 0 : 0xFF000000 | 0x010101 * (255 * (i - 1) / (GRAYS - 1)))
              .toArray();
      BufferedImage sheet = ImagePanel.sheet(across(), down(), nothingAndGrays);
      for (int image = 0; image < data.size(); image++) {
        for (int i = 0; i < side(1) * side(2); i++) {
          double share = (data.features().getDouble(image, i) - black) / (white - black);
          int gray = 1 + (int) Math.round((GRAYS - 1) * Math.max(0, Math.min(1, share)));
          sheet.getRaster().setSample(x(image) + i % side(1), y(image) + i / side(1), 0, gray);
        }
      }
      return sheet;
    }

    Map<String, Object> words() {
      List<Integer> numbers = IntStream.range(0, classes.length).boxed().toList();
      return PlotlyWords.merged(
          ANSWERS,
          Map.of(
              "x", numbers.stream().map(i -> x(i) + side(1) / 2.0).toList(),
              "y", numbers.stream().map(i -> y(i) + side(2) + BELOW / 2.0).toList(),
              "text", numbers.stream().map(i -> classes[i] + (isRight(i) ? " ✓" : " ✗")).toList(),
              "textfont", Map.of("color", numbers.stream().map(this::color).toList())));
    }

    private String color(int image) {
      return isRight(image) ? Drawing.GREEN : Drawing.ORANGE;
    }
  }
}
