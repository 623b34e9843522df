package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Datasets that are divided, renamed, and told apart. */
class DatasetPartsTest {
  /** 20 samples of class 0 and 10 of class 1, whose feature is their number. */
  private static final Dataset DATA = data(30);

  private static Dataset data(int size) {
    INDArray numbers = Nd4j.arange(size).castTo(DataType.FLOAT).reshape(size, 1);
    int[] classes = IntStream.range(0, size).map(i -> i % 3 / 2).toArray();
    return Dataset.classification("numbers", numbers, classes, List.of("a", "b"));
  }

  private static List<Integer> numbers(Dataset data) {
    return IntStream.of(data.features().data().asInt()).boxed().toList();
  }

  @Test
  void parts_shares_areAlikeAndHoldEachSampleOnce() {
    List<Dataset> parts = DATA.parts(4, 0.6, 0.2, 0.2);

    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int size = new int[] {18, 6, 6}[i];
      assertEquals(size, parts.get(i).size());
      assertEquals(size / 3.0, parts.get(i).countPerClass()[1], 1, "a third is of class b");
      all.addAll(numbers(parts.get(i)));
    }
    assertEquals(30, all.size());
    assertEquals(30, new HashSet<>(all).size());
  }

  @Test
  void folds_five_testEachSampleOnceAndTrainOnAllOthers() {
    List<Integer> tested = new ArrayList<>();
    for (Split fold : DATA.folds(5, 1)) {
      assertEquals(24, fold.train().size());
      assertArrayEquals(new int[] {4, 2}, fold.test().countPerClass());
      HashSet<Integer> both = new HashSet<>(numbers(fold.train()));
      both.addAll(numbers(fold.test()));
      assertEquals(30, both.size());
      tested.addAll(numbers(fold.test()));
    }
    assertEquals(30, new HashSet<>(tested).size());
    assertThrows(IllegalArgumentException.class, () -> DATA.folds(31, 1));
  }

  @Test
  void folds_ofNumbersToPredict_areAlike() {
    INDArray values = Nd4j.arange(40).castTo(DataType.DOUBLE).reshape(40, 1);
    for (Split fold : Dataset.regression("line", values, values).folds(4, 2)) {
      assertEquals(19.5, fold.test().targets().meanNumber().doubleValue(), 39 / 10.0);
    }
  }

  @Test
  void fingerprint_ofTheSameSamples_isTheSame() {
    assertTrue(DATA.fingerprint().matches("[0-9a-f]{64}"), DATA::fingerprint);
    assertEquals(DATA.fingerprint(), data(30).fingerprint());
  }

  /** Each of these must differ from all others. */
  @Test
  void fingerprint_ofWhateverDiffers_differs() {
    INDArray oneBit = DATA.features().dup();
    oneBit.putScalar(7, 0, Math.nextUp(7f));
    int[] classes = IntStream.range(0, 30).map(i -> i % 3 / 2).toArray();
    int[] others = classes.clone();
    others[29] = 1 - others[29];
    List<String> names = List.of("a", "b");
    Dataset two =
        Dataset.regression("two", Nd4j.ones(DataType.FLOAT, 4, 2), Nd4j.ones(DataType.FLOAT, 4, 1));
    List<Dataset> all =
        List.of(
            DATA,
            data(29),
            DATA.shuffled(1),
            DATA.withType(DataType.DOUBLE),
            DATA.withColumnNames(List.of("size"), List.of("label")),
            DATA.withColumnNames(List.of("x0"), List.of("class")),
            Dataset.classification("numbers", oneBit, classes, names),
            Dataset.classification("numbers", DATA.features(), others, names),
            Dataset.classification("numbers", DATA.features(), classes, List.of("a", "c")),
            two,
            two.withColumnNames(List.of("a, b", "c"), List.of("y")),
            two.withColumnNames(List.of("a", "b, c"), List.of("y")));

    assertEquals(all.size(), all.stream().map(Dataset::fingerprint).distinct().count());
  }

  @Test
  void withColumnNames_asMany_areThoseOfTheTable() {
    Dataset named = DATA.withColumnNames(List.of("größe"), List.of("art"));

    assertEquals(List.of("art", "größe"), named.columnNames());
    assertEquals(List.of("art", "größe"), named.table().columnNames());
    assertEquals(List.of("label", "x0"), DATA.columnNames(), "the dataset itself is as it was");
    assertEquals(
        "1 features and 1 targets need as many names, found [] and [y]",
        assertThrows(
                IllegalArgumentException.class, () -> DATA.withColumnNames(List.of(), List.of("y")))
            .getMessage());
  }
}
