package pathprox.evaluation;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.nd4j.evaluation.regression.RegressionEvaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.RandomNumbers;
import pathprox.plot.Chart;
import pathprox.plot.Predictions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Predicted numbers beside the true ones, as an immutable value: how far apart they are, and beside
 * it what always predicting one number, the mean of the training targets, would reach. Errors are
 * in the unit of the target.
 */
public final class RegressionReport {
  private static final int RESAMPLES = 1000;

  private final String target;
  private final double[] truth;
  private final double[] predicted;
  private final double trainingMean;
  private final RegressionEvaluation errors;
  private final RegressionEvaluation baselineErrors;

  private RegressionReport(String target, double[] truth, double[] predicted, double trainingMean) {
    PredictionChecks.values(truth, predicted);
    require(
        Double.isFinite(trainingMean), "the training mean must be finite, was %s", trainingMean);
    this.target = target;
    this.truth = truth.clone();
    this.predicted = predicted.clone();
    this.trainingMean = trainingMean;
    errors = errors(truth, predicted);
    baselineErrors = errors(truth, Arrays.stream(truth).map(each -> trainingMean).toArray());
  }

  private static RegressionEvaluation errors(double[] truth, double[] predicted) {
    RegressionEvaluation errors = new RegressionEvaluation(1);
    errors.eval(column(truth), column(predicted));
    return errors;
  }

  private static INDArray column(double[] values) {
    return Nd4j.createFromArray(values).reshape(values.length, 1);
  }

  /**
   * {@return the report on the column {@code target}, whose values {@code truth} were {@code
   * predicted}, one number for each sample, in the unit of the target, copied; {@code trainingMean}
   * is the mean of the targets that the predictions were learned from; numbers that are not finite,
   * none, or not as many are an IllegalArgumentException}
   */
  public static RegressionReport of(
      String target, double[] truth, double[] predicted, double trainingMean) {
    return new RegressionReport(target, truth, predicted, trainingMean);
  }

  /** {@return what is predicted} */
  public String target() {
    return target;
  }

  /** {@return the number of samples n} */
  public int size() {
    return truth.length;
  }

  /**
   * {@return R² = 1 − Σ(y − ŷ)²/Σ(y − mean of these y)², as scikit-learn has it: 1 if all is right,
   * 0 for the mean of these samples, below 0 for what is worse; NaN if all y are the same}
   */
  public double rSquared() {
    return rSquared(predicted, IntStream.range(0, size()).toArray());
  }

  /** {@return R² of the baseline, 0 or less} */
  public double baselineRSquared() {
    double[] mean = Arrays.stream(truth).map(each -> trainingMean).toArray();
    return rSquared(mean, IntStream.range(0, size()).toArray());
  }

  /**
   * ND4J's sums the squares of y themselves, in which digits are lost where y is far from 0: of the
   * values 3, −0.5, 2, 7 above 1e8 it says 0.953 for 0.949.
   */
  private double rSquared(double[] values, int[] rows) {
    double mean = Arrays.stream(rows).mapToDouble(i -> truth[i]).average().orElseThrow();
    double total = squares(rows, i -> truth[i] - mean);
    return total > 0 ? 1 - squares(rows, i -> truth[i] - values[i]) / total : Double.NaN;
  }

  private static double squares(int[] rows, IntToDoubleFunction each) {
    double sum = 0;
    for (int row : rows) {
      double value = each.applyAsDouble(row);
      sum += value * value;
    }
    return sum;
  }

  /** {@return the root of the mean squared error} */
  public double rmse() {
    return errors.rootMeanSquaredError(0);
  }

  /** {@return the root of the mean squared error of the baseline} */
  public double baselineRmse() {
    return baselineErrors.rootMeanSquaredError(0);
  }

  /** {@return the mean of |y − ŷ|} */
  public double mae() {
    return errors.meanAbsoluteError(0);
  }

  /** {@return the mean of |y − ŷ| of the baseline} */
  public double baselineMae() {
    return baselineErrors.meanAbsoluteError(0);
  }

  /** {@return the largest |y − ŷ|} */
  public double largestError() {
    return error(worst());
  }

  /** {@return the sample, from 0, with the largest error, the first of equal ones} */
  public int worst() {
    int worst = 0;
    for (int i = 1; i < size(); i++) {
      worst = error(i) > error(worst) ? i : worst;
    }
    return worst;
  }

  private double error(int i) {
    return Math.abs(truth[i] - predicted[i]);
  }

  /**
   * {@return the 95 % interval of R², from 2.5 % to 97.5 % of its values on 1,000 draws of n
   * samples with replacement, which {@code seed} fixes; NaN if one of them has no R²}
   */
  public Interval rSquaredInterval(long seed) {
    return interval(seed, rows -> rSquared(predicted, rows));
  }

  /** {@return the same interval of the root of the mean squared error, by {@code seed}} */
  public Interval rmseInterval(long seed) {
    return interval(
        seed, rows -> Math.sqrt(squares(rows, i -> truth[i] - predicted[i]) / rows.length));
  }

  private Interval interval(long seed, ToDoubleFunction<int[]> measure) {
    double[] values = new double[RESAMPLES];
    int[] rows = new int[size()];
    for (int i = 0; i < RESAMPLES; i++) {
      RandomNumbers random = RandomNumbers.of(seed, "bootstrap", i);
      Arrays.setAll(rows, k -> random.nextInt(rows.length));
      values[i] = measure.applyAsDouble(rows);
    }
    return Interval.percentiles(values);
  }

  /** {@return a row for each sample: {@code truth} and {@code predicted}; named as the target} */
  public Table table() {
    return Table.create(
        target, DoubleColumn.create("truth", truth), DoubleColumn.create("predicted", predicted));
  }

  /** {@return predicted over true values, with the diagonal} */
  public Chart predicted() {
    return Predictions.predicted(table());
  }

  /** {@return predicted − true over predicted values, with a histogram} */
  public Chart residuals() {
    return Predictions.residuals(table());
  }

  /** {@return the measures with their baselines, a line each; intervals are those of seed 1} */
  public List<String> lines() {
    String mean = "the training mean " + number(trainingMean);
    return List.of(
        String.format(Locale.ROOT, "%,d samples of '%s'", size(), target),
        line("R²", rSquared(), " (95 % interval " + rSquaredInterval(1) + ")")
            + line(", " + mean, baselineRSquared(), ""),
        line("RMSE", rmse(), " (95 % interval " + rmseInterval(1) + ")")
            + line(", " + mean, baselineRmse(), ""),
        line("MAE", mae(), "") + line(", " + mean, baselineMae(), ""),
        line("largest error", largestError(), " at sample " + (worst() + 1)));
  }

  private static String line(String name, double value, String more) {
    return name + " " + number(value) + more;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  @Override
  public String toString() {
    return String.join("\n  ", lines());
  }
}
