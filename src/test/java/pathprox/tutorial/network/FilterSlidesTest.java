package pathprox.tutorial.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Architecture;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.plot.Chart;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class FilterSlidesTest {
  private static final Split DATA = Digits.split(1);
  private static final Architecture TWO_PAIRS =
      Architecture.of(
          Shape.of(1, 8, 8),
          Conv2d.same(1, 12, 5),
          new Relu(),
          Conv2d.same(12, 2, 3),
          new Relu(),
          Conv2d.same(2, 5, 3),
          new Relu(),
          Conv2d.same(5, 2, 3),
          new Flatten(),
          new Dense(128, 10));
  private static final TrainingOptions OPTIONS =
      TrainingOptions.defaults().withIterations(20).withRecordEvery(10).withLearningRate(0.1);

  private final FilterSlides watch = new FilterSlides();

  private Chart chart(TrainingResult... results) {
    return watch.chart(results);
  }

  private TrainingResult train(Architecture architecture, double lambda) {
    Trainer trainer = Trainer.with(OPTIONS).listening(watch);
    return trainer
        .train(architecture.initialize(1), DATA, PathProx.of(lambda))
        .named("λ = " + lambda);
  }

  private static BufferedImage image(Chart chart, int frame, int trace) throws IOException {
    Object drawn = ((List<?>) at(chart.frames().get(frame), "data")).get(trace);
    String source = (String) at(drawn, "source");
    byte[] png = Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** How many filters have an edge in the upper left corner of their cell. */
  private static long edges(BufferedImage image) {
    long edges = 0;
    for (int y = 0; y < image.getHeight(); y += 26) {
      for (int x = 0; x < image.getWidth(); x += 26) {
        edges += image.getRGB(x, y) == 0xFF767676 ? 1 : 0;
      }
    }
    return edges;
  }

  @Test
  void chart_weakAndStrongLambda_hasAnEdgeAroundEachFilterThatIsRead() throws IOException {
    TrainingResult weak = train(TWO_PAIRS, 0);
    TrainingResult strong = train(TWO_PAIRS, 0.1);
    List<Integer> active = ActiveUnits.perPair(strong.network());
    assertTrue(active.get(0) + active.get(1) < 17, "λ = 0.1 sets channels to zero: " + active);

    Chart chart = chart(weak, strong);

    assertEquals(
        List.of("0", "10", "20"), chart.frames().stream().map(it -> it.get("name")).toList());
    assertEquals(
        List.of(12L, 5L, (long) active.get(0), (long) active.get(1)),
        List.of(
            edges(image(chart, 2, 0)),
            edges(image(chart, 2, 1)),
            edges(image(chart, 2, 2)),
            edges(image(chart, 2, 3))));
    assertEquals(12, edges(image(chart, 0, 2)));
    List<String> words =
        ((List<?>) at(chart.frames().get(2), "layout", "annotations"))
            .stream().map(it -> at(it, "text").toString()).toList();
    String accuracy =
        "test accuracy %.1f %%".formatted(100 * strong.history().last().test().accuracy());
    String channels = "λ = 0.1<br>%d of 17 channels, ".formatted(active.get(0) + active.get(1));
    assertEquals(
        List.of(
            channels + accuracy,
            "pair 1: %d of 12".formatted(active.get(0)),
            "pair 2: %d of 5".formatted(active.get(1))),
        words.subList(3, 6));
  }

  @Test
  void images_ofOneChannelAndOfMany_areBlueAndOrangeAndGreen() throws IOException {
    TrainingResult run = train(TWO_PAIRS, 0);
    Chart chart = chart(run, run);
    float[] weights = run.network().weights(0).dup('c').data().asFloat();
    int sign = 0;
    for (int filter = 0; filter < 10; filter++) {
      int color = image(chart, 2, 0).getRGB(filter * 26 + 2, 2);
      int red = color >> 16 & 255;
      int blue = color & 255;
      sign += Math.signum(weights[filter * 25]) == Math.signum(red - blue) ? 1 : 0;
    }
    assertTrue(sign >= 8, "first weights with the color of their sign, or white: " + sign);
    int green = image(chart, 2, 1).getRGB(2, 2);
    assertTrue((green >> 8 & 255) > (green >> 16 & 255), Integer.toHexString(green));
  }

  @Test
  void chart_ofDenseNetworkOrUnseenTraining_isRefused() {
    TrainingResult dense = train(Architecture.factorizedMlp(64, 5, 1, 10), 0);
    Exception e = assertThrows(IllegalArgumentException.class, () -> chart(dense));
    assertEquals("pair 1 must begin with a convolution", e.getMessage());
    TrainingResult unseen =
        Trainer.with(OPTIONS).train(TWO_PAIRS.initialize(1), DATA, new WeightDecay(0.01));
    assertThrows(IllegalArgumentException.class, () -> chart(unseen));
  }
}
