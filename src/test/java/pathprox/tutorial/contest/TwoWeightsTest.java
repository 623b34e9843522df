package pathprox.tutorial.contest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pathprox.plot.Chart;
import pathprox.tutorial.contest.TwoWeights.Optimizer;

class TwoWeightsTest {
  private static final TwoWeights START = new TwoWeights(2, 1);

  /**
   * By hand, from a = 2, b = 1, target 1, λ = 0.5, γ = 0.1: the error is 1, the gradients of the
   * loss 1 and 2, those with decay 2 and 2.5; Adam's first step is γ long whatever the gradient.
   */
  @ParameterizedTest
  @CsvSource({"GRADIENT_DESCENT, 1.8, 0.75", "ADAM, 1.9, 0.9", "ADAM_W, 1.8, 0.85"})
  void path_firstStep_isAsByHand(Optimizer optimizer, double in, double out) {
    List<TwoWeights> path = START.path(optimizer, 1, 0.5, 0.1, 1);

    assertEquals(List.of(START), path.subList(0, 1));
    assertEquals(in, path.get(1).in(), 1e-8);
    assertEquals(out, path.get(1).out(), 1e-8);
  }

  /** Adam's second step by its definition, for a gradient that stays: again γ. */
  @Test
  void path_adamWithoutDecayOfAWeightThatTheLossDoesNotSee_staysThere() {
    TwoWeights last = new TwoWeights(2, 0).path(Optimizer.ADAM, 0, 0, 0.1, 5).get(5);
    assertEquals(new TwoWeights(2, 0), last);
    assertEquals(4, last.imbalance());
  }

  @Test
  void curve_paths_areDrawnAsPartsOfTheirFirstWithTheLaw() {
    Map<String, List<TwoWeights>> paths = new LinkedHashMap<>();
    paths.put("a", START.path(Optimizer.GRADIENT_DESCENT, 1, 0.5, 0.01, 120));
    Chart chart = DecayCurve.of(paths, 0.5, 0.01);

    assertEquals(List.of("a", "e^(−2λt)"), each(chart, "name"));
    List<?> times = (List<?>) chart.data().get(0).get("x");
    assertEquals(1.2, ((Number) times.get(times.size() - 1)).doubleValue(), 1e-12);
    List<?> law = (List<?>) chart.data().get(1).get("y");
    assertEquals(Math.exp(-1.2), (double) law.get(law.size() - 1), 1e-12);
    assertEquals("t = γ · steps", at(chart.layout(), "xaxis", "title", "text"));
  }
}
