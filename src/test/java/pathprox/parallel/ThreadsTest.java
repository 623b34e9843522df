package pathprox.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;

class ThreadsTest {
  private final int before = Threads.count();

  @AfterEach
  void restore() {
    Threads.use(before);
  }

  @Test
  void count_atFirst_isAtMostThatOfTheProcessors() {
    int processors = Runtime.getRuntime().availableProcessors();
    int most = Threads.atFirst(System.getenv("OMP_NUM_THREADS"), processors);
    assertTrue(1 <= before && before <= most);
  }

  @Test
  void atFirst_wish_isHeededIfItIsANumberAboveZero() {
    assertEquals(3, Threads.atFirst("3", 8));
    assertEquals(256, Threads.atFirst("9999", 8));
    for (String none : new String[] {null, "", "0", "-1", "4,2", "many", "99999999999"}) {
      assertEquals(8, Threads.atFirst(none, 8), none);
    }
  }

  @Test
  void use_anyNumber_givesTheSameProductToTheLastBit() {
    Threads.use(1);
    double[] expected = product();
    for (int threads = 2; threads <= Runtime.getRuntime().availableProcessors(); threads++) {
      Threads.use(threads);
      assertEquals(threads, Threads.count());
      assertArrayEquals(expected, product());
    }
  }

  /** Large enough for threads to share it. */
  private static double[] product() {
    Matrix a = new Arena().zeros(DataType.FLOAT, 200, 300);
    Matrix b = new Arena().zeros(DataType.FLOAT, 300, 250);
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 250; j++) {
        a.set(j % 200, i, Math.sin(i + 3 * j));
        b.set(i, j, Math.cos(2 * i + j));
      }
    }
    Matrix result = new Arena().zeros(DataType.FLOAT, 200, 250);
    result.gemm(1, a, Transpose.NO, b, Transpose.NO, 0);
    return result.toArray().data().asDouble();
  }

  @Test
  void use_lessThanOneOrMoreThanProcessors_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Threads.use(0));
    Exception error = assertThrows(IllegalArgumentException.class, () -> Threads.use(10_000));
    assertTrue(error.getMessage().contains(", the processors, was 10000"), error.getMessage());
  }
}
