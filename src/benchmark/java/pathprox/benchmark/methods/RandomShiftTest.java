package pathprox.benchmark.methods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;

/** {@code ./mvnw test -Pbenchmark -Dtest=RandomShiftTest}. */
class RandomShiftTest {
  @Test
  void apply_oneBrightPixel_moves25WaysAndKeepsTheBorder() {
    Matrix images = new Arena().zeros(DataType.FLOAT, 1000, 49);
    Matrix shifted = new Arena().zeros(DataType.FLOAT, 1000, 49);
    for (int row = 0; row < 1000; row++) {
      images.set(row, 24, 1);
    }
    new RandomShift(7, 7, 2, 0).apply(images, RandomNumbers.of(1, "augmentation", 0), shifted);
    Set<Integer> places = new HashSet<>();
    for (int row = 0; row < 1000; row++) {
      for (int pixel = 0; pixel < 49; pixel++) {
        if (shifted.get(row, pixel) == 1) {
          places.add(pixel);
          assertTrue(Math.abs(pixel / 7 - 3) <= 2 && Math.abs(pixel % 7 - 3) <= 2);
        }
      }
    }
    assertEquals(25, places.size());
    assertEquals(1000, shifted.sumOfSquares());
  }
}
