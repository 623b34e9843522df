package pathprox.tutorial.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;

class UnitPathSlidesTest {
  private static final Chart SLIDES = UnitPathSlides.of(new OneUnit(1.2, 0.4), 2.2, 0.15, 0.1);

  private static double end(String slide, int trace, String axis) {
    Map<String, Object> frame =
        SLIDES.frames().stream().filter(it -> slide.equals(it.get("name"))).findFirst().get();
    List<?> values = (List<?>) ((Map<?, ?>) ((List<?>) frame.get("data")).get(trace)).get(axis);
    return ((Number) values.get(values.size() - 1)).doubleValue();
  }

  /** The least squares are at w = v = 1, the least products wherever wv = 1. */
  @Test
  void of_usefulUnit_bothWaysEndAtTheirMinima() {
    assertEquals(List.of(2.2, 0.15), List.of(end("0", 5, "x"), end("0", 7, "y")));
    assertEquals(1, end("100", 5, "x"), 1e-3);
    assertEquals(1, end("100", 5, "y"), 1e-3);
    assertEquals(1, end("100", 7, "x") * end("100", 7, "y"), 1e-12);
    assertTrue(end("100", 7, "x") > 2, "the products leave it near where it was");
  }

  /** A surface of 31 × 31 points in each of 17 slides would make a notebook too large. */
  @Test
  void of_unit_holdsTheSurfacesOnce() {
    assertEquals(17, SLIDES.frames().size());
    Map<?, ?> later = (Map<?, ?>) ((List<?>) SLIDES.frames().get(1).get("data")).get(0);
    assertEquals(Map.of("type", "contour"), later);
    assertTrue(SLIDES.json().length() < 150_000, "characters: " + SLIDES.json().length());
  }
}
