package pathprox.tutorial.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.at;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.Powers;
import pathprox.penalty.ProximablePenalty;
import pathprox.plot.Chart;

class ProxSlidesTest {
  private static Map<String, ProximablePenalty> penalties() {
    Map<String, ProximablePenalty> penalties = new LinkedHashMap<>();
    penalties.put("p = 1", new GroupLasso(1));
    penalties.put("p = ½", Powers.of(1, 0.5));
    return penalties;
  }

  @Test
  void of_twoPenalties_hasADotAtEachMinimum() {
    Chart chart = ProxSlides.of(penalties(), 1);
    assertEquals(13, chart.frames().size());
    List<?> data = (List<?>) chart.frames().get(3).get("data"); // γλ = 0.3
    assertEquals(6, data.size());
    // Soft threshold: 1 − 0.3 = 0.7, where ½·0.3² + 0.3·0.7 = 0.255.
    assertEquals(List.of(0.7), at(data.get(2), "x"));
    assertEquals(List.of(0.255), at(data.get(2), "y"));
    List<?> headings = (List<?>) at(chart.frames().get(3), "layout", "annotations");
    assertEquals("p = 1: minimum at t = 0.7", at(headings.get(0), "text"));
  }

  @Test
  void of_largeSteps_haveTheirMinimaInTheKink() {
    Chart chart = ProxSlides.of(penalties(), 1);
    List<?> last = (List<?>) chart.frames().get(12).get("data");
    assertEquals(
        List.of(List.of(0L), List.of(0L)), List.of(at(last.get(2), "x"), at(last.get(5), "x")));
  }

  @Test
  void of_startOutOfRange_isRefused() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> ProxSlides.of(penalties(), 1.5));
    assertEquals("x must be 0 to 1, was 1.5", e.getMessage());
  }
}
