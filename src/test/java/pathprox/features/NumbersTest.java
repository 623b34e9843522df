package pathprox.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

class NumbersTest extends EncodingContract {
  @Override
  String kind() {
    return "number";
  }

  @Override
  Column<?> column() {
    DoubleColumn column = DoubleColumn.create("x", ROWS);
    IntStream.range(0, ROWS).filter(i -> i != MISSING).forEach(i -> column.set(i, i + 0.5));
    return column;
  }

  /** (1 + 2 + 6)/3 = 3; (4 + 1 + 9)/3 = 14/3; the one in the middle is 2. */
  @Test
  void of_threeNumbers_areMeanDeviationAndMedian() {
    assertEquals(new Numbers(3, Math.sqrt(14.0 / 3), 2), Numbers.of("x", new double[] {6, 1, 2}));
    assertEquals(4, Numbers.of("x", new double[] {1, 2, 6, 9}).median(), "(2 + 6)/2");
  }

  /** The sum of three times 0.1 is not 0.3 in binary, so that a naive deviation is not 0. */
  @Test
  void of_oneValueManyTimes_divideByOne() {
    assertEquals(new Numbers(0.1, 1, 0.1), Numbers.of("x", new double[] {0.1, 0.1, 0.1}));
    assertEquals(new Numbers(0, 1, 0), Numbers.of("x", new double[0]), "of none");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-50, 1e-9, 1, 1e9, 1e150})
  void standardized_anyScale_isTheSame(double unit) {
    Numbers numbers = Numbers.of("x", new double[] {unit, 2 * unit, 6 * unit});

    double third = numbers.standardized(6 * unit);
    assertEquals(3 / Math.sqrt(14.0 / 3), third, 1e-12, "(6 − 3)/√(14/3)");
  }

  @Test
  void standardized_beyondFiveDeviations_growsAsTheLogarithm() {
    Numbers numbers = new Numbers(100, 2, 100);

    assertEquals(5, numbers.standardized(110));
    assertEquals(5 * (1 + Math.log(2)), numbers.standardized(120), 1e-12, "10 deviations");
    assertEquals(-5 * (1 + Math.log(200)), numbers.standardized(-1900), 1e-12, "−1000");
    Cells cells = Cells.of(DoubleColumn.create("x", 119, 120));
    assertEquals("", numbers.unusual(cells, 0));
    assertEquals("120 is 10 deviations from the mean", numbers.unusual(cells, 1));
  }

  @Test
  void of_numbersWhoseSquaresOverflow_areRefusedWithTheirColumn() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Numbers.of("mass", new double[] {1, 2, -1e308, 1e308}))
            .getMessage();
    assertTrue(message.startsWith("column 'mass' holds numbers too large"), message);
    assertTrue(message.contains("1.0E308"), message);
  }
}
