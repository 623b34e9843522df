package pathprox.notebook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pathprox.evaluation.ClassificationReport;
import pathprox.evaluation.RegressionReport;
import pathprox.metrics.InputInfluence;
import pathprox.network.Architecture;

class ReportViewTest {
  /** A value, and what its HTML must hold. */
  record Value(Object value, List<String> html) {}

  static Stream<Value> values() {
    List<String> many = IntStream.range(0, 21).mapToObj(i -> "class " + i).toList();
    double[] first = new double[21];
    first[0] = 1;
    return Stream.of(
        new Value(
            ClassificationReport.of(
                List.of("<a>", "b"),
                new int[] {0, 0, 0, 1},
                new double[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}}),
            List.of(
                "<p><b>4 samples of 2 classes</b></p>",
                "baseline 75.00 % (always &#39;&lt;a&gt;&#39;)<br>balanced accuracy",
                "rgba(0,114,178,0.60)\">3</td><td style=\"text-align:right;background:rgba(0,114,178,0.00)\">0",
                "<th style=\"text-align:left\">&lt;a&gt;</th>",
                "<td style=\"text-align:right\">0.750</td>",
                "<td style=\"text-align:right\"></td>")),
        new Value(
            ClassificationReport.of(many, new int[] {0}, new double[][] {first}),
            List.of("is drawn by confusion()", "20 of 21 classes")),
        new Value(
            RegressionReport.of("y", new double[] {3, -0.5, 2, 7}, new double[] {2.5, 0, 2, 8}, 1),
            List.of(
                "<p><b>4 samples of &#39;y&#39;; baseline",
                ">0.9486<",
                ">-0.4818<",
                "largest error 1 at sample 4")),
        new Value(
            InputInfluence.of(Architecture.mlp(25, 3, 2).initialize(1)),
            List.of("influence of 25 inputs by Σ‖w‖‖v‖", "20 of 25 inputs")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void view_everyReport_hasHtmlAndItsText(Value value) {
    View view = Shown.of(value.value);
    String html = (String) view.rich();

    value.html.forEach(part -> assertTrue(html.contains(part), html));
    assertFalse(html.contains("color:"), "no colors of text, for dark themes");
    assertEquals(value.value.toString(), view.text());
  }
}
