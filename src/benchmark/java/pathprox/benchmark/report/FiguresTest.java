package pathprox.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./mvnw test -Pbenchmark -Dtest=FiguresTest}. */
class FiguresTest {
  /** Texts are those of Python's {@code format(value, ".3g")}. */
  @ParameterizedTest
  @CsvSource({
    "0.12345, 0.123", "1e-5, 1e-05", "1234.5, 1.23e+03", "0.5, 0.5", "100, 100",
        "-0.000126, -0.000126",
    "999.9, 1e+03", "0, 0", "Infinity, inf", "2.4e-9, 2.4e-09", "0.125, 0.125", "-1, -1"
  })
  void general_threeDigits_asPython(double value, String text) {
    assertEquals(text, Figures.general(value, 3));
  }

  /** 0.125 and 2.675 are a half and just below one in binary: Python rounds both down. */
  @Test
  void fixed_halves_areRoundedFromTheBinaryValue() {
    assertEquals(
        List.of("0.12", "2.67", "-0.0"),
        List.of(Figures.fixed(0.125, 2), Figures.fixed(2.675, 2), Figures.fixed(-0.04, 1)));
  }

  @Test
  void shown_wholeNumbers_areInFull() {
    assertEquals("1,234,567", Figures.shown(1_234_567.0));
    assertEquals("not reached", Figures.shown(Double.POSITIVE_INFINITY));
    assertEquals("–", Figures.shown(null));
  }

  @Test
  void median_evenCount_isTheMeanOfTheMiddleWithoutNulls() {
    assertEquals(2.5, Figures.median(Arrays.asList(9, 1, null, 2, 3)));
    assertNull(Figures.median(List.of()));
  }

  /** Of 1, 2, 3, 4: 2.5 and √(5/3). */
  @Test
  void deviation_fourValues_dividesByThree() {
    assertEquals(2.5, Figures.mean(List.of(1, 2, 3, 4)));
    assertEquals(Math.sqrt(5 / 3.0), Figures.deviation(List.of(1, 2, 3, 4)), 1e-15);
    assertEquals(0, Figures.deviation(List.of(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 2, 1, false, miss", "1, 2, 1, false, aim", "1.5, 2, 1, false, pass", "3, 2, 4, true, pass",
    "1, 2, 4, true, miss", ", 2, 1, false, not measured", "1, , , false, ''", "1, 2, , false, pass"
  })
  void verdict_bounds_areKeptAtEquality(
      Double measured, Double must, Double aim, boolean higher, String verdict) {
    assertEquals(verdict, Row.verdict(measured, must, aim, higher));
  }
}
