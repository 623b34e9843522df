package pathprox.experiment;

import static java.util.Comparator.comparingDouble;
import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import pathprox.metrics.ActiveUnits;
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
 * @param scales what the losses of each fold are multiplied by
 */
public record CrossValidationResult(List<List<TrainingResult>> results, List<Double> scales) {
  private static final SignificantDigits DIGITS = new SignificantDigits(3);

  public CrossValidationResult {
    results = results.stream().map(List::copyOf).toList();
    scales = List.copyOf(scales);
    for (List<TrainingResult> ofMethod : results) {
      String message = "a method needs a training for each of %d folds, found %d";
      require(ofMethod.size() == scales.size(), message, scales.size(), ofMethod.size());
    }
  }

  /** {@return what {@code results} for each method and fold say, with losses as they are} */
  public static CrossValidationResult of(List<List<TrainingResult>> results) {
    int folds = results.isEmpty() ? 0 : results.get(0).size();
    return new CrossValidationResult(results, Collections.nCopies(folds, 1.0));
  }

  /**
   * {@return the same with losses multiplied by {@code newScales}, one for each fold: such as the
   * variance that its targets were divided by, for errors in their own unit}
   */
  public CrossValidationResult scaledBy(List<Double> newScales) {
    return new CrossValidationResult(results, newScales);
  }

  /**
   * How good one method is on data that it was not trained on, over the folds; NaN if a training
   * diverged.
   *
   * @param lambda its λ
   * @param loss the mean data loss
   * @param standardError of this mean: the deviation of the folds, with n − 1, divided by √n
   * @param wrong the mean share of wrong classes, 0 to 1; NaN where numbers are predicted
   * @param units the mean number of active units
   */
  public record Error(
      double lambda, double loss, double standardError, double wrong, double units) {
    @Override
    public String toString() {
      String classes = Double.isNaN(wrong) ? "" : ", %s %% wrong".formatted(digits(100 * wrong));
      return "λ %s: loss %s ± %s%s, %s units"
          .formatted(digits(lambda), digits(loss), digits(standardError), classes, digits(units));
    }

    private static String digits(double value) {
      return DIGITS.format(value);
    }
  }

  /** {@return the error of each method, in their order} */
  public List<Error> errors() {
    return results.stream().map(this::error).toList();
  }

  private Error error(List<TrainingResult> ofMethod) {
    double[] losses = losses(ofMethod);
    return new Error(
        ofMethod.get(0).history().lambda(),
        mean(losses),
        standardError(losses),
        mean(ofMethod.stream().mapToDouble(result -> 1 - Runs.test(result).accuracy()).toArray()),
        mean(ofMethod.stream().mapToDouble(it -> ActiveUnits.of(it.network())).toArray()));
  }

  private double[] losses(List<TrainingResult> ofMethod) {
    return IntStream.range(0, scales.size())
        .mapToDouble(fold -> scales.get(fold) * Runs.test(ofMethod.get(fold)).loss())
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double standardError(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }

  /**
   * {@return the place of the method with the smallest loss, of equal ones the largest λ}
   *
   * @throws IllegalStateException if for all a training diverged, or none has ended
   */
  public int best() {
    List<Error> errors = errors();
    return IntStream.range(0, errors.size())
        .filter(i -> !Double.isNaN(errors.get(i).loss()))
        .boxed()
        .min(
            comparingDouble((Integer i) -> errors.get(i).loss())
                .thenComparing(i -> -errors.get(i).lambda()))
        .orElseThrow(
            () -> new IllegalStateException("no method has ended, or for all a training diverged"));
  }

  /**
   * {@return the place of the method with the largest λ among those whose loss is at most one
   * standard error above the smallest: as few units as cannot be told from the best} It is the rule
   * of Breiman, Friedman, Olshen and Stone, "Classification and Regression Trees", 1984, section
   * 3.4.3, with the standard error of the difference, fold by fold: a fold that is hard is hard for
   * every λ, so that differences are known better than the losses themselves.
   */
  public int sparsest() {
    int best = best();
    return IntStream.range(0, results.size())
        .filter(i -> i == best || isNoWorse(i, best))
        .boxed()
        .max(comparingDouble(i -> results.get(i).get(0).history().lambda()))
        .orElseThrow();
  }

  private boolean isNoWorse(int place, int best) {
    double[] smallest = losses(results.get(best));
    double[] excess = losses(results.get(place));
    Arrays.setAll(excess, fold -> excess[fold] - smallest[fold]);
    return mean(excess) <= standardError(excess);
  }

  /**
   * {@return a row for each method: {@code lambda}, {@code loss}, {@code standard_error}, {@code
   * wrong}, {@code units}, see {@link Error}}
   */
  public Table table() {
    return Table.create(
        "cross-validation",
        column("lambda", Error::lambda),
        column("loss", Error::loss),
        column("standard_error", Error::standardError),
        column("wrong", Error::wrong),
        column("units", Error::units));
  }

  private DoubleColumn column(String name, ToDoubleFunction<Error> value) {
    return DoubleColumn.create(name, errors().stream().mapToDouble(value));
  }

  /**
   * {@return a chart of the loss over λ with one standard error to both sides, the units above it,
   * and marks at the {@link #best} λ and the {@link #sparsest}}
   */
  public Chart chart() {
    List<Error> errors = errors();
    double chosen = errors.get(sparsest()).lambda();
    return ErrorCurve.of(table(), "loss", "loss on the folds", errors.get(best()).lambda(), chosen);
  }

  @Override
  public String toString() {
    if (results.isEmpty()) {
      return "cross-validation, interrupted before a method had ended";
    }
    List<Error> errors = errors();
    StringBuilder text = new StringBuilder("cross-validation, ");
    text.append(scales.size()).append(" folds");
    boolean someEnded = errors.stream().anyMatch(error -> !Double.isNaN(error.loss()));
    for (int i = 0; i < errors.size(); i++) {
      text.append("\n  ").append(errors.get(i));
      text.append(someEnded && i == best() ? ", smallest loss" : "");
      text.append(
          someEnded && i == sparsest()
              ? ", largest λ within a standard error of the difference"
              : "");
    }
    return text.toString();
  }
}
