package pathprox.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pathprox.Tolerance;

class IntervalTest {
  record Share(long part, long whole, double low, double high) {}

  /** By SciPy 1.17.1: binomtest(part, whole).proportion_ci(method="wilson"). */
  static Stream<Share> shares() {
    return Stream.of(
        new Share(6, 10, 0.3126737697336583, 0.8318196702937639),
        new Share(0, 4, 0, 0.4898908364545973),
        new Share(4, 4, 1 - 0.4898908364545973, 1));
  }

  @ParameterizedTest
  @MethodSource("shares")
  void wilson_anyShare_isThatOfScipy(Share share) {
    Interval interval = Interval.wilson(share.part, share.whole);

    assertEquals(share.low, interval.low(), Tolerance.ROUNDING);
    assertEquals(share.high, interval.high(), Tolerance.ROUNDING);
  }

  @Test
  void wilson_morePartsThanTheWhole_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Interval.wilson(5, 4));
    assertThrows(IllegalArgumentException.class, () -> Interval.wilson(0, 0));
  }

  /** Of 0 to 100, 2.5 % and 97.5 %, as numpy.percentile has them. */
  @Test
  void percentiles_values_leaveOutTheEnds() {
    double[] values = IntStream.rangeClosed(0, 100).mapToDouble(i -> 100 - i).toArray();
    assertEquals(new Interval(2.5, 97.5), Interval.percentiles(values));
    assertEquals("2.5 to 97.5", Interval.percentiles(values).toString());
    values[3] = Double.NaN;
    assertEquals("none", Interval.percentiles(values).toString());
  }
}
