package pathprox.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomNumbersTest {
  private static final int DRAWS = 100_000;

  @Test
  void of_sameSeedRoleAndIndex_givesTheSameStream() {
    assertEquals(
        RandomNumbers.of(7, "shuffling", 3).nextLong(),
        RandomNumbers.of(7, "shuffling", 3).nextLong());
  }

  @Test
  void of_anotherSeedRoleOrIndex_givesAnotherStream() {
    long first = RandomNumbers.of(7, "shuffling", 3).nextLong();

    assertNotEquals(first, RandomNumbers.of(8, "shuffling", 3).nextLong());
    assertNotEquals(first, RandomNumbers.of(7, "initialization", 3).nextLong());
    assertNotEquals(first, RandomNumbers.of(7, "shuffling", 4).nextLong());
  }

  @Test
  void nextDouble_manyDraws_hasTheMomentsOfTheUniformDistribution() {
    RandomNumbers random = RandomNumbers.of(1, "test", 0);
    double[] draws = IntStream.range(0, DRAWS).mapToDouble(i -> random.nextDouble()).toArray();

    // Five standard errors: sqrt(1/12/n) of the mean, about 0.0024 of the second moment.
    assertEquals(0.5, Arrays.stream(draws).average().orElseThrow(), 0.005);
    assertEquals(1 / 3.0, Arrays.stream(draws).map(x -> x * x).average().orElseThrow(), 0.005);
  }

  @Test
  void nextGaussian_manyDraws_hasMeanZeroAndVarianceOne() {
    RandomNumbers random = RandomNumbers.of(1, "test", 0);
    double[] draws = IntStream.range(0, DRAWS).mapToDouble(i -> random.nextGaussian()).toArray();

    assertEquals(0, Arrays.stream(draws).average().orElseThrow(), 0.016);
    assertEquals(1, Arrays.stream(draws).map(x -> x * x).average().orElseThrow(), 0.023);
  }

  @Test
  void permutation_anyLength_holdsEachNumberOnceAndIsShuffled() {
    int[] order = RandomNumbers.of(1, "test", 0).permutation(100);
    int[] sorted = order.clone();
    Arrays.sort(sorted);

    assertArrayEquals(IntStream.range(0, 100).toArray(), sorted);
    assertNotEquals(Arrays.toString(sorted), Arrays.toString(order));
    assertEquals(0, RandomNumbers.of(1, "test", 0).permutation(0).length);
  }

  @Test
  void nextInt_boundBelowOne_isRefused() {
    Exception error =
        assertThrows(
            IllegalArgumentException.class, () -> RandomNumbers.of(1, "test", 0).nextInt(0));

    assertEquals("bound must be >= 1, was 0", error.getMessage());
  }
}
