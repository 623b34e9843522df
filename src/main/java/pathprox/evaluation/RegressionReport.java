package pathprox.evaluation;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.nd4j.evaluation.regression.RegressionEvaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.logging.LoggingStart;
import pathprox.matrix.RandomNumbers;
import pathprox.plot.Chart;
import pathprox.plot.Predictions;
import pathprox.plot.SignificantDigits;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Predicted numbers beside the true ones, as an immutable value: how far apart they are, and beside
 * it what always predicting one number, the mean of the training targets, would reach. Errors are
 * in the unit of the target.
 */
public final class RegressionReport {
  static {
    LoggingStart.quietly();
  }

  private static final SignificantDigits DIGITS = new SignificantDigits(4);
  private static final int RESAMPLES = 1000;

  private final String target;
  private final double[] truth;
  private final double[] predicted;
  private final double trainingMean;
  private final RegressionEvaluation errors;
  private final RegressionEvaluation baselineErrors;
  private final double[] deviations; // of the truth from its mean

  /**
   * Sums over n samples, once or drawn with replacement. ND4J's R² is not used, as it sums the
   * squares of y themselves, in which digits are lost where y is far from 0: of the values 3, −0.5,
   * 2, 7 above 1e8 it says 0.953 for 0.949.
   */
  private record Sample(int size, double errors, double deviations, double squares) {
    private static final double ROUNDING = 1e-12;

    static Sample of(double[] deviations, double[] squaredErrors, IntUnaryOperator row) {
      double errors = 0;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < deviations.length; i++) {
        int drawn = row.applyAsInt(i);
        errors += squaredErrors[drawn];
        sum += deviations[drawn];
        squares += deviations[drawn] * deviations[drawn];
      }
      return new Sample(deviations.length, errors, sum, squares);
    }

    double rSquared() {
      double total = squares - deviations * deviations / size;
      return total > ROUNDING * squares ? 1 - errors / total : Double.NaN;
    }

    double rmse() {
      return Math.sqrt(errors / size);
    }
  }

  private RegressionReport(String target, double[] truth, double[] predicted, double trainingMean) {
    PredictionChecks.values(truth, predicted);
    require(
        Double.isFinite(trainingMean), "the training mean must be finite, was %s", trainingMean);
    this.target = target;
    this.truth = truth.clone();
    this.predicted = predicted.clone();
    this.trainingMean = trainingMean;
    errors = errors(truth, predicted);
    baselineErrors = errors(truth, constant());
    double mean = Arrays.stream(truth).average().orElseThrow();
    deviations = Arrays.stream(truth).map(each -> each - mean).toArray();
  }

  private static RegressionEvaluation errors(double[] truth, double[] predicted) {
    RegressionEvaluation errors = new RegressionEvaluation(1);
    errors.eval(column(truth), column(predicted));
    return errors;
  }

  private double[] constant() {
    return Arrays.stream(truth).map(each -> trainingMean).toArray();
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
    return Sample.of(deviations, squaredErrors(predicted), i -> i).rSquared();
  }

  /** {@return R² of the baseline, 0 or less} */
  public double baselineRSquared() {
    return Sample.of(deviations, squaredErrors(constant()), i -> i).rSquared();
  }

  private double[] squaredErrors(double[] values) {
    double[] squares = new double[size()];
    Arrays.setAll(squares, i -> (truth[i] - values[i]) * (truth[i] - values[i]));
    return squares;
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
    return interval(seed, Sample::rSquared);
  }

  /** {@return the same interval of the root of the mean squared error, by {@code seed}} */
  public Interval rmseInterval(long seed) {
    return interval(seed, Sample::rmse);
  }

  private Interval interval(long seed, ToDoubleFunction<Sample> measure) {
    double[] squaredErrors = squaredErrors(predicted);
    double[] values = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      RandomNumbers random = RandomNumbers.of(seed, "bootstrap", i);
      Sample sample = Sample.of(deviations, squaredErrors, k -> random.nextInt(size()));
      values[i] = measure.applyAsDouble(sample);
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
    return List.of(
        String.format(Locale.ROOT, "%,d samples of '%s'", size(), target)
            + "; baseline: always the training mean "
            + number(trainingMean),
        "R² %s (95 %% interval %s), baseline %s"
            .formatted(share(rSquared()), rSquaredInterval(1), share(baselineRSquared())),
        "RMSE %s (95 %% interval %s), baseline %s"
            .formatted(number(rmse()), rmseInterval(1), number(baselineRmse())),
        "MAE %s, baseline %s".formatted(number(mae()), number(baselineMae())),
        "largest error %s at sample %s".formatted(number(largestError()), worst() + 1));
  }

  /** A mean differs from itself by rounding, of which nothing is to be seen. */
  private static String share(double value) {
    return String.format(Locale.ROOT, "%.4f", value + 0.0).replaceFirst("^-(0\\.0*)$", "$1");
  }

  private static String number(double value) {
    return DIGITS.format(value);
  }

  @Override
  public String toString() {
    return String.join("\n  ", lines());
  }
}
