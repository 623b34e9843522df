package pathprox.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdasTest {
  @ParameterizedTest
  @CsvSource({
    "1e-4, 0.1, 7",
    "0.1, 1e-4, 7",
    "1e-300, 1e300, 3",
    "1e-307, 1e308, 50",
    "0.3, 0.2, 2"
  })
  void geometric_anyDirection_hasExactEndsAndEqualRatios(double first, double last, int count) {
    List<Double> values = Lambdas.geometric(first, last, count).values();

    assertEquals(count, values.size());
    assertEquals(first, values.get(0));
    assertEquals(last, values.get(count - 1));
    double ratio = Math.exp((Math.log(last) - Math.log(first)) / (count - 1));
    for (int i = 1; i < count; i++) {
      assertEquals(1, values.get(i) / values.get(i - 1) / ratio, 1e-3, "rounded to four digits");
    }
  }

  @Test
  void geometric_inner_valuesHaveFourDigits() {
    assertEquals(List.of(0.003, 0.009655, 0.03107, 0.1), Lambdas.geometric(3e-3, 0.1, 4).values());
  }

  @Test
  void reversed_grid_runsTheOtherWay() {
    assertEquals(List.of(3.0, 2.0, 1.0), Lambdas.of(1, 2, 3).reversed().values());
    assertEquals("λ = 0.001, 0.1", Lambdas.of(0.001, 0.1).toString());
  }

  @Test
  void grids_outOfRange_sayWhatWasFound() {
    refused("at least one λ, found none", Lambdas::of);
    refused("λ of a grid must be > 0 and finite, was 0.0", () -> Lambdas.of(1, 0));
    refused("must rise or fall throughout, were [1.0, 3.0, 2.0]", () -> Lambdas.of(1, 3, 2));
    refused("must rise or fall throughout, were [1.0, 1.0]", () -> Lambdas.of(1, 1));
    refused(
        "λ of a grid must be > 0 and finite, was NaN", () -> Lambdas.geometric(Double.NaN, 1, 3));
    refused("λ of a grid must be > 0", () -> Lambdas.geometric(1, Double.POSITIVE_INFINITY, 3));
    refused("2 λ or more, was 1", () -> Lambdas.geometric(1, 2, 1));
    refused("must rise or fall throughout", () -> Lambdas.geometric(1, 1, 3));
  }

  /** Four digits tell 900 λ of a decade apart at most. */
  @Test
  void geometric_manyInADecade_keepAsManyDigitsAsTellThemApart() {
    List<Double> values = Lambdas.geometric(0.01, 0.1, 5_000).values();

    assertEquals(5_000, values.stream().distinct().count());
    assertEquals(0.010005, values.get(1), "0.01·10^(1/4999) = 0.0100046… with five digits");
  }

  /** 1e-320 has four digits itself, as it is below the smallest normal number. */
  @Test
  void geometric_fromTheSmallestToTheLargestNumbers_works() {
    List<Double> values = Lambdas.geometric(1e-320, 1e300, 50).values();

    assertEquals(50, values.size());
    assertEquals(1e-320, values.get(0));
    assertEquals(1e300, values.get(49));
    assertEquals(620.0 / 49, Math.log10(values.get(30) / values.get(29)), 1e-3);
  }

  @Test
  void grids_longOnes_sayInShortWhatIsWrong() {
    double[] values = DoubleStream.iterate(1, it -> it + 1).limit(5_000).toArray();
    values[7] = 7;

    refused(
        "must rise or fall throughout, were 5000 values, of which number 8 is 7.0 after 7.0",
        () -> Lambdas.of(values));
    refused(
        "5 λ from 1.0 to 1.0000000000000002 are nearer than numbers can be: ask for fewer",
        () -> Lambdas.geometric(1, Math.nextUp(1.0), 5));
  }

  static void refused(String message, Executable call) {
    String found = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(found.contains(message), found);
  }

  @Test
  void toString_manyValues_namesTheEnds() {
    assertEquals("λ = 0.1, 0.2", Lambdas.of(0.1, 0.2).toString());
    assertEquals("9 λ from 0.001 to 0.1", Lambdas.geometric(1e-3, 0.1, 9).toString());
  }
}
