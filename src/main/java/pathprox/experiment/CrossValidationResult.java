package pathprox.experiment;

import static java.util.Comparator.comparingDouble;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.Score;
import pathprox.plot.Chart;
import pathprox.plot.ErrorCurve;
import pathprox.plot.SignificantDigits;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What a {@link CrossValidation} gave.
 *
 * @param results for each method, in their order, one training for each fold; fewer methods if it
 *     was interrupted
 */
public record CrossValidationResult(List<List<TrainingResult>> results) {
  private static final SignificantDigits DIGITS = new SignificantDigits(3);

  public CrossValidationResult {
    results = results.stream().map(List::copyOf).toList();
  }

  /**
   * The error of one method on data that it was not trained on: the share of wrong classes, or the
   * mean squared error where numbers are predicted.
   *
   * @param lambda its λ
   * @param mean over the folds; NaN if a training diverged
   * @param standardError of this mean: the deviation of the folds, with n − 1, divided by √n
   * @param loss the data loss, mean over the folds
   * @param units the active units, mean over the folds
   */
  public record Error(double lambda, double mean, double standardError, double loss, double units) {
    @Override
    public String toString() {
      return "λ %s: error %s ± %s, %s units"
          .formatted(
              DIGITS.format(lambda),
              DIGITS.format(mean),
              DIGITS.format(standardError),
              DIGITS.format(units));
    }
  }

  /** {@return the error of each method, in their order} */
  public List<Error> errors() {
    return results.stream().map(CrossValidationResult::error).toList();
  }

  private static Error error(List<TrainingResult> ofMethod) {
    double[] errors = ofMethod.stream().mapToDouble(CrossValidationResult::error).toArray();
    double mean = Arrays.stream(errors).sum() / errors.length;
    double squares = Arrays.stream(errors).map(it -> (it - mean) * (it - mean)).sum();
    return new Error(
        ofMethod.get(0).history().lambda(),
        mean,
        Math.sqrt(squares / (errors.length - 1) / errors.length),
        mean(ofMethod, result -> test(result).loss()),
        mean(ofMethod, result -> ActiveUnits.of(result.network())));
  }

  private static double mean(List<TrainingResult> results, ToDoubleFunction<TrainingResult> of) {
    return results.stream().mapToDouble(of).sum() / results.size();
  }

  private static double error(TrainingResult result) {
    Score test = test(result);
    return Double.isNaN(test.accuracy()) ? test.loss() : 1 - test.accuracy();
  }

  private static Score test(TrainingResult result) {
    return result.history().measurements().isEmpty()
        ? new Score(Double.NaN, Double.NaN)
        : result.history().last().test();
  }

  /**
   * {@return the place of the method with the smallest error, of equal ones the largest λ}
   *
   * @throws IllegalStateException if all diverged or none has ended
   */
  public int best() {
    List<Error> errors = errors();
    return IntStream.range(0, errors.size())
        .filter(i -> !Double.isNaN(errors.get(i).mean()))
        .boxed()
        .min(
            comparingDouble((Integer i) -> errors.get(i).mean())
                .thenComparing(i -> -errors.get(i).lambda()))
        .orElseThrow(
            () -> new IllegalStateException("no method has ended, or for all a training diverged"));
  }

  /**
   * {@return the place of the method with the largest λ whose error is at most one standard error
   * above the smallest: the fewest units that cannot be told from the best (Breiman, Friedman,
   * Olshen, Stone, "Classification and Regression Trees", 1984, section 3.4.3)}
   */
  public int sparsest() {
    List<Error> errors = errors();
    Error best = errors.get(best());
    double bound = best.mean() + best.standardError();
    return IntStream.range(0, errors.size())
        .filter(i -> errors.get(i).mean() <= bound)
        .boxed()
        .max(comparingDouble(i -> errors.get(i).lambda()))
        .orElseThrow();
  }

  /**
   * {@return a row for each method: {@code lambda}, {@code error}, {@code standard_error}, {@code
   * loss}, {@code units}}
   */
  public Table table() {
    return Table.create(
        "cross-validation",
        column("lambda", Error::lambda),
        column("error", Error::mean),
        column("standard_error", Error::standardError),
        column("loss", Error::loss),
        column("units", Error::units));
  }

  private DoubleColumn column(String name, ToDoubleFunction<Error> value) {
    return DoubleColumn.create(name, errors().stream().mapToDouble(value));
  }

  /**
   * {@return a chart of the error over λ with one standard error to both sides, the units above it,
   * and marks at the {@link #best} λ and the {@link #sparsest}}
   */
  public Chart chart() {
    List<Error> errors = errors();
    boolean areClasses = !Double.isNaN(test(results.get(0).get(0)).accuracy());
    return ErrorCurve.of(
        table(),
        areClasses ? "error (share of wrong classes)" : "mean squared error",
        errors.get(best()).lambda(),
        errors.get(sparsest()).lambda());
  }

  @Override
  public String toString() {
    List<Error> errors = errors();
    StringBuilder text = new StringBuilder("cross-validation, ");
    text.append(results.get(0).size()).append(" folds");
    for (int i = 0; i < errors.size(); i++) {
      text.append("\n  ").append(errors.get(i));
      text.append(i == best() ? ", smallest error" : "");
      text.append(i == sparsest() ? ", largest λ within one standard error" : "");
    }
    return text.toString();
  }
}
