package pathprox.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * <p>No method changes a dataset or its arguments. Every value is finite.
 */
public final class Dataset implements TrainingData {
  private final String name;
  private final INDArray features;
  private final INDArray targets;
  private final Schema schema;

  private Dataset(String name, INDArray features, INDArray targets, Schema schema) {
    this.name = name;
    this.features = features;
    this.targets = targets;
    this.schema = schema;
  }

  /**
   * {@return a dataset of samples that belong to classes}
   *
   * @param name what to call it in messages and figures
   * @param features [n, d], FLOAT or DOUBLE. Not modified, copied.
   * @param classes n class numbers from 0. Not modified, copied.
   * @param classNames the name of each class, all different
   * @throws IllegalArgumentException if sizes do not fit, a class number has no name, names are
   *     missing or equal, or a feature is NaN, infinite or of another type
   */
  public static Dataset classification(
      String name, INDArray features, int[] classes, List<String> classNames) {
    Checks.matrix("features", features);
    Schema schema = Schema.ofClasses(features.columns(), classNames);
    return ofClasses(name, features.dup('c'), classes, schema);
  }

  /**
   * {@return a dataset of samples with one or more numbers to predict}
   *
   * @param name what to call it in messages and figures
   * @param features [n, d], FLOAT or DOUBLE. Not modified, copied.
   * @param targets [n, k], FLOAT or DOUBLE, kept in the type of the features. Not modified, copied.
   * @throws IllegalArgumentException if sizes do not fit, or a value is NaN, infinite or of another
   *     type
   */
  public static Dataset regression(String name, INDArray features, INDArray targets) {
    Checks.matrix("features", features);
    Checks.matrix("targets", targets);
    Schema schema = Schema.ofValues(features.columns(), targets.columns());
    return ofValues(name, features.dup('c'), targets.dup('c'), schema);
  }

  /** Takes over the features, which nobody else may modify then. */
  static Dataset ofClasses(String name, INDArray features, int[] classes, Schema schema) {
    Checks.classes(name, features, classes, schema.outputs());
    INDArray targets = Nd4j.createFromArray(classes).reshape(classes.length, 1);
    return ofValues(name, features, targets, schema);
  }

  /** Takes over features and targets, which nobody else may modify then. */
  static Dataset ofValues(String name, INDArray features, INDArray targets, Schema schema) {
    Checks.require(name != null, "name must not be null");
    Checks.rows("targets", targets.rows(), features);
    Checks.finite("features", name, features, schema.features());
    INDArray values = targets.castTo(features.dataType());
    Checks.finite("targets", name, values, schema.targets());
    return new Dataset(name, features, values, schema);
  }

  /**
   * {@return a dataset of samples of classes from a comma-separated UTF-8 file with a header line,
   * its classes sorted by number or name}
   *
   * <p>Columns of numbers, and of true and false as 1 and 0, become float32 features; their types
   * are decided from all rows. Nothing is guessed for an empty cell, NA, N/A, NaN, null or *: it is
   * refused.
   *
   * @param csv the file
   * @param labelColumn the column of whole numbers, words, or true and false that holds the class
   * @throws IllegalArgumentException if a column or cell cannot be used, naming it
   * @throws java.io.UncheckedIOException if the file is missing, empty or no CSV file
   */
  public static Dataset fromCsv(Path csv, String labelColumn) {
    return fromTable(CsvFile.read(csv), labelColumn);
  }

  /**
   * {@return a dataset of samples of classes from a table, the classes sorted by number or name}
   *
   * @param table numeric and Boolean columns, which become float32 features, and the label column.
   *     Not modified.
   * @param labelColumn the column of whole numbers, strings or Booleans that holds the class
   * @throws IllegalArgumentException if there is no such column or no row, if the label column
   *     holds real numbers, or if a cell is missing or a column holds text, naming it
   */
  public static Dataset fromTable(Table table, String labelColumn) {
    return TableColumns.classification(table, labelColumn);
  }

  /**
   * {@return a float32 dataset of samples with numbers to predict from a comma-separated file}
   *
   * @param csv the file, read as {@link #fromCsv} does
   * @param targetColumns the columns to predict, one or more; all others are features
   * @throws IllegalArgumentException if a column or cell cannot be used, naming it
   * @throws java.io.UncheckedIOException if the file is missing, empty or no CSV file
   */
  public static Dataset regressionFromCsv(Path csv, String... targetColumns) {
    return regressionFromTable(CsvFile.read(csv), targetColumns);
  }

  /**
   * {@return a float32 dataset of samples with numbers to predict from a table}
   *
   * @param table numeric and Boolean columns. Not modified.
   * @param targetColumns the columns to predict, one or more; all others are features
   * @throws IllegalArgumentException if there is no such column or no row, or if a cell is missing
   *     or a column holds text, naming it
   */
  public static Dataset regressionFromTable(Table table, String... targetColumns) {
    return TableColumns.regression(table, Arrays.asList(targetColumns));
  }

