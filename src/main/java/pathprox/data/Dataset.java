package pathprox.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.RandomNumbers;
import tech.tablesaw.api.Table;

/**
 * Samples with their targets: classes, or numbers for regression.
 *
 * <p>No method changes a dataset or its arguments. Every value is finite: a dataset with NaN or an
 * infinity cannot be made.
 */
public final class Dataset implements TrainingData {
  private static final int CLASSES_SHOWN = 10;

  private final String name;
  private final INDArray features;
  private final INDArray targets;
  private final List<String> classNames;
  private final List<Integer> sampleShape;
  private final ColumnNames columns;

  private Dataset(
      String name,
      INDArray features,
      INDArray targets,
      List<String> classNames,
      List<Integer> sampleShape,
      ColumnNames columns) {
    this.name = name;
    this.features = features;
    this.targets = targets;
    this.classNames = classNames;
    this.sampleShape = sampleShape;
    this.columns = columns;
  }

  /**
   * Makes a dataset of samples that belong to classes.
   *
   * @param name what to call it in messages and figures
   * @param features [n, d], FLOAT or DOUBLE. Not modified, copied.
   * @param classes n class numbers from 0. Not modified, copied.
   * @param classNames the name of each class, all different
   * @return the dataset
   * @throws IllegalArgumentException if sizes do not fit, a class number has no name, names are
   *     missing or equal, or a feature is NaN, infinite or of another type
   */
  public static Dataset classification(
      String name, INDArray features, int[] classes, List<String> classNames) {
    Checks.matrix("features", features);
    ColumnNames columns = ColumnNames.ofClasses(features.columns());
    return ofClasses(name, features.dup('c'), classes, classNames, columns);
  }

  /**
   * Makes a dataset of samples with one or more numbers to predict.
   *
   * @param name what to call it in messages and figures
   * @param features [n, d], FLOAT or DOUBLE. Not modified, copied.
   * @param targets [n, k], FLOAT or DOUBLE, kept in the type of the features. Not modified, copied.
   * @return the dataset
   * @throws IllegalArgumentException if sizes do not fit, or a value is NaN, infinite or of another
   *     type
   */
  public static Dataset regression(String name, INDArray features, INDArray targets) {
    Checks.matrix("features", features);
    Checks.matrix("targets", targets);
    ColumnNames columns = ColumnNames.ofValues(features.columns(), targets.columns());
    return ofValues(name, features.dup('c'), targets.dup('c'), columns);
  }

  /** Takes over the features, which nobody else may modify then. */
  static Dataset ofClasses(
      String name, INDArray features, int[] classes, List<String> classNames, ColumnNames columns) {
    Checks.require(name != null, "name must not be null");
    Checks.names("classNames", classNames);
    Checks.classes(name, features, classes, classNames.size());
    Checks.finite("features", name, features, columns.features());
    INDArray targets =
        Nd4j.createFromArray(classes).castTo(features.dataType()).reshape(classes.length, 1);
    List<Integer> shape = List.of(features.columns());
    return new Dataset(name, features, targets, List.copyOf(classNames), shape, columns);
  }

  /** Takes over features and targets, which nobody else may modify then. */
  static Dataset ofValues(String name, INDArray features, INDArray targets, ColumnNames columns) {
    Checks.require(name != null, "name must not be null");
    Checks.rows("targets", targets.rows(), features);
    Checks.finite("features", name, features, columns.features());
    INDArray values = targets.castTo(features.dataType());
    Checks.finite("targets", name, values, columns.targets());
    return new Dataset(name, features, values, List.of(), List.of(features.columns()), columns);
  }

  /**
   * Reads samples of classes from a comma-separated UTF-8 file with a header line.
   *
   * <p>Columns of numbers, and of true and false as 1 and 0, become float32 features; their types
   * are decided from all rows. Nothing is guessed for an empty cell, NA, N/A, NaN, null or *: it is
   * refused.
   *
   * @param csv the file
   * @param labelColumn the column of whole numbers, words, or true and false that holds the class
   * @return the dataset, its classes sorted by number or name
   * @throws IllegalArgumentException if a column or cell cannot be used, naming it
   * @throws java.io.UncheckedIOException if the file is missing, empty or no CSV file
   */
  public static Dataset fromCsv(Path csv, String labelColumn) {
    return fromTable(CsvFile.read(csv), labelColumn);
  }

  /**
   * Takes samples of classes from a table.
   *
   * @param table numeric and Boolean columns, which become float32 features, and the label column.
   *     Not modified.
   * @param labelColumn the column of whole numbers, strings or Booleans that holds the class
   * @return the dataset, its classes sorted by number or name
   * @throws IllegalArgumentException if there is no such column or no row, if the label column
   *     holds real numbers, or if a cell is missing or a column holds text, naming it
   */
  public static Dataset fromTable(Table table, String labelColumn) {
    return TableColumns.classification(table, labelColumn);
  }

