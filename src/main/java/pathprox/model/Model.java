package pathprox.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pathprox.csv.CsvFile;
import pathprox.evaluation.ClassificationReport;
import pathprox.evaluation.RegressionReport;
import pathprox.experiment.CrossValidationResult;
import pathprox.features.ClassTarget;
import pathprox.features.FeaturePlan;
import pathprox.features.TableEncoder;
import pathprox.features.Target;
import pathprox.features.ValueTarget;
import pathprox.method.Method;
import pathprox.metrics.InputInfluence;
import pathprox.network.Network;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

/**
 * All that is needed to predict a column of a table from the others: the plan of the columns with
 * what it has learned, the network, and where both come from. An immutable value, which any number
 * of threads may ask at the same time; each gets the same answers.
 *
 * <pre>{@code
 * Model model = Model.fit(table, "species");
 * Table answers = model.predict(newRows);
 * model.save("penguins.safetensors");
 * }</pre>
 */
public final class Model {
  private final TableEncoder encoder;
  private final Network network;
  private final Origin origin;
  private final Optional<Evidence> evidence;

  /**
   * What is known right after a fitting, and not kept in a file.
   *
   * @param training on all rows
   * @param validation empty if there was none
   * @param classification of rows by networks that were trained without them; empty for numbers
   * @param regression the same for numbers
   */
  record Evidence(
      TrainingResult training,
      Optional<CrossValidationResult> validation,
      Optional<ClassificationReport> classification,
      Optional<RegressionReport> regression) {}

  Model(TableEncoder encoder, Network network, Origin origin, Optional<Evidence> evidence) {
    this.encoder = encoder;
    this.network = network;
    this.origin = origin;
    this.evidence = evidence;
  }

  /**
   * {@return a model that predicts the column {@code target} of {@code table}, which is not
   * modified, with λ chosen by cross-validation, see {@link Fitting}}
   *
   * @throws IllegalArgumentException if there is no such column, or nothing to learn from
   */
  public static Model fit(Table table, String target) {
    return Fitting.of(table, target).fit();
  }

  /**
   * {@return such a model of {@code table} and {@code target}, trained by {@code method}, such as
   * {@code PathProx.recommended(1e-2)}}
   *
   * @throws IllegalArgumentException as {@link #fit(Table, String)}
   */
  public static Model fit(Table table, String target, Method method) {
    return Fitting.of(table, target).withMethod(method).fit();
  }

  /** {@return as {@link #fit(Table, String)} a model for {@code target} in {@code file}} */
  public static Model fit(CsvFile file, String target) {
    return fit(FeaturePlan.of(file, target));
  }

  /** {@return such a model for {@code target} in {@code file}, trained by {@code method}} */
  public static Model fit(CsvFile file, String target, Method method) {
    return fit(FeaturePlan.of(file, target), method);
  }

  /** {@return such a model by {@code plan}, with λ chosen by cross-validation} */
  public static Model fit(FeaturePlan plan) {
    return Fitting.of(plan).fit();
  }

  /** {@return such a model by {@code plan}, trained by {@code method}} */
  public static Model fit(FeaturePlan plan, Method method) {
    return Fitting.of(plan).withMethod(method).fit();
  }

  /** {@return what is predicted} */
  public Target target() {
    return encoder.target();
  }

  /** {@return what makes inputs of the network from rows, and prints itself} */
  public TableEncoder plan() {
    return encoder;
  }

  /** {@return the network, without dead units; numbers come out of it standardized} */
  public Network network() {
    return network;
  }

  /** {@return how it came to be} */
  public Origin origin() {
    return origin;
  }

  /** {@return the training on all rows; empty after loading} */
  public Optional<TrainingResult> training() {
    return evidence.map(Evidence::training);
  }

  /** {@return the cross-validation; empty after loading, and where there was none} */
  public Optional<CrossValidationResult> validation() {
    return evidence.flatMap(Evidence::validation);
  }

  /**
   * {@return how good the classes of the training rows are, each predicted by a network that was
   * trained without its fold}
   *
   * @throws IllegalStateException if a number is predicted, there was no cross-validation, or the
   *     model was loaded
   */
  public ClassificationReport classification() {
    classes();
    return evidence.flatMap(Evidence::classification).orElseThrow(Model::notMeasured);
  }

  /**
   * {@return how good the numbers of the training rows are, each predicted by a network that was
   * trained without its fold}
   *
   * @throws IllegalStateException if a class is predicted, there was no cross-validation, or the
   *     model was loaded
   */
  public RegressionReport regression() {
    values();
    return evidence.flatMap(Evidence::regression).orElseThrow(Model::notMeasured);
  }

