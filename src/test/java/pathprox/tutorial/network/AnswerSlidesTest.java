package pathprox.tutorial.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.at;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.loss.CrossEntropy;
import pathprox.metrics.GradientSignAttack;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.plot.Chart;

class AnswerSlidesTest {
  private static final GradientSignAttack ATTACK = new GradientSignAttack(new CrossEntropy());
  private static final Dataset DATA =
      Dataset.classification(
              "two",
              Nd4j.createFromArray(new float[][] {{1, 0.5f}, {0, 1}}),
              new int[] {0, 1},
              List.of("0", "1"))
          .withSampleShape(1, 1, 2);

  private static Network linear(INDArray weights) {
    return new Network(Architecture.mlp(2, 2), List.of(weights), List.of(Nd4j.zeros(2)));
  }

  private static Chart chart() {
    Map<String, Network> networks = new LinkedHashMap<>();
    networks.put("same", linear(Nd4j.eye(2)));
    networks.put("other", linear(Nd4j.eye(2).mul(-1)));
    return AnswerSlides.of(ATTACK, DATA, 0.4, networks);
  }

  private static List<?> list(Chart chart, int frame, String... path) {
    return (List<?>) at(chart.frames().get(frame), path);
  }

  private static Object trace(Chart chart, int frame, int trace, String... path) {
    return at(list(chart, frame, "data").get(trace), path);
  }

  private static Object heading(Chart chart, int frame, int panel) {
    return at(list(chart, frame, "layout", "annotations").get(panel), "text");
  }

  @Test
  void of_weakAndStrongAttack_marksAnswersThatBecomeWrong() {
    Chart chart = chart();

    // the first image has a lead of 0.5, and each pixel moves by the strength: it turns at 0.25,
    // between two slides
    assertEquals("0.24", chart.frames().get(3).get("name"));
    assertEquals(List.of("0 ✓", "1 ✓"), trace(chart, 3, 1, "text"));
    assertEquals(List.of("1 ✗", "1 ✓"), trace(chart, 4, 1, "text"));
    assertEquals(List.of("#D55E00", "#009E73"), trace(chart, 4, 1, "textfont", "color"));
    assertEquals("same: 1 of 2 right", heading(chart, 4, 0));
    assertEquals(List.of("1 ✗", "0 ✗"), trace(chart, 0, 3, "text"));
    assertEquals("other: 0 of 2 right", heading(chart, 0, 1));
    assertEquals("x2", trace(chart, 0, 3, "xaxis"));
  }

  @Test
  void images_beyondTheCleanOnes_areCutOff() throws IOException {
    String source = (String) trace(chart(), 5, 2, "source");
    byte[] png = Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1));
    var image = ImageIO.read(new ByteArrayInputStream(png));

    // at 0.4 the first image is 1.4, 0.1 for the other network, drawn in 12 grays
    assertEquals(255, image.getRGB(0, 0) & 255);
    assertEquals(0.1 * 255, image.getRGB(1, 0) & 255, 255 / 11.0 / 2 + 1);
    assertEquals(0, image.getRGB(2, 0) >>> 24, "between images nothing is drawn");
  }

  @Test
  void of_noNetwork_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> AnswerSlides.of(ATTACK, DATA, 0.4, Map.of()));
  }
}
