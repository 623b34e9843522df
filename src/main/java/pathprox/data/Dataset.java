package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.csv.CsvFile;
import pathprox.matrix.Fingerprint;
import pathprox.matrix.RandomNumbers;
import tech.tablesaw.api.Table;

/**
 * Samples with their targets: classes, or numbers for regression. Every value is finite. Arrays and
 * tables that come in are copied and not modified. Arguments outside of their range are an
 * IllegalArgumentException, as are columns and cells that cannot be used, which it names; questions
 * about the classes of numbers to predict are an IllegalStateException.
 */
@SuppressWarnings("serial") // it travels as its file
public final class Dataset implements TrainingData {
  private final String name;
  private final INDArray features;
  private final INDArray targets;
  private final Schema schema;
  private volatile String fingerprint; // null until asked for

  private Dataset(String name, INDArray features, INDArray targets, Schema schema) {
    this.name = name;
    this.features = features;
    this.targets = targets;
    this.schema = schema;
  }

  /**
   * {@return a dataset, called {@code name} in messages and figures, of {@code features} [n, d],
   * FLOAT or DOUBLE and finite, with n {@code classes}, numbers from 0, and the {@code classNames},
   * one for each number and all different}
   */
  public static Dataset classification(
      String name, INDArray features, int[] classes, List<String> classNames) {
    Checks.matrix("features", features);
    Schema schema = Schema.ofClasses(features.columns(), classNames);
    return ofClasses(name, features.dup('c'), classes, schema);
  }

  /**
   * {@return such a dataset with {@code name}, {@code features} and, in place of classes, {@code
   * targets} [n, k] to predict, FLOAT or DOUBLE and finite, kept in the type of the features}
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

  /** Takes over images, [channels, side, side] each, which nobody else may modify then. */
  static Dataset ofImages(
      String name, INDArray pixels, int[] classes, List<String> classNames, int side) {
    Schema schema = Schema.ofClasses(pixels.columns(), classNames);
    return ofClasses(name, pixels, classes, schema)
        .withSampleShape(pixels.columns() / (side * side), side, side);
  }

  /** Takes over features and targets, which nobody else may modify then. */
  static Dataset ofValues(String name, INDArray features, INDArray targets, Schema schema) {
    require(name != null, "name must not be null");
    Checks.rows("targets", targets.rows(), features);
    Checks.finite("features", name, features, schema.features());
    INDArray values = targets.castTo(features.dataType());
    Checks.finite("targets", name, values, schema.targets());
    return new Dataset(name, features, values, schema);
  }

  /** {@return the samples of the file {@code csv} by {@code labelColumn}, as from its Path} */
  public static Dataset fromCsv(String csv, String labelColumn) {
    return fromCsv(Path.of(csv), labelColumn);
  }

  /**
   * {@return the samples of {@code csv}, a file with a header line, by {@code labelColumn}, as from
   * {@link #fromTable}} What the file does not say is guessed; {@code CsvFile.read(csv)} shows how,
   * and takes options, with which its table goes to {@link #fromTable}. Missing values are refused.
   *
   * @throws java.io.UncheckedIOException if the file is missing, empty or no CSV file
   */
  public static Dataset fromCsv(Path csv, String labelColumn) {
    return TableColumns.of(CsvFile.read(csv)).classification(labelColumn);
  }

  /**
   * {@return the rows of {@code table} as samples of classes, which {@code labelColumn} holds as
   * whole numbers, strings or Booleans and which are sorted by that; numeric and Boolean columns
   * become float32 features, true 1 and false 0}
   */
  public static Dataset fromTable(Table table, String labelColumn) {
    return TableColumns.of(table).classification(labelColumn);
  }

  /** {@return the samples of {@code csv} with numbers in {@code targetColumns} to predict} */
  public static Dataset regressionFromCsv(String csv, String... targetColumns) {
    return regressionFromCsv(Path.of(csv), targetColumns);
  }

  /**
   * {@return the samples of {@code csv}, read as {@link #fromCsv(Path, String)} does, with the
   * numbers of one or more {@code targetColumns} to predict}
   *
   * @throws java.io.UncheckedIOException if the file is missing, empty or no CSV file
   */
  public static Dataset regressionFromCsv(Path csv, String... targetColumns) {
    List<String> targets = Arrays.asList(targetColumns);
    return TableColumns.of(CsvFile.read(csv)).regression(targets);
  }

