package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.indexing.NDArrayIndex;

class DigitsTest {
  @Test
  void bundledFile_unpacked_isTheOriginal() throws IOException {
    // SHA-256 of the 264,712 bytes of the test file of the UCI repository.
    assertEquals(
        "6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8",
        Bundled.sha256("digits/optdigits-test-1797.csv.gz"));
  }

  @Test
  void load_bundledImages_haveTheKnownCountsAndPixels() {
    Dataset digits = Digits.load();

    assertEquals(1_797, digits.size());
    assertEquals(List.of(1, 8, 8), digits.sampleShape());
    assertEquals(DataType.FLOAT, digits.features().dataType());
    // Counted in the original file.
    int[] counts = {178, 182, 177, 183, 181, 182, 181, 179, 174, 180};
    assertArrayEquals(counts, digits.countPerClass());
    assertEquals(0, digits.features().minNumber().doubleValue());
    assertEquals(1, digits.features().maxNumber().doubleValue());
    // The first line starts 0,0,5,13,9,1 and is a 0, the second is a 1.
    double[] start = {0, 0, 5 / 16.0, 13 / 16.0, 9 / 16.0, 1 / 16.0};
    var first = digits.features().get(NDArrayIndex.point(0), NDArrayIndex.interval(0, 6));
    assertArrayEquals(start, first.toDoubleVector());
    assertEquals(0, digits.classOf(0));
    assertEquals(1, digits.classOf(1));
  }

  @Test
  void split_seed_givesThousandToTrainOn() {
    Split split = Digits.split(1);

    assertEquals(1_000, split.train().size());
    assertEquals(797, split.test().size());
    assertEquals(split.train().features(), Digits.split(1).train().features());
  }
}
