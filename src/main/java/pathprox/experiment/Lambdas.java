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
  private static final int FEWEST_DIGITS = 4;
  private static final int MOST_DIGITS = 17; // tell any two numbers apart
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  public Lambdas {
    values = List.copyOf(values);
    require(!values.isEmpty(), "a grid needs at least one λ, found none");
    String message = "λ of a grid must be > 0 and finite, was %s";
    values.forEach(each -> require(each > 0 && Double.isFinite(each), message, each));
    int wrong = firstOutOfOrder(values);
    String order = "the λ of a grid must rise or fall throughout, were %s";
    require(
        wrong < 0, order, wrong < 0 || values.size() <= MOST_LISTED ? values : at(values, wrong));
  }

  /** The place of the first value that does not go on the way of the first two; −1 if all do. */
  private static int firstOutOfOrder(List<Double> values) {
    for (int i = 1; i < values.size(); i++) {
      double way = Double.compare(values.get(1), values.get(0));
      if (way == 0 || Double.compare(values.get(i), values.get(i - 1)) != way) {
        return i;
      }
    }
    return -1;
  }

  private static String at(List<Double> values, int place) {
    return "%s values, of which number %s is %s after %s"
        .formatted(values.size(), place + 1, values.get(place), values.get(place - 1));
  }

  private static List<Double> backwards(List<Double> values) {
    List<Double> backwards = new ArrayList<>(values);
    Collections.reverse(backwards);
    return backwards;
  }

  static double rounded(double lambda) {
    return rounded(lambda, FEWEST_DIGITS);
  }

  private static double rounded(double lambda, int digits) {
    return new BigDecimal(lambda).round(new MathContext(digits)).doubleValue();
  }

  /** {@return a grid of {@code values}, in this order} */
  public static Lambdas of(double... values) {
    return new Lambdas(DoubleStream.of(values).boxed().toList());
  }

  /**
   * {@return a grid from {@code first} to {@code last} of {@code count} values, 2 or more, with
   * equal ratios, λ_i = first·(last/first)^(i/(count − 1)), rounded between the ends, so that they
   * can be read and typed: to four digits, or as many as tell neighbors apart; if no number of
   * digits does, an IllegalArgumentException}
   */
  public static Lambdas geometric(double first, double last, int count) {
    Lambdas ends = of(first, last);
    require(count >= 2, "a geometric grid needs 2 λ or more, was %s", count);
    double logFirst = Math.log(first);
    double logStep = (Math.log(last) - logFirst) / (count - 1);
    for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
      List<Double> values = new ArrayList<>(ends.values());
      for (int i = 1; i < count - 1; i++) {
        // The ratio of the ends alone may be too large for a number.
        values.add(i, rounded(Math.exp(logFirst + i * logStep), digits));
      }
      if (firstOutOfOrder(values) < 0) {
        return new Lambdas(values);
      }
    }
    String message = "%s λ from %s to %s are nearer than numbers can be: ask for fewer";
    throw new IllegalArgumentException(message.formatted(count, first, last));
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