  /**
   * {@return the rows of {@code table} as samples, {@code targetColumns} being what is to predict,
   * one or more; all other columns are features, float32 as well}
   */
  public static Dataset regressionFromTable(Table table, String... targetColumns) {
    return TableColumns.of(table).regression(Arrays.asList(targetColumns));
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

  /** {@return the features [n, d] in row order, FLOAT or DOUBLE; not to be modified} */
  public INDArray features() {
    return features;
  }

  /** {@return the class numbers [n, 1] or values [n, k] in the same type; not to be modified} */
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

  /** {@return the same samples laid out in {@code sizes}, whose product is theirs, last fastest} */
  public Dataset withSampleShape(int... sizes) {
    return new Dataset(name, features, targets, schema.withShape(name, sizes));
  }

  /** {@return the class number, from 0, of the sample in {@code row}, 0 to size − 1} */
  public int classOf(int row) {
    Checks.classification(this);
    Checks.row(name, row, size());
    return (int) targets.getDouble(row, 0);
  }

  /** {@return the class numbers, from 0, of all samples in row order, in a new array} */
  public int[] classes() {
    Checks.classification(this);
    return targets.toIntVector();
  }

  /** {@return the number of samples of each class, in a new array} */
  public int[] countPerClass() {
    int[] counts = new int[outputs()];
    Arrays.stream(classes()).forEach(number -> counts[number]++);
    return counts;
  }

  /** {@return a copy of one or more rows, {@code indices} from 0, in this order, or repeated} */
  public Dataset rows(int... indices) {
    require(indices.length > 0, "rows of '%s': choose at least one", name);
    Arrays.stream(indices).forEach(row -> Checks.row(name, row, size()));
    return rows(name, indices);
  }

  Dataset rows(String newName, int[] indices) {
    INDArray chosen = Nd4j.pullRows(features, 1, indices, 'c');
    return new Dataset(newName, chosen, Nd4j.pullRows(targets, 1, indices, 'c'), schema);
  }

  /** {@return a copy of the first {@code n} samples, 1 to {@link #size()}} */
  public Dataset first(int n) {
    require(n >= 1 && n <= size(), "n must be 1 to %d, was %d", size(), n);
    return rows(IntStream.range(0, n).toArray());
  }

  /** {@return a copy of the first {@code n}, 1 to as many as there are, of each class, in order} */
  public Dataset firstPerClass(int n) {
    Checks.perClass(this, n);
    int[] seen = new int[outputs()];
    int[] classes = classes();
    return rows(IntStream.range(0, size()).filter(row -> seen[classes[row]]++ < n).toArray());
  }

  /** {@return a copy of all samples in the random order that {@code seed} fixes} */
  public Dataset shuffled(long seed) {
    return rows(RandomNumbers.of(seed, "shuffle", 0).permutation(size()));
  }

  /**
   * {@return all samples in two sets, in a random order that {@code seed} fixes, whatever their
   * classes; the first has the share {@code trainShare} of them, rounded to whole samples, and
   * neither may be empty}
   */
  public Split split(double trainShare, long seed) {
    return Split.of(this, trainShare, seed);
  }

  /**
   * {@return all samples in sets that are alike, with {@code shares} of them, such as 0.6, 0.2, 0.2
   * for training, validation and test, by {@code seed}; see {@link StratifiedParts#of}}
   */
  public List<Dataset> parts(long seed, double... shares) {
    return StratifiedParts.of(firstTargets(), seed, shares).rows().stream()
        .map(this::rows)
        .toList();
  }

  /**
   * {@return all samples divided {@code count} times, 2 to their number, into a test set, a part of
   * {@link StratifiedParts#equal}, and a training set, all others, by {@code seed}}
   */
  public List<Split> folds(int count, long seed) {
    return StratifiedParts.equal(firstTargets(), count, seed).folds(this);
  }

  private double[] firstTargets() {
    return targets.getColumn(0).toDoubleVector();
  }

  /**
   * {@return the same samples under other names of {@code features} and {@code newTargets}, as many
   * as there are, in tables and messages}
   */
  public Dataset withColumnNames(List<String> features, List<String> newTargets) {
    Schema named = schema.withColumnNames(features, newTargets);
    return new Dataset(name, this.features, targets, named);
  }

  /** {@return this dataset in the {@code type} FLOAT or DOUBLE, which all values must fit} */
  public Dataset withType(DataType type) {
    Checks.type("type", type);
    return type == features.dataType()
        ? this
        : ofValues(name, features.castTo(type), targets, schema);
  }

  /**
   * {@return 64 hexadecimal digits that differ where names of columns or classes, the type, or any
   * bit of features or targets differ: SHA-256 of all of them}
   */
  public String fingerprint() {
    if (fingerprint == null) {
      fingerprint =
          new Fingerprint()
              .with(columnNames())
              .with(classNames())
              .with(features.dataType())
              .with(features)
              .with(targets)
              .hex();
    }
    return fingerprint;
  }

  /** {@return a new table with a row for each sample: class name or targets, then the features} */
  public Table table() {
    return TableColumns.table(this, schema);
  }

  private Object writeReplace() {
    return DatasetFile.Written.of(this);
  }

  Schema schema() {
    return schema;
  }

  Dataset withFeatures(INDArray changed) {
    return ofValues(name, changed, targets, schema);
  }

  /** {@return one line with the name, the sizes, and the classes with their counts} */
  @Override
  public String toString() {
    return schema.text(name, size(), isClassification() ? countPerClass() : new int[0]);
  }
}
