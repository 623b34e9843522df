package pathprox.tutorial.contest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;

class FrontierTest {
  private static final Frontier KEPT = Frontier.kept("notebooks/curves/frontier.csv");

  @Test
  void of_theKeptPoints_hasATraceForEachWayInEachPanel() {
    Chart chart = KEPT.chart();

    assertEquals(21, chart.data().size());
    assertEquals("PathProx recommended", chart.data().get(0).get("name"));
    assertEquals(List.of(96.29, 97.24, 97.19), chart.data().get(0).get("y"));
    assertEquals(List.of(0.93, 0.49, 0.46), at(chart.data().get(0), "error_y", "array"));
    assertEquals(List.of("y", "y2", "y3"), each(chart, "yaxis").stream().distinct().toList());
    assertEquals(7, each(chart, "showlegend").stream().filter(Boolean.TRUE::equals).count());
    assertEquals("units kept", at(chart.layout(), "xaxis", "title", "text"));
  }

  @Test
  void of_oneSetOfData_isRefused() {
    Frontier digits = new Frontier(KEPT.table().first(4));
    Exception e = assertThrows(IllegalArgumentException.class, digits::chart);
    assertEquals("there must be 3 sets of data, found [digits]", e.getMessage());
  }

  /**
   * 88.50 by the recommended method, 87.04 by the best other, pruned at once: docs/benchmarks.md.
   */
  @Test
  void lead_ofTheFirstAndOfAnother_isTheDistanceToTheBestOfTheOthers() {
    assertEquals(88.5, KEPT.accuracy("MNIST, dense", "PathProx recommended", 25));
    assertEquals(1.46, KEPT.lead("MNIST, dense", "PathProx recommended", 25), 1e-9);
    assertEquals(-1.46, KEPT.lead("MNIST, dense", "pruned at once", 25), 1e-9);
    assertEquals(9, KEPT.leads("PathProx recommended").length);
    assertEquals(-0.4, KEPT.leads("PathProx recommended")[0], 1e-9);
  }

  @Test
  void accuracy_noSuchPoint_isRefused() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> KEPT.accuracy("digits", "D-Gating", 100));
    assertEquals(
        "there is no point of 'D-Gating' on 'digits' at 100 % of the units", e.getMessage());
  }
}
