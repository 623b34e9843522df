package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;

class CropAndFlipTest {
  private static final int HEIGHT = 2;
  private static final int WIDTH = 3;
  private static final List<Double> BORDER = List.of(-1.0, -2.0);
  private static final CropAndFlip CROP = new CropAndFlip(HEIGHT, WIDTH, 1, BORDER);

  /** All 18 outcomes for an image of two channels, built the long way round: with a real border. */
  private static Map<List<Double>, Integer> outcomes(Matrix image) {
    Map<List<Double>, Integer> outcomes = new HashMap<>();
    for (int down = 0; down <= 2; down++) {
      for (int right = 0; right <= 2; right++) {
        double[] crop = new double[2 * HEIGHT * WIDTH];
        double[] mirrored = new double[crop.length];
        for (int i = 0; i < crop.length; i++) {
          int channel = i / (HEIGHT * WIDTH);
          int y = i / WIDTH % HEIGHT;
          int x = i % WIDTH;
          double[][] padded = padded(image, channel);
          crop[i] = padded[y + down][x + right];
          mirrored[i] = padded[y + down][WIDTH - 1 - x + right];
        }
        outcomes.put(boxed(crop), 0);
        outcomes.put(boxed(mirrored), 0);
      }
    }
    return outcomes;
  }

  private static double[][] padded(Matrix image, int channel) {
    double[][] padded = new double[HEIGHT + 2][WIDTH + 2];
    for (int y = 0; y < padded.length; y++) {
      for (int x = 0; x < padded[y].length; x++) {
        boolean isInside = y >= 1 && y <= HEIGHT && x >= 1 && x <= WIDTH;
        int at = (channel * HEIGHT + y - 1) * WIDTH + x - 1;
        padded[y][x] = isInside ? image.get(0, at) : BORDER.get(channel);
      }
    }
    return padded;
  }

  private static List<Double> boxed(double... values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static Matrix images(DataType type, int count) {
    Matrix images = new Arena().zeros(type, count, 2 * HEIGHT * WIDTH);
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < images.columns(); i++) {
        images.set(row, i, i + 1);
      }
    }
    return images;
  }

  private static List<Double> row(Matrix matrix, int row) {
    return IntStream.range(0, matrix.columns()).mapToObj(i -> matrix.get(row, i)).toList();
  }

  @ParameterizedTest
  @CsvSource({"FLOAT", "DOUBLE"})
  void apply_manyImages_givesEachOfTheEighteenOutcomesAboutEquallyOften(DataType type) {
    int count = 3_600;
    Matrix images = images(type, count);
    Matrix changed = new Arena().zeros(type, count, images.columns());

    CROP.apply(images, RandomNumbers.of(1, "test", 0), changed);

    Map<List<Double>, Integer> outcomes = outcomes(images);
    assertEquals(18, outcomes.size());
    for (int row = 0; row < count; row++) {
      List<Double> found = row(changed, row);
      assertTrue(outcomes.containsKey(found), "no crop: " + found);
      outcomes.merge(found, 1, Integer::sum);
    }
    // 200 are expected of each, with a standard deviation of 14.
    outcomes.values().forEach(times -> assertTrue(times > 140 && times < 260, "times " + times));
  }

  @Test
  void apply_sameStream_givesTheSameAndLeavesTheSamplesAlone() {
    Matrix images = images(DataType.FLOAT, 20);
    Matrix first = new Arena().zeros(DataType.FLOAT, 20, images.columns());
    Matrix second = new Arena().zeros(DataType.FLOAT, 20, images.columns());

    CROP.apply(images, RandomNumbers.of(3, "test", 5), first);
    CROP.apply(images, RandomNumbers.of(3, "test", 5), second);

    assertEquals(first.toArray(), second.toArray());
    assertEquals(images(DataType.FLOAT, 20).toArray(), images.toArray());
  }

  @Test
  void apply_noBorder_onlyFlips() {
    Matrix image = images(DataType.DOUBLE, 1);
    Matrix changed = new Arena().zeros(DataType.DOUBLE, 1, image.columns());
    CropAndFlip flip = new CropAndFlip(HEIGHT, WIDTH, 0, BORDER);
    for (int stream = 0; stream < 10; stream++) {
      flip.apply(image, RandomNumbers.of(1, "test", stream), changed);
      double[] found = changed.toArray().toDoubleVector();
      double[] expected =
          found[0] == 1
              ? image.toArray().toDoubleVector()
              : new double[] {3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10};
      assertArrayEquals(expected, found);
    }
  }

  @Test
  void check_otherShape_isRefused() {
    Dataset flat =
        Dataset.classification(
            "flat", Nd4j.zeros(DataType.FLOAT, 2, 12), new int[] {0, 0}, List.of("one"));

    var thrown = assertThrows(IllegalArgumentException.class, () -> CROP.check(flat));

    assertEquals(
        "crops of 2×3 after a border of 1, flipped half the time changes samples of shape"
            + " [2, 2, 3], those of 'flat' have [12]",
        thrown.getMessage());
    CROP.check(flat.withSampleShape(2, 2, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 1, 'images must be 1×1 or larger, were 0×3'",
    "2, -1, 1, 'images must be 1×1 or larger, were 2×-1'",
    "2, 3, -1, 'padding must be >= 0, was -1'"
  })
  void crop_outOfRange_isRefused(int height, int width, int padding, String message) {
    var thrown =
        assertThrows(
            IllegalArgumentException.class, () -> new CropAndFlip(height, width, padding, BORDER));

    assertEquals(message, thrown.getMessage());
  }

  @Test
  void crop_noChannel_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new CropAndFlip(2, 3, 1, List.of()));
  }
}
