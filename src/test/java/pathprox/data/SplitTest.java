package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SplitTest {
  private static final INDArray TRAIN =
      Nd4j.createFromArray(new double[][] {{1, 0.1, -4}, {3, 0.1, 4}});
  private static final INDArray TEST = Nd4j.createFromArray(new double[][] {{5, 0.1, 0}});

  private static Dataset values(INDArray features) {
    return Dataset.regression("values", features, features.getColumns(0));
  }

  private static Dataset labelled(INDArray features, String... classNames) {
    int[] classes = new int[features.rows()];
    return Dataset.classification("labelled", features, classes, List.of(classNames));
  }

  record Pair(String difference, Dataset train, Dataset test) {}

  static Stream<Pair> differentSets() {
    INDArray two = Nd4j.createFromArray(new double[][] {{1, 2}});
    Dataset wide = Dataset.regression("wide", TEST, two);
    return Stream.of(
        new Pair("sample shape: [3] and [2]", values(TRAIN), values(two)),
        new Pair("sample shape: [3] and [1, 3]", values(TRAIN), values(TEST).withSampleShape(1, 3)),
        new Pair("class names: [] and [a]", values(TRAIN), labelled(TEST, "a")),
        new Pair(
            "class names: [a, b] and [b, a]", labelled(TRAIN, "a", "b"), labelled(TEST, "b", "a")),
        new Pair("number of outputs: 1 and 2", values(TRAIN), wide),
        new Pair("type: DOUBLE and FLOAT", values(TRAIN), values(TEST).withType(DataType.FLOAT)));
  }

  @ParameterizedTest
  @MethodSource("differentSets")
  void split_differentKinds_isRefused(Pair pair) {
    var thrown =
        assertThrows(IllegalArgumentException.class, () -> new Split(pair.train(), pair.test()));

    assertEquals("train and test differ in " + pair.difference(), thrown.getMessage());
  }

  @Test
  void split_null_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Split(values(TRAIN), null));
    assertThrows(IllegalArgumentException.class, () -> new Split(null, values(TRAIN)));
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void standardized_features_useMeanAndDeviationOfTheTrainingSet(DataType type) {
    Dataset train = values(TRAIN).withType(type);
    Split split = new Split(train, values(TEST).withType(type));

    Split standardized = split.standardized();

    INDArray expected = Nd4j.createFromArray(new double[][] {{-1, 0, -1}, {1, 0, 1}}).castTo(type);
    INDArray expectedTest = Nd4j.createFromArray(new double[][] {{3, 0, 0}}).castTo(type);
    assertEquals(expected, standardized.train().features());
    assertEquals(expectedTest, standardized.test().features());
    assertSame(train.targets(), standardized.train().targets());
    assertEquals(TRAIN.castTo(type), split.train().features());
  }

  @Test
  void standardized_moreRowsThanABlock_usesAllOfThem() {
    int rows = 2_500;
    INDArray features = Nd4j.arange(rows).castTo(DataType.FLOAT).reshape(rows, 1).addi(1e6);
    Dataset data = values(features);

    INDArray changed = new Split(data, data).standardized().train().features();

    // The deviation of 0, …, n − 1 is √((n² − 1)/12).
    double edge = (rows - 1) / 2.0 / Math.sqrt((rows * (double) rows - 1) / 12);
    assertEquals(-edge, changed.getDouble(0, 0), 1e-6);
    assertEquals(edge, changed.getDouble(rows - 1, 0), 1e-6);
    assertEquals(0, changed.castTo(DataType.DOUBLE).meanNumber().doubleValue(), 1e-6);
  }

  record Large(String name, INDArray train, INDArray test, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Large> largeFeatures() {
    INDArray huge = Nd4j.createFromArray(new double[][] {{1e200}, {-1e200}});
    INDArray tiny = Nd4j.createFromArray(new float[][] {{0}, {1e-10f}});
    INDArray far = Nd4j.createFromArray(new float[][] {{1e38f}});
    return Stream.of(
        new Large("variance", huge, huge, "features are too large to be standardized"),
        new Large("ratio", tiny, far, "features of 'values' hold Infinity at row 0"));
  }

  @ParameterizedTest
  @MethodSource("largeFeatures")
  void standardized_tooLargeFeatures_isRefused(Large large) {
    Split split = new Split(values(large.train()), values(large.test()));

    var thrown = assertThrows(IllegalArgumentException.class, split::standardized);

    assertTrue(thrown.getMessage().contains(large.message()), thrown.getMessage());
  }

  @Test
  void toString_split_hasALineForEachSet() {
    String text = new Split(values(TRAIN), values(TEST)).toString();

    assertTrue(text.startsWith("train: values: 2 samples"), text);
    assertTrue(text.contains("\ntest:  values: 1 samples"), text);
  }
}
