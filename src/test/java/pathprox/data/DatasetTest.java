package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DatasetTest {
  private static final List<String> CLASSES = List.of("cat", "dog");

  /** Row r holds 10·r, 10·r + 1, 10·r + 2; its class is r modulo 2. */
  private static Dataset pets(int size) {
    int[] classes = IntStream.range(0, size).map(row -> row % 2).toArray();
    return Dataset.classification("pets", numbers(size), classes, CLASSES);
  }

  private static INDArray numbers(int rows) {
    float[][] values = new float[rows][];
    Arrays.setAll(values, row -> new float[] {10 * row, 10 * row + 1, 10 * row + 2});
    return Nd4j.createFromArray(values);
  }

  private static int[] origins(Dataset data) {
    return IntStream.range(0, data.size())
        .map(row -> (int) data.features().getDouble(row, 0) / 10)
        .toArray();
  }

  @Test
  void classification_ofMatrix_tellsSizesAndClasses() {
    Dataset pets = pets(5);

    assertEquals("pets", pets.name());
    assertEquals(5, pets.size());
    assertEquals(3, pets.inputs());
    assertEquals(2, pets.outputs());
    assertTrue(pets.isClassification());
    assertEquals(CLASSES, pets.classNames());
    assertEquals(List.of(3), pets.sampleShape());
    assertEquals(1, pets.classOf(3));
    assertArrayEquals(new int[] {0, 1, 0, 1, 0}, pets.classes());
    assertArrayEquals(new int[] {3, 2}, pets.countPerClass());
    assertArrayEquals(new long[] {5, 1}, pets.targets().shape());
    assertEquals(DataType.FLOAT, pets.targets().dataType());
    assertEquals("pets: 5 samples, 3 inputs [3], 2 classes (cat: 3, dog: 2)", pets.toString());
  }

  @Test
  void regression_ofMatrices_keepsTargetsInTheTypeOfTheFeatures() {
    INDArray targets = Nd4j.createFromArray(new double[][] {{0.5, 1}, {-2, 3}});

    Dataset data = Dataset.regression("plane", numbers(2), targets);

    assertFalse(data.isClassification());
    assertEquals(2, data.outputs());
    assertEquals(List.of(), data.classNames());
    assertEquals(targets.castTo(DataType.FLOAT), data.targets());
    assertEquals("plane: 2 samples, 3 inputs [3], 2 targets", data.toString());
    assertThrows(IllegalStateException.class, data::countPerClass);
    assertThrows(IllegalStateException.class, () -> data.classOf(0));
    assertThrows(IllegalStateException.class, data::classes);
    assertThrows(IllegalStateException.class, () -> data.firstPerClass(1));
  }

  @Test
  void toString_manyClasses_showsTen() {
    List<String> names = IntStream.range(0, 12).mapToObj(k -> "c" + k).toList();

    String text = Dataset.classification("many", numbers(1), new int[] {0}, names).toString();

    assertTrue(
        text.endsWith(
            "12 classes (c0: 1, c1: 0, c2: 0, c3: 0, c4: 0, c5: 0, c6: 0, c7: 0,"
                + " c8: 0, c9: 0, …)"),
        text);
  }

  @Test
  void constructors_argumentsChangedAfterwards_keepTheirValues() {
    INDArray features = numbers(2);
    INDArray targets = Nd4j.createFromArray(1f, 2f).reshape(2, 1);
    int[] classes = {0, 1};
    Dataset pets = Dataset.classification("pets", features, classes, CLASSES);
    Dataset plane = Dataset.regression("plane", features, targets);

    features.assign(7);
    targets.assign(7);
    classes[0] = 1;

    assertEquals(numbers(2), pets.features());
    assertEquals(numbers(2), plane.features());
    assertEquals(0, pets.classOf(0));
    assertEquals(1, plane.targets().getDouble(0, 0));
  }

  @Test
  void classification_columnOrderFeatures_areKeptInRowOrder() {
    INDArray features = numbers(4).dup('f');

    Dataset data = Dataset.classification("pets", features, new int[4], CLASSES);

    assertEquals('c', data.features().ordering());
    assertEquals(numbers(4), data.features());
  }

  record Bad(String name, Executable call, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bad> badArguments() {
    INDArray good = numbers(2);
    INDArray nan = numbers(2).putScalar(1, 2, Double.NaN);
    INDArray infinite = numbers(2).putScalar(0, 1, Double.NEGATIVE_INFINITY);
    INDArray huge = Nd4j.createFromArray(new double[][] {{1e300}, {0}});
    INDArray targets = Nd4j.createFromArray(1f, Float.NaN).reshape(2, 1);
    int[] classes = {0, 1};
    return Stream.of(
        new Bad(
            "NaN feature",
            () -> Dataset.classification("p", nan, classes, CLASSES),
            "features of 'p' hold NaN at row 1, column 2 ('x2')"),
        new Bad(
            "infinite feature",
            () -> Dataset.classification("p", infinite, classes, CLASSES),
            "features of 'p' hold -Infinity at row 0, column 1 ('x1')"),
        new Bad(
            "NaN target",
            () -> Dataset.regression("p", good, targets),
            "targets of 'p' hold NaN at row 1, column 0 ('y')"),
        new Bad(
            "target too large for float",
            () -> Dataset.regression("p", good, huge),
            "targets of 'p' hold Infinity at row 0, column 0 ('y')"),
        new Bad(
            "number of targets",
            () -> Dataset.regression("p", numbers(3), huge),
            "targets must be as many as the 3 feature rows, were 2"),
        new Bad(
            "number of classes",
            () -> Dataset.classification("p", numbers(3), classes, CLASSES),
            "classes must be as many as the 3 feature rows, were 2"),
        new Bad(
            "class number above",
            () -> Dataset.classification("p", good, new int[] {0, 2}, CLASSES),
            "classes of 'p' must be 0 to 1, was 2 at row 1"),
        new Bad(
            "class number below",
            () -> Dataset.classification("p", good, new int[] {-1, 0}, CLASSES),
            "classes of 'p' must be 0 to 1, was -1 at row 0"),
        new Bad(
            "no class names",
            () -> Dataset.classification("p", good, classes, List.of()),
            "classNames must hold at least one name"),
        new Bad(
            "null class names",
            () -> Dataset.classification("p", good, classes, null),
            "classNames must hold at least one name"),
        new Bad(
            "null class name",
            () -> Dataset.classification("p", good, classes, Arrays.asList("a", null)),
            "classNames must not hold null, were [a, null]"),
        new Bad(
            "equal class names",
            () -> Dataset.classification("p", good, classes, List.of("a", "a")),
            "classNames must all be different, were [a, a]"),
        new Bad(
            "null classes",
            () -> Dataset.classification("p", good, null, CLASSES),
            "classes must not be null"),
        new Bad(
            "null name",
            () -> Dataset.classification(null, good, classes, CLASSES),
            "name must not be null"),
        new Bad(
            "null regression name",
            () -> Dataset.regression(null, good, huge),
            "name must not be null"),
        new Bad(
            "null features",
            () -> Dataset.classification("p", null, classes, CLASSES),
            "features must not be null"),
        new Bad(
            "vector",
            () -> Dataset.classification("p", Nd4j.createFromArray(1f, 2f), classes, CLASSES),
            "features must be a matrix with a row for each sample, had shape [2]"),
        new Bad(
            "four dimensions",
            () -> Dataset.regression("p", good.reshape(2, 1, 1, 3), huge),
            "features must be a matrix with a row for each sample, had shape [2, 1, 1, 3]"),
        new Bad(
            "no samples",
            () -> Dataset.regression("p", Nd4j.empty(DataType.FLOAT), huge),
            "features must be a matrix with a row for each sample"),
        new Bad(
            "integer features",
            () -> Dataset.classification("p", good.castTo(DataType.INT32), classes, CLASSES),
            "features must be FLOAT or DOUBLE, found INT"),
        new Bad(
            "integer targets",
            () -> Dataset.regression("p", good, good.castTo(DataType.INT64)),
            "targets must be FLOAT or DOUBLE, found LONG"),
        new Bad(
            "sample shape",
            () -> pets(2).withSampleShape(1, 2, 2),
            "sampleShape [1, 2, 2] must hold the 3 features of a sample of 'pets'"),
        new Bad(
            "negative sample shape",
            () -> pets(2).withSampleShape(-1, -3),
            "sampleShape [-1, -3] must hold the 3 features of a sample of 'pets'"),
        new Bad("row above", () -> pets(2).rows(0, 2), "rows of 'pets' are 0 to 1, was 2"),
        new Bad("row below", () -> pets(2).rows(-1), "rows of 'pets' are 0 to 1, was -1"),
        new Bad("class of no row", () -> pets(2).classOf(5), "rows of 'pets' are 0 to 1, was 5"),
        new Bad("no rows", () -> pets(2).rows(), "rows of 'pets': choose at least one"),
        new Bad("first 0", () -> pets(2).first(0), "n must be 1 to 2, was 0"),
        new Bad("first 3 of 2", () -> pets(2).first(3), "n must be 1 to 2, was 3"),
        new Bad("first 0 per class", () -> pets(2).firstPerClass(0), "n must be >= 1, was 0"),
        new Bad(
            "too few of a class",
            () -> pets(5).firstPerClass(3),
            "class 'dog' of 'pets' has 2 samples, 3 were asked for"),
        new Bad(
            "empty training set",
            () -> pets(4).split(0.1, 1),
            "trainShare must leave samples of the 4 in 'pets' for both sets, was 0.1"),
        new Bad("empty test set", () -> pets(4).split(1, 1), "was 1.0"),
        new Bad("NaN share", () -> pets(4).split(Double.NaN, 1), "was NaN"),
        new Bad(
            "integer type",
            () -> pets(4).withType(DataType.INT32),
            "type must be FLOAT or DOUBLE, found INT"),
        new Bad(
            "too large for float",
            () -> Dataset.regression("p", huge, huge).withType(DataType.FLOAT),
            "features of 'p' hold Infinity at row 0, column 0 ('x0')"));
  }

  @ParameterizedTest
  @MethodSource("badArguments")
  void call_badArgument_isRefusedWithWhatWasFound(Bad bad) {
    var thrown = assertThrows(IllegalArgumentException.class, bad.call());

    assertTrue(thrown.getMessage().contains(bad.message()), thrown.getMessage());
  }

  @Test
  void features_finiteWithInfiniteSum_areAccepted() {
    INDArray large = Nd4j.valueArrayOf(new long[] {4, 1}, 3e38f, DataType.FLOAT);

    assertEquals(4, Dataset.regression("large", large, large).size());
  }

  @Test
  void withSampleShape_fittingSizes_sharesTheValues() {
    Dataset images = pets(2).withSampleShape(3, 1, 1);

    assertEquals(List.of(3, 1, 1), images.sampleShape());
    assertEquals(List.of(3, 1, 1), images.first(1).sampleShape());
    assertEquals(pets(2).features(), images.features());
  }

  @Test
  void rows_chosenWithRepetition_copiesThemInOrder() {
    Dataset pets = pets(5);

    Dataset chosen = pets.rows(4, 1, 1);
    chosen.features().addi(0.5);

    assertArrayEquals(new int[] {4, 1, 1}, origins(chosen));
    assertArrayEquals(new int[] {1, 2}, chosen.countPerClass());
    assertEquals(1, chosen.classOf(2));
    assertEquals('c', chosen.features().ordering());
    assertArrayEquals(new long[] {3, 1}, chosen.targets().shape());
    assertEquals(numbers(5), pets.features());
  }

  @Test
  void rows_single_keepsMatrices() {
    Dataset single = pets(5).rows(3);

    assertArrayEquals(new long[] {1, 3}, single.features().shape());
    assertArrayEquals(new long[] {1, 1}, single.targets().shape());
    assertEquals(1, single.classOf(0));
  }

  @Test
  void first_n_keepsTheOrder() {
    assertArrayEquals(new int[] {0, 1, 2}, origins(pets(5).first(3)));
  }

  @Test
  void firstPerClass_mixedOrder_keepsTheOrder() {
    int[] classes = {1, 1, 0, 1, 0, 0};
    Dataset data = Dataset.classification("pets", numbers(6), classes, CLASSES);

    assertArrayEquals(new int[] {0, 1, 2, 4}, origins(data.firstPerClass(2)));
  }

  @Test
  void shuffled_sameSeed_givesTheSameOrderOfAllSamples() {
    Dataset data = pets(50);

    int[] order = origins(data.shuffled(3));

    assertArrayEquals(order, origins(data.shuffled(3)));
    assertFalse(Arrays.equals(order, origins(data.shuffled(4))));
    assertArrayEquals(IntStream.range(0, 50).toArray(), Arrays.stream(order).sorted().toArray());
    Dataset shuffled = data.shuffled(3);
    IntStream.range(0, 50).forEach(row -> assertEquals(order[row] % 2, shuffled.classOf(row)));
  }

  @Test
  void split_share_putsEachSampleInOneSet() {
    Split split = pets(10).split(0.66, 5);

    int[] train = origins(split.train());
    int[] test = origins(split.test());
    int[] all = IntStream.concat(Arrays.stream(train), Arrays.stream(test)).sorted().toArray();
    assertEquals(7, train.length);
    assertArrayEquals(IntStream.range(0, 10).toArray(), all);
    assertArrayEquals(train, origins(pets(10).split(0.66, 5).train()));
    assertEquals("pets train", split.train().name());
    assertEquals("pets test", split.test().name());
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void withType_floatOrDouble_convertsFeaturesAndTargets(DataType type) {
    Dataset data = pets(3).withSampleShape(1, 3, 1);

    Dataset converted = data.withType(type);

    assertEquals(type, converted.features().dataType());
    assertEquals(type, converted.targets().dataType());
    assertEquals(data.features(), converted.features().castTo(DataType.FLOAT));
    assertEquals(data.sampleShape(), converted.sampleShape());
    assertSame(converted, converted.withType(type));
    assertNotEquals(DataType.DOUBLE, data.features().dataType());
  }
}
