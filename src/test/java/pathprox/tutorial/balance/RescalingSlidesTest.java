package pathprox.tutorial.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.at;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pathprox.plot.Chart;

class RescalingSlidesTest {
  private static final Chart SLIDES = RescalingSlides.of(2, -1, 0.5);

  private static Map<?, ?> trace(int slide, int number) {
    return (Map<?, ?>) ((List<?>) SLIDES.frames().get(slide).get("data")).get(number);
  }

  /** ½·4 = 1/½ = 1 are balanced; at α = 1 half the squares are ½(4 + ¼), at α = 4 ½(64 + 1/64). */
  @ParameterizedTest
  @CsvSource({"4, 0.50, 1, 1, 1", "8, 1.00, 2, 0.5, 2.125", "16, 4.00, 8, 0.125, 32.0078125"})
  void of_unit_keepsTheFunctionAndMovesNormsAndCost(
      int slide, String alpha, double w, double v, double cost) {
    assertEquals(17, SLIDES.frames().size());
    assertEquals(alpha, SLIDES.frames().get(slide).get("name"));
    assertEquals(List.of(0L, 0L, 1.5), trace(slide, 0).get("y")); // ½·max(0, 2x − 1) at 2
    List<?> norms = (List<?>) trace(slide, 2).get("y");
    assertEquals(w, ((Number) norms.get(0)).doubleValue(), 1e-12);
    assertEquals(v, ((Number) norms.get(1)).doubleValue(), 1e-12);
    Number here = (Number) ((List<?>) trace(slide, 5).get("y")).get(0);
    assertEquals(cost, here.doubleValue(), 1e-12);
  }

  @Test
  void of_unit_marksTheBalancedScale() {
    assertEquals(List.of(0.5), trace(0, 4).get("x"));
    assertEquals(List.of(1L), trace(0, 4).get("y"));
    assertEquals("log", at(SLIDES.layout(), "xaxis3", "type"));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 1, 0", "1, NaN, 1", "Infinity, 1, 1"})
  void of_weightOfZeroOrNoNumber_isRefused(double w, double b, double v) {
    assertThrows(IllegalArgumentException.class, () -> RescalingSlides.of(w, b, v));
  }
}
