package pathprox.notebook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.certificate.Optimality;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.loss.CrossEntropy;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.network.Network;
import pathprox.penalty.GroupLasso;
import pathprox.training.History;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;

/** What the library's own values look like in a cell. */
class LibraryViewTest {
  private static final Network NETWORK = Problem.factorized(DataType.FLOAT);
  private static final Dataset DATA = Problem.data();
  private static final TrainingResult RESULT =
      Trainer.with(Problem.options()).train(NETWORK, new Split(DATA, DATA), PathProx.of(0.1));

  /** A value, and what its HTML must hold. */
  record Value(Object value, List<String> html) {}

  static Stream<Value> values() {
    return Stream.of(
        new Value(
            NETWORK,
            List.of(
                "dense 6 → 12", "pair 1: weights into its 12 units, 12 active, 12 strong", ">84<")),
        new Value(
            NETWORK.architecture(),
            List.of("Architecture 6 → 2", "pair 2: weights out of its 12 units")),
        new Value(
            RESULT,
            List.of(
                "PathProx λ=0.1: completed after 60 iterations",
                "<img alt=\"active units\"",
                "test loss",
                "test accuracy")),
        new Value(
            new TrainingResult(
                NETWORK,
                new History("<b>", new GroupLasso(0), List.of()),
                Outcome.INTERRUPTED,
                7,
                48,
                "learning rate 0.1, as given",
                Optional.empty(),
                Map.of()),
            List.of("&lt;b&gt;: interrupted after 7 iterations")),
        new Value(
            Trainer.with(Problem.options()).train(NETWORK, DATA, PathProx.of(5)),
            List.of(
                "PathProx λ=5: stalled after 60 iterations",
                "<p>the outputs are the same for all training samples; likely cause: λ = 5.0",
                "<p>learning rate 0.1, as given</p>",
                "strong units")),
        new Value(
            Trainer.with(Problem.options().measuringOptimality())
                .train(NETWORK, DATA, PathProx.of(0.1)),
            List.of("optimality residual, relative to λ")),
        new Value(
            Optimality.of(NETWORK, DATA, new CrossEntropy(), 0.1),
            List.of("largest residual", "relative to λ = 0.1", "outgoing", "24 rows")),
        new Value(
            RESULT.guarantees(),
            List.of("part of the network", "pair 1", "outputs move by at most", ">2,304<")),
        new Value(NETWORK.summary(), List.of("Network 6 → 2", "pair 2")),
        new Value(RESULT.history(), List.of("batch_loss", "61 rows")),
        new Value(
            DATA, List.of("2 classes (left, right), 24 samples each", ">x5<", "5 of 48 samples")),
        new Value(new Split(DATA, DATA.first(5)), List.of("2 to 3 samples each")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void view_everyValue_hasHtmlAndATextThatSaysTheSame(Value value) {
    View view = Shown.of(value.value);
    String html = (String) view.rich();

    value.html.forEach(part -> assertTrue(html.contains(part), html));
    assertFalse(html.contains("color:"), "no colors of its own, for dark themes");
    assertFalse(view.text().isBlank());
    assertFalse(view.text().contains("@"), "no object identity: " + view.text());
  }

  @Test
  void svg_flatOrBrokenValues_staysInsideItsBox() {
    String svg = SmallCurve.svg(new double[] {2, Double.NaN, 2, Double.NEGATIVE_INFINITY});

    assertTrue(svg.contains("points=\"3.0,24.0 119.0,24.0\""), svg);
    assertTrue(SmallCurve.svg(new double[0]).contains("points=\"\""));
  }

  @Test
  void html_curve_isAnImageThatHoldsIt() throws Exception {
    double[] values = {1, 2};
    String html = SmallCurve.html("a < b", values);

    assertTrue(html.contains("alt=\"a &lt; b\""), html);
    assertFalse(html.contains("<svg"), "an element that JupyterLab removes");
    String image = html.replaceAll("(?s).*base64,([^\"]*)\".*", "$1");
    byte[] svg = Base64.getDecoder().decode(image);
    assertEquals(SmallCurve.svg(values), new String(svg, StandardCharsets.UTF_8));
    Svg.parse(new String(svg, StandardCharsets.UTF_8));
  }
}
