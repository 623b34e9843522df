package pathprox.experiment;

import static pathprox.matrix.Arguments.require;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import pathprox.plot.SignificantDigits;

/**
 * A grid of strengths λ, in the order in which they are trained.
 *
 * @param values one or more above 0 and finite, rising or falling; others are an
 *     IllegalArgumentException
 */
public record Lambdas(List<Double> values) {
  private static final int MOST_LISTED = 8;
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  public Lambdas {
    values = List.copyOf(values);
    require(!values.isEmpty(), "a grid needs at least one λ, found none");
    String message = "λ of a grid must be > 0 and finite, was %s";
    values.forEach(each -> require(each > 0 && Double.isFinite(each), message, each));
    List<Double> rising = values.stream().distinct().sorted().toList();
    boolean fits = values.equals(rising) || values.equals(backwards(rising));
    require(fits, "the λ of a grid must rise or fall throughout, were %s", values);
  }

  private static List<Double> backwards(List<Double> values) {
    List<Double> backwards = new ArrayList<>(values);
    Collections.reverse(backwards);
    return backwards;
  }

  static double rounded(double lambda) {
    return new BigDecimal(lambda).round(new MathContext(4)).doubleValue();
  }

  /** {@return a grid of {@code values}, in this order} */
  public static Lambdas of(double... values) {
    return new Lambdas(DoubleStream.of(values).boxed().toList());
  }

  /**
   * {@return a grid from {@code first} to {@code last} of {@code count} values, 2 or more, with
   * equal ratios, λ_i = first·(last/first)^(i/(count − 1)), rounded to four digits between the
   * ends, so that they can be read and typed}
   */
  public static Lambdas geometric(double first, double last, int count) {
    Lambdas ends = of(first, last);
    require(count >= 2, "a geometric grid needs 2 λ or more, was %s", count);
    double logStep = (Math.log(last) - Math.log(first)) / (count - 1);
    List<Double> values = new ArrayList<>(ends.values());
    for (int i = 1; i < count - 1; i++) {
      values.add(i, rounded(first * Math.exp(i * logStep)));
    }
    return new Lambdas(values);
  }

  /** {@return a grid of the same values in the other order} */
  public Lambdas reversed() {
    return new Lambdas(backwards(values));
  }

  @Override
  public String toString() {
    List<String> texts = values.stream().map(DIGITS::format).toList();
    int count = texts.size();
    return count > MOST_LISTED
        ? "%s λ from %s to %s".formatted(count, texts.get(0), texts.get(count - 1))
        : "λ = " + String.join(", ", texts);
  }
}
