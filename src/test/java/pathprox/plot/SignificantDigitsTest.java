package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignificantDigitsTest {
  record Number(double value, String shown) {}

  static Stream<Number> numbers() {
    return Stream.of(
        new Number(0, "0"),
        new Number(-0.0, "0"),
        new Number(123_456, "123456"),
        new Number(0.00123456, "0.001235"),
        new Number(1e-5, "0.00001"),
        new Number(1.5e-6, "1.5e-6"),
        new Number(1234.5678, "1235"),
        new Number(0.99999, "1"),
        new Number(-2.5, "-2.5"),
        new Number(1e300, "1e300"),
        new Number(Double.MIN_VALUE, "4.941e-324"),
        new Number(Double.MAX_VALUE, "1.798e308"),
        new Number(Double.NaN, "NaN"),
        new Number(Double.NEGATIVE_INFINITY, "-∞"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void format_number_keepsFourDigits(Number number) {
    assertEquals(number.shown(), new SignificantDigits(4).format(number.value()));
  }

  @Test
  void count_zero_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new SignificantDigits(0));
  }
}