  /**
   * Reads samples with numbers to predict from a comma-separated UTF-8 file with a header line.
   *
   * @param csv the file, read as {@link #fromCsv} does
   * @param targetColumns the columns to predict, one or more; all others are features
   * @return the dataset, float32
   * @throws IllegalArgumentException if a column or cell cannot be used, naming it
   * @throws java.io.UncheckedIOException if the file is missing, empty or no CSV file
   */
  public static Dataset regressionFromCsv(Path csv, String... targetColumns) {
    return regressionFromTable(CsvFile.read(csv), targetColumns);
  }

  /**
   * Takes samples with numbers to predict from a table.
   *
   * @param table numeric and Boolean columns. Not modified.
   * @param targetColumns the columns to predict, one or more; all others are features
   * @return the dataset, float32
   * @throws IllegalArgumentException if there is no such column or no row, or if a cell is missing
   *     or a column holds text, naming it
   */
  public static Dataset regressionFromTable(Table table, String... targetColumns) {
    return TableColumns.regression(table, Arrays.asList(targetColumns));
  }

  /** {@return this dataset} */
  @Override
  public Dataset trainingSet() {
    return this;
  }

  /** {@return nothing} */
  @Override
  public Optional<Dataset> testSet() {
    return Optional.empty();
  }

  /** {@return what the dataset is called in messages and figures} */
  public String name() {
    return name;
  }

  /** {@return the number of samples n, 1 or more} */
  public int size() {
    return features.rows();
  }

  /** {@return the number of features d, 1 or more} */
  public int inputs() {
    return features.columns();
  }

  /** {@return the number of classes, or of target columns} */
  public int outputs() {
    return isClassification() ? classNames.size() : targets.columns();
  }

  /** {@return the features [n, d] in row order, FLOAT or DOUBLE; shared, not to be modified} */
  public INDArray features() {
    return features;
  }

  /**
   * {@return the targets, class numbers [n, 1] from 0 or values [n, k], of the type of the
   * features; shared, not to be modified}
   */
  public INDArray targets() {
    return targets;
  }

  /** {@return true if the targets are class numbers, false if they are values to predict} */
  public boolean isClassification() {
    return !classNames.isEmpty();
  }

  /** {@return one name for each class number, none for regression} */
  public List<String> classNames() {
    return classNames;
  }

  /** {@return the names of the class or the targets, then those of the features, as in a table} */
  public List<String> columnNames() {
    return Stream.concat(columns.targets().stream(), columns.features().stream()).toList();
  }

  /** {@return channels, height and width of an image, otherwise the number of features alone} */
  public List<Integer> sampleShape() {
    return sampleShape;
  }

  /**
   * Lays the features of each sample out in another shape.
   *
   * @param sizes the extents, 1 or more each, the last of which varies fastest
   * @return the same samples, sharing their values
   * @throws IllegalArgumentException if the product of the sizes is not the number of features
   */
  public Dataset withSampleShape(int... sizes) {
    List<Integer> shape = Arrays.stream(sizes).boxed().toList();
    double product = Arrays.stream(sizes).asDoubleStream().reduce(1, (a, b) -> a * b);
    Checks.require(
        product == inputs() && Arrays.stream(sizes).allMatch(size -> size > 0),
        "sampleShape %s must hold the %d features of a sample of '%s'",
        shape,
        inputs(),
        name);
    return new Dataset(name, features, targets, classNames, shape, columns);
  }

  /**
   * Returns the class of one sample.
   *
   * @param row the number of the sample
   * @return the class number, from 0
   * @throws IllegalArgumentException if there is no such row
   * @throws IllegalStateException if the targets are not classes
   */
  public int classOf(int row) {
    requireClasses();
    requireRow(row);
    return (int) targets.getDouble(row, 0);
  }

  /**
   * {@return the number of samples of each class, in a new array}
   *
   * @throws IllegalStateException if the targets are not classes
   */
  public int[] countPerClass() {
    requireClasses();
    int[] counts = new int[outputs()];
    IntStream.range(0, size()).forEach(row -> counts[classOf(row)]++);
    return counts;
  }

  /**
   * Picks samples.
   *
   * @param indices the rows to take, in the order wanted, repeated if wanted. Not modified.
   * @return a new dataset with a copy of these rows
   * @throws IllegalArgumentException if there is none, or one is not a row of this dataset
   */
  public Dataset rows(int... indices) {
    Checks.require(indices.length > 0, "rows of '%s': choose at least one", name);
    Arrays.stream(indices).forEach(this::requireRow);
    INDArray chosen = Nd4j.pullRows(features, 1, indices, 'c');
    return with(name, chosen, Nd4j.pullRows(targets, 1, indices, 'c'));
  }

