package pathprox.experiment;

import static pathprox.matrix.Arguments.require;

import java.util.List;
import java.util.stream.IntStream;
import pathprox.metrics.Evaluation;
import pathprox.training.TrainingResult;

/**
 * What a {@link CrossValidation} gave, over its folds.
 *
 * @param folds how many there are
 * @param results for each λ, in the order of the grid, one training for each fold; fewer λ if it
 *     was interrupted
 */
public record CrossValidationResult(int folds, List<List<TrainingResult>> results) {
  public CrossValidationResult {
    results = results.stream().map(List::copyOf).toList();
    require(!results.isEmpty(), "cross-validation was interrupted before all folds of one λ");
  }

  /**
   * The error of one λ: the share of wrong classes, or the mean squared error.
   *
   * @param lambda the strength
   * @param mean of the errors on the folds; NaN if a training diverged
   * @param standardError of this mean, the deviation of the folds (n − 1) over √n
   * @param units active ones, mean over the folds
   */
  public record Error(double lambda, double mean, double standardError, double units) {}

  /** {@return the error of each λ, in the order of the grid} */
  public List<Error> errors() {
    return results.stream().map(this::error).toList();
  }

  private Error error(List<TrainingResult> ofLambda) {
    double[] errors = ofLambda.stream().mapToDouble(CrossValidationResult::error).toArray();
    double mean = mean(errors);
    double[] squares = new double[errors.length];
    for (int i = 0; i < errors.length; i++) {
      squares[i] = (errors[i] - mean) * (errors[i] - mean);
    }
    double standardError = Math.sqrt(mean(squares) / (errors.length - 1));
    double[] units =
        ofLambda.stream()
            .mapToDouble(each -> pathprox.metrics.ActiveUnits.of(each.network()))
            .toArray();
    return new Error(ofLambda.get(0).history().lambda(), mean, standardError, mean(units));
  }

  private static double mean(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
  }

  static double error(TrainingResult result) {
    if (result.history().measurements().isEmpty()) {
      return Double.NaN;
    }
    Evaluation test = result.history().last().test();
    return Double.isNaN(test.accuracy()) ? test.loss() : 1 - test.accuracy();
  }

  static double loss(TrainingResult result) {
    return result.history().measurements().isEmpty()
        ? Double.NaN
        : result.history().last().test().loss();
  }
}
