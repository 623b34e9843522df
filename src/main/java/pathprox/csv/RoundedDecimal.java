package pathprox.csv;

import java.math.BigInteger;

/**
 * The double nearest to significand · 10^exponent, where 64 bits of the power are enough to know
 * it, which they are for all but one in some thousand. The method is that of M. Mushtak and D.
 * Lemire, "Fast number parsing without fallback" (2023), with one product in place of two.
 */
final class RoundedDecimal {
  private static final int LARGEST = 32;
  private static final int LARGEST_EXACT = 22;
  private static final long LARGEST_EXACT_SIGNIFICAND = 1L << 53;
  private static final double[] EXACT = new double[LARGEST_EXACT + 1];

  /** 10^e is from POWERS[e] · 2^SHIFTS[e] to one unit of the last place above. */
  private static final long[] POWERS = new long[2 * LARGEST + 1];

  private static final int[] SHIFTS = new int[2 * LARGEST + 1];

  static {
    for (int e = 0; e <= LARGEST_EXACT; e++) {
      EXACT[e] = e == 0 ? 1 : 10 * EXACT[e - 1];
    }
    for (int e = -LARGEST; e <= LARGEST; e++) {
      BigInteger power = BigInteger.TEN.pow(Math.abs(e));
      int scale = 64 + 2 * power.bitLength();
      BigInteger wide =
          e < 0 ? BigInteger.ONE.shiftLeft(scale).divide(power) : power.shiftLeft(scale);
      int shift = wide.bitLength() - 64;
      POWERS[e + LARGEST] = wide.shiftRight(shift).longValue();
      SHIFTS[e + LARGEST] = shift - scale;
    }
  }

  private RoundedDecimal() {}

  /** {@return the nearest double, or NaN where it is not known; the significand is not negative} */
  static double of(long significand, int exponent) {
    if (significand <= LARGEST_EXACT_SIGNIFICAND && Math.abs(exponent) <= LARGEST_EXACT) {
      // Both are doubles, and one operation on doubles rounds once.
      return exponent < 0 ? significand / EXACT[-exponent] : significand * EXACT[exponent];
    }
    if (significand == 0) {
      return 0;
    }
    return Math.abs(exponent) <= LARGEST ? byProduct(significand, exponent) : Double.NaN;
  }

  private static double byProduct(long significand, int exponent) {
    int zeros = Long.numberOfLeadingZeros(significand);
    long factor = significand << zeros;
    long power = POWERS[exponent + LARGEST];
    long low = factor * power;
    // Both factors have their highest bit set, which multiplyHigh takes for a sign.
    long high = Math.multiplyHigh(factor, power) + factor + power;
    int binary = SHIFTS[exponent + LARGEST] - zeros + 64;
    if (high > 0) {
      high = high << 1 | low >>> 63;
      low <<= 1;
      binary--;
    }
    // The exact product is less than 2 above; 53 of 64 bits stay, and these 11 decide.
    long below = high & 0x7FF;
    if (below == 0x3FE || below == 0x3FF || below == 0x400 && low == 0) {
      return Double.NaN;
    }
    long rounded = (high >>> 11) + (below >>> 10);
    // All these powers of two are normal numbers, so this is exact.
    return rounded * Double.longBitsToDouble((long) (binary + 11 + Double.MAX_EXPONENT) << 52);
  }
}