  /**
   * Picks the first samples.
   *
   * @param n how many, 1 to {@link #size()}
   * @return a new dataset with a copy of them
   * @throws IllegalArgumentException if {@code n} is out of range
   */
  public Dataset first(int n) {
    Checks.require(n >= 1 && n <= size(), "n must be 1 to %d, was %d", size(), n);
    return rows(IntStream.range(0, n).toArray());
  }

  /**
   * Picks the first samples of each class, in the order in which they stand here.
   *
   * @param n how many of each class, 1 or more
   * @return a new dataset of n samples for each class
   * @throws IllegalArgumentException if {@code n} is below 1 or a class has fewer samples
   * @throws IllegalStateException if the targets are not classes
   */
  public Dataset firstPerClass(int n) {
    Checks.require(n >= 1, "n must be >= 1, was %d", n);
    int[] counts = countPerClass();
    for (int k = 0; k < counts.length; k++) {
      String message = "class '%s' of '%s' has %d samples, %d were asked for";
      Checks.require(counts[k] >= n, message, classNames.get(k), name, counts[k], n);
    }
    int[] seen = new int[counts.length];
    return rows(IntStream.range(0, size()).filter(row -> seen[classOf(row)]++ < n).toArray());
  }

  /**
   * Puts the samples in random order.
   *
   * @param seed fixes the order
   * @return a new dataset with a copy of all samples
   */
  public Dataset shuffled(long seed) {
    return rows(RandomNumbers.of(seed, "shuffle", 0).permutation(size()));
  }

  /**
   * Divides the samples at random, whatever their class.
   *
   * @param trainShare the share to train on, between 0 and 1; the count is rounded
   * @param seed fixes which samples go where
   * @return each sample in one of both sets, in random order
   * @throws IllegalArgumentException if one of both sets would be empty
   */
  public Split split(double trainShare, long seed) {
    long count = Math.round(trainShare * size());
    Checks.require(
        count >= 1 && count < size(),
        "trainShare must leave samples of the %d in '%s' for both sets, was %s",
        size(),
        name,
        trainShare);
    int[] order = RandomNumbers.of(seed, "split", 0).permutation(size());
    Dataset train = rows(Arrays.copyOf(order, (int) count));
    Dataset test = rows(Arrays.copyOfRange(order, (int) count, order.length));
    return new Split(
        train.with(name + " train", train.features, train.targets),
        test.with(name + " test", test.features, test.targets));
  }

  /**
   * Converts all values to another precision.
   *
   * @param type FLOAT or DOUBLE
   * @return this dataset if it has that type, otherwise a converted copy
   * @throws IllegalArgumentException if the type is another, or a value does not fit it
   */
  public Dataset withType(DataType type) {
    Checks.require(
        type == DataType.FLOAT || type == DataType.DOUBLE,
        "type must be FLOAT or DOUBLE, was %s",
        type);
    if (type == features.dataType()) {
      return this;
    }
    Dataset converted = with(name, features.castTo(type), targets.castTo(type));
    Checks.finite(type + " features", name, converted.features, columns.features());
    Checks.finite(type + " targets", name, converted.targets, columns.targets());
    return converted;
  }

  /** {@return a new table with a row for each sample: class name or targets, then the features} */
  public Table table() {
    return TableColumns.table(this, columns);
  }

  /** Takes over other features for the same samples. */
  Dataset withFeatures(INDArray changed) {
    Checks.finite("changed features", name, changed, columns.features());
    return with(name, changed, targets);
  }

  /** {@return one line with the name, the sizes, and the classes with their counts} */
  @Override
  public String toString() {
    String samples =
        String.format(
            Locale.ROOT, "%s: %,d samples, %d inputs %s", name, size(), inputs(), sampleShape);
    if (!isClassification()) {
      return samples + ", " + outputs() + (outputs() == 1 ? " target" : " targets");
    }
    int[] counts = countPerClass();
    StringJoiner classes = new StringJoiner(", ", " (", ")");
    for (int k = 0; k < Math.min(CLASSES_SHOWN, counts.length); k++) {
      classes.add(classNames.get(k) + ": " + counts[k]);
    }
    if (counts.length > CLASSES_SHOWN) {
      classes.add("…");
    }
    return samples + ", " + outputs() + (outputs() == 1 ? " class" : " classes") + classes;
  }

  private Dataset with(String newName, INDArray newFeatures, INDArray newTargets) {
    return new Dataset(newName, newFeatures, newTargets, classNames, sampleShape, columns);
  }

  private void requireClasses() {
    if (!isClassification()) {
      throw new IllegalStateException("'" + name + "' holds numbers to predict, not classes");
    }
  }

  private void requireRow(int row) {
    Checks.require(
        row >= 0 && row < size(), "rows of '%s' are 0 to %d, was %d", name, size() - 1, row);
  }
}
