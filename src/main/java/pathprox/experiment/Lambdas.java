package pathprox.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import pathprox.plot.SignificantDigits;

/**
 * A grid of strengths λ, in the order in which they are trained.
 *
 * @param values above 0 and finite, rising or falling
 */
public record Lambdas(List<Double> values) {
  private static final int MOST_LISTED = 8;
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  /**
   * @throws IllegalArgumentException if there is no value, one is out of its range, or they neither
   *     rise nor fall
   */
  public Lambdas {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a grid needs at least one λ, found none");
    }
    for (double value : values) {
      check("λ of a grid", value);
    }
    boolean rises = values.get(values.size() - 1) > values.get(0);
    for (int i = 1; i < values.size(); i++) {
      double next = values.get(i);
      double last = values.get(i - 1);
      if (rises ? next <= last : next >= last) {
        throw new IllegalArgumentException(
            "the λ of a grid must rise or fall throughout, were " + values);
      }
    }
  }

  static double rounded(double lambda) {
    return new BigDecimal(lambda).round(new MathContext(4)).doubleValue();
  }

  private static void check(String what, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "%s must be > 0 and finite, was %s".formatted(what, value));
    }
  }

  /** {@return a grid of {@code values}, in this order} */
  public static Lambdas of(double... values) {
    return new Lambdas(DoubleStream.of(values).boxed().toList());
  }

  /**
   * {@return a grid from {@code first} to {@code last} of {@code count} values, 2 or more, with
   * equal ratios, λ_i = first·(last/first)^(i/(count − 1)), rounded to four digits between the
   * ends, so that they can be read and typed}
   *
   * @throws IllegalArgumentException if a number is out of its range, or both ends are the same
   */
  public static Lambdas geometric(double first, double last, int count) {
    check("the first λ", first);
    check("the last λ", last);
    if (count < 2) {
      throw new IllegalArgumentException("a geometric grid needs 2 λ or more, was " + count);
    }
    double logStep = (Math.log(last) - Math.log(first)) / (count - 1);
    double[] values = new double[count];
    values[0] = first;
    for (int i = 1; i < count - 1; i++) {
      values[i] = rounded(first * Math.exp(i * logStep));
    }
    values[count - 1] = last;
    return of(values);
  }

  /** {@return a grid of the same values in the other order} */
  public Lambdas reversed() {
    int last = values.size() - 1;
    return new Lambdas(IntStream.rangeClosed(0, last).mapToObj(i -> values.get(last - i)).toList());
  }

  @Override
  public String toString() {
    if (values.size() > MOST_LISTED) {
      int last = values.size() - 1;
      String ends = DIGITS.format(values.get(0)) + " to " + DIGITS.format(values.get(last));
      return "%s λ from %s".formatted(values.size(), ends);
    }
    return values.stream().map(DIGITS::format).collect(Collectors.joining(", ", "λ = ", ""));
  }
}