  private static IllegalStateException notMeasured() {
    return new IllegalStateException(
        "the model was loaded, or fitted without cross-validation: measure it on a table of its own");
  }

  private ClassTarget classes() {
    if (target() instanceof ClassTarget classes) {
      return classes;
    }
    throw new IllegalStateException(
        "'" + target().column() + "' is a number: ask for regression, not for classification");
  }

  private ValueTarget values() {
    if (target() instanceof ValueTarget values) {
      return values;
    }
    throw new IllegalStateException(
        "'" + target().column() + "' is a class: ask for classification, not for regression");
  }

  /**
   * {@return how good this is on {@code table}, rows that it was not trained on, with their target;
   * rows without one, or without a value that they need, are left out}
   *
   * @throws IllegalStateException if a number is predicted
   * @throws IllegalArgumentException if a column is missing or a class is unknown
   */
  public ClassificationReport classification(Table table) {
    return Answer.classification(classes(), answers(table));
  }

  /**
   * {@return as {@link #classification(Table)} how good the numbers for {@code table} are}
   *
   * @throws IllegalStateException if a class is predicted
   * @throws IllegalArgumentException if a column is missing or a target is no number
   */
  public RegressionReport regression(Table table) {
    return Answer.regression(values(), answers(table));
  }

  /** {@return as {@link #classification(Table)} how good this is on {@code file}} */
  public ClassificationReport classification(CsvFile file) {
    return classification(file.table());
  }

  /** {@return as {@link #regression(Table)} how good this is on {@code file}} */
  public RegressionReport regression(CsvFile file) {
    return regression(file.table());
  }

  private Stream<Answer> answers(Table table) {
    int[] rows = encoder.trainableRows(table);
    return Answer.of(target(), encoder.dataset(table, rows), rows, network);
  }

  /**
   * {@return a row for each of {@code table}, which may have its columns in any order: first all
   * those that are no features, such as keys, then {@code predicted NAME}; for classes {@code
   * P(CLASS)}, the probability of each; a {@code note} if anything is unusual about a row, such as
   * a value that there was not in training, or a missing one for which there is no prediction} The
   * name of the table tells of columns that there were not in training, which may be misspelled.
   *
   * @throws IllegalArgumentException if a column is missing, or a cell is no number where numbers
   *     were learned, or a value is missing where that is refused
   */
  public Table predict(Table table) {
    return PredictionTable.of(this, table);
  }

  /** {@return as {@link #predict(Table)} a row for each of {@code file}} */
  public Table predict(CsvFile file) {
    return predict(file.table());
  }

  /**
   * {@return the prediction for one {@code row}: numbers, texts, truths, dates or null by the names
   * of the columns}
   *
   * @throws IllegalArgumentException if a column that is needed is not named or another one is, or
   *     as {@link #predict(Table)}, also for a missing value without which there is no prediction
   */
  public Prediction predict(Map<String, ?> row) {
    return PredictionTable.of(this, row);
  }

  /**
   * {@return the number of bytes of {@code file}, as which this is saved, network, plan and origin,
   * whole or not at all; an older file is replaced} It is a safetensors file, which other programs
   * read; measures and curves stay behind.
   *
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public long save(Path file) {
    return ModelFile.save(this, file);
  }

  /** {@return as {@link #save(Path)} the number of bytes of {@code file}} */
  public long save(String file) {
    return save(Path.of(file));
  }

  /**
   * {@return the model that {@link #save} has written as {@code file}; it gives the same answers,
   * and no code in a file is run}
   *
   * @throws java.io.UncheckedIOException if the file is missing, damaged, or holds no model
   */
  public static Model load(Path file) {
    return ModelFile.load(file);
  }

  /** {@return as {@link #load(Path)} the model in {@code file}} */
  public static Model load(String file) {
    return load(Path.of(file));
  }

  /** {@return how much the network looks at each column, see {@link InputInfluence}} */
  public InputInfluence influence() {
    return InputInfluence.of(network, encoder.groups());
  }

  double[][] answers(Table table, int[] rows) {
    return Answer.answers(target(), network.outputs(encoder.features(table, rows)));
  }

  /** {@return what is known about it, a line each, the measures first} */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(origin.measures());
    lines.addAll(origin.notes());
    List<String> unused = influence().unused();
    if (!unused.isEmpty()) {
      lines.add("columns without influence: " + String.join(", ", unused));
    }
    lines.addAll(origin.toString().lines().toList());
    return lines;
  }

  @Override
  public String toString() {
    return "model of " + encoder + "\n" + String.join("\n", lines());
  }
}