  @Override
  public Dataset trainingSet() {
    return this;
  }

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
    return schema.outputs();
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
    return !classNames().isEmpty();
  }

  /** {@return one name for each class number, none for regression} */
  public List<String> classNames() {
    return schema.classNames();
  }

  /** {@return the names of the class or the targets, then those of the features, as in a table} */
  public List<String> columnNames() {
    return Stream.concat(schema.targets().stream(), schema.features().stream()).toList();
  }

  /** {@return channels, height and width of an image, otherwise the number of features alone} */
  public List<Integer> sampleShape() {
    return schema.shape();
  }

  /**
   * {@return the same samples, sharing their values, with features laid out in another shape}
   *
   * @param sizes the extents, 1 or more each, the last of which varies fastest
   * @throws IllegalArgumentException if the product of the sizes is not the number of features
   */
  public Dataset withSampleShape(int... sizes) {
    return new Dataset(name, features, targets, schema.withShape(name, sizes));
  }

  /**
   * {@return the class number of one sample, from 0}
   *
   * @param row the number of the sample
   * @throws IllegalArgumentException if there is no such row
   * @throws IllegalStateException if the targets are not classes
   */
  public int classOf(int row) {
    if (!isClassification()) {
      throw new IllegalStateException("'" + name + "' holds numbers to predict, not classes");
    }
    Checks.row(name, row, size());
    return (int) targets.getDouble(row, 0);
  }

  /**
   * {@return the number of samples of each class, in a new array}
   *
   * @throws IllegalStateException if the targets are not classes
   */
  public int[] countPerClass() {
    int[] counts = new int[outputs()];
    IntStream.range(0, size()).forEach(row -> counts[classOf(row)]++);
    return counts;
  }

  /**
   * {@return a dataset with a copy of some samples}
   *
   * @param indices the rows to take, in the order wanted, repeated if wanted. Not modified.
   * @throws IllegalArgumentException if there is none, or one is not a row of this dataset
   */
  public Dataset rows(int... indices) {
    Checks.require(indices.length > 0, "rows of '%s': choose at least one", name);
    Arrays.stream(indices).forEach(row -> Checks.row(name, row, size()));
    INDArray chosen = Nd4j.pullRows(features, 1, indices, 'c');
    return new Dataset(name, chosen, Nd4j.pullRows(targets, 1, indices, 'c'), schema);
  }

  /**
   * {@return a dataset with a copy of the first samples}
   *
   * @param n how many, 1 to {@link #size()}
   * @throws IllegalArgumentException if {@code n} is out of range
   */
  public Dataset first(int n) {
    Checks.require(n >= 1 && n <= size(), "n must be 1 to %d, was %d", size(), n);
    return rows(IntStream.range(0, n).toArray());
  }

  /**
   * {@return a dataset of the first samples of each class, in the order in which they stand here}
   *
   * @param n how many of each class, 1 or more
   * @throws IllegalArgumentException if {@code n} is below 1 or a class has fewer samples
   * @throws IllegalStateException if the targets are not classes
   */
  public Dataset firstPerClass(int n) {
    Checks.require(n >= 1, "n must be >= 1, was %d", n);
    int[] counts = countPerClass();
    for (int k = 0; k < counts.length; k++) {
      String message = "class '%s' of '%s' has %d samples, %d were asked for";
      Checks.require(counts[k] >= n, message, classNames().get(k), name, counts[k], n);
    }
    int[] seen = new int[counts.length];
    return rows(IntStream.range(0, size()).filter(row -> seen[classOf(row)]++ < n).toArray());
  }

  /**
   * {@return a dataset with a copy of all samples in random order}
   *
   * @param seed fixes the order
   */
  public Dataset shuffled(long seed) {
    return rows(RandomNumbers.of(seed, "shuffle", 0).permutation(size()));
  }

  /**
   * {@return each sample in one of two sets, in random order, whatever its class}
   *
   * @param trainShare the share to train on, between 0 and 1; the count is rounded
   * @param seed fixes which samples go where
   * @throws IllegalArgumentException if one of both sets would be empty
   */
  public Split split(double trainShare, long seed) {
    return Split.of(this, trainShare, seed);
  }

  /**
   * {@return this dataset if it has a type already, otherwise a converted copy}
   *
   * @param type FLOAT or DOUBLE
   * @throws IllegalArgumentException if the type is another, or a value does not fit it
   */
  public Dataset withType(DataType type) {
    Checks.type("type", type);
    return type == features.dataType()
        ? this
        : ofValues(name, features.castTo(type), targets, schema);
  }

  /** {@return a new table with a row for each sample: class name or targets, then the features} */
  public Table table() {
    return TableColumns.table(this, schema);
  }

  /** Takes over other features for the same samples. */
  Dataset withFeatures(INDArray changed) {
    return ofValues(name, changed, targets, schema);
  }

  /** {@return one line with the name, the sizes, and the classes with their counts} */
  @Override
  public String toString() {
    return schema.text(name, size(), isClassification() ? countPerClass() : new int[0]);
  }

  Dataset named(String newName) {
    return new Dataset(newName, features, targets, schema);
  }
}
