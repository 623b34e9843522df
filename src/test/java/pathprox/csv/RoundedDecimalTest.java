package pathprox.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundedDecimalTest {
  /** BigDecimal rounds to the nearest double by exact arithmetic. */
  @Test
  void of_anySignificandAndPower_isTheNearestDoubleOrNotKnown() {
    Random random = new Random(3);
    int unknown = 0;
    for (int i = 0; i < 300_000; i++) {
      long significand = random.nextLong(1L << random.nextInt(1, 61));
      int exponent = random.nextInt(-36, 37);
      double found = RoundedDecimal.of(significand, exponent);
      if (Double.isNaN(found)) {
        unknown += Math.abs(exponent) <= 32 ? 1 : 0;
      } else {
        BigDecimal exact = new BigDecimal(BigInteger.valueOf(significand), -exponent);
        assertEquals(exact.doubleValue(), found, exact::toString);
      }
    }
    assertTrue(unknown < 1_000, unknown + " of 300,000 are not known");
  }

  /** Halfway between two doubles, where the last bit kept decides: 2^53 + 1, 2^53 + 3. */
  @Test
  void of_halfway_isNotGuessed() {
    for (long odd : new long[] {(1L << 53) + 1, (1L << 53) + 3}) {
      double found = RoundedDecimal.of(odd, 0);
      assertTrue(Double.isNaN(found) || found == (double) odd, odd + " became " + found);
    }
  }
}
