package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StratifiedPartsTest {
  private record Case(int[] counts, double... shares) {
    double[] targets() {
      return IntStream.range(0, counts.length)
          .flatMap(k -> IntStream.generate(() -> k).limit(counts[k]))
          .asDoubleStream()
          .toArray();
    }

    @Override
    public String toString() {
      return Arrays.toString(counts) + " in " + Arrays.toString(shares);
    }
  }

  static List<Case> cases() {
    double third = 1.0 / 3;
    return List.of(
        new Case(new int[] {50, 50, 50}, 0.6, 0.2, 0.2),
        new Case(new int[] {152, 68, 124}, 0.2, 0.2, 0.2, 0.2, 0.2),
        new Case(new int[] {1, 1, 1, 97}, 0.5, 0.5),
        new Case(new int[] {3, 200}, 0.9, 0.1),
        new Case(new int[] {10, 10}, third, third, third),
        new Case(new int[] {500, 7, 3, 90, 1}, 0.05, 0.15, 0.3, 0.5),
        new Case(new int[] {5}, 0.2, 0.2, 0.2, 0.2, 0.2),
        new Case(new int[] {7}, 1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void of_classes_haveTheirShareInEachPartToWithinTwo(Case given) {
    double[] targets = given.targets();
    for (long seed = 0; seed < 5; seed++) {
      List<int[]> parts = StratifiedParts.of(targets, seed, given.shares).rows();
      for (int part = 0; part < parts.size(); part++) {
        for (int k = 0; k < given.counts.length; k++) {
          int number = k;
          long found = IntStream.of(parts.get(part)).filter(row -> targets[row] == number).count();
          assertEquals(given.shares[part] * given.counts[k], found, 2, "class " + k);
        }
        double size = given.shares[part] * targets.length;
        assertEquals(size, parts.get(part).length, 1, "samples in all");
      }
      assertEachOnce(targets.length, parts);
    }
  }

  private static void assertEachOnce(int count, List<int[]> parts) {
    assertArrayEquals(
        IntStream.range(0, count).toArray(),
        parts.stream().flatMapToInt(Arrays::stream).sorted().toArray());
  }

  /** Of five neighbors in size each part has one: means differ by a fifth of the range / 40. */
  @Test
  void equal_numbers_haveNearlyTheSameMeanInEachPart() {
    double[] squares = IntStream.range(0, 200).mapToDouble(i -> i * i).toArray();
    StratifiedParts parts = StratifiedParts.equal(squares, 5, 3);
    double mean = DoubleStream.of(squares).average().orElseThrow();
    for (int[] part : parts.rows()) {
      double own = Arrays.stream(part).mapToDouble(row -> squares[row]).average().orElseThrow();
      assertEquals(mean, own, 199 * 199 / 40.0);
      assertEquals(40, part.length);
      int[] sorted = part.clone();
      Arrays.sort(sorted);
      assertFalse(Arrays.equals(sorted, part), "the order is random");
    }
    assertEquals("parts of [40, 40, 40, 40, 40] samples", parts.toString());
  }

  @Test
  void of_seed_decides() {
    double[] targets = cases().get(1).targets();

    assertEquals(text(targets, 1), text(targets, 1));
    assertFalse(text(targets, 1).equals(text(targets, 2)), "another seed");
  }

  private static String text(double[] targets, long seed) {
    return StratifiedParts.equal(targets, 4, seed).rows().stream()
        .map(Arrays::toString)
        .collect(Collectors.joining());
  }

  @Test
  void allBut_onePart_isTheRowsOfTheOthers() {
    StratifiedParts parts =
        new StratifiedParts(List.of(new int[] {3, 0}, new int[] {1}, new int[] {4, 2}));

    assertArrayEquals(new int[] {3, 0, 4, 2}, parts.allBut(1));
    assertArrayEquals(new int[] {1, 4, 2}, parts.allBut(0));
  }

  private record Refusal(String message, double... shares) {}

  static List<Refusal> refusals() {
    String sum = "shares must be > 0 and sum up to 1, were ";
    return List.of(
        new Refusal(sum + "[]"),
        new Refusal(sum + "[0.5, 0.4]", 0.5, 0.4),
        new Refusal(sum + "[1.0, 0.0]", 1, 0),
        new Refusal(sum + "[1.5, -0.5]", 1.5, -0.5),
        new Refusal(sum + "[NaN, 1.0]", Double.NaN, 1),
        new Refusal("3 samples are too few for parts of [0.9, 0.1]: one is empty", 0.9, 0.1));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void of_wrongShares_areRefused(Refusal refusal) {
    assertEquals(
        refusal.message,
        assertThrows(
                IllegalArgumentException.class,
                () -> StratifiedParts.of(new double[3], 0, refusal.shares))
            .getMessage());
  }

  @Test
  void equal_fewerThanTwoOrMoreThanSamples_areRefused() {
    for (int count : new int[] {-1, 0, 1, 4}) {
      assertEquals(
          "parts must be 2 to 3, were " + count,
          assertThrows(
                  IllegalArgumentException.class,
                  () -> StratifiedParts.equal(new double[3], count, 0))
              .getMessage());
    }
    assertTrue(
        StratifiedParts.equal(new double[3], 3, 0).rows().stream().allMatch(it -> it.length == 1));
  }
}
