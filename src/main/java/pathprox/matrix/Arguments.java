package pathprox.matrix;

import java.util.Locale;

/** How arguments are refused, before any work. */
public final class Arguments {
  private Arguments() {}

  /**
   * Throws an {@code IllegalArgumentException} unless a condition {@code holds}: its message is
   * {@code format}, as {@link String#format}, with {@code values}. Not for each step: it allocates.
   */
  public static void require(boolean holds, String format, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, format, values));
    }
  }
}
