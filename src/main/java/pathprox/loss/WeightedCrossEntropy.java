package pathprox.loss;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pathprox.matrix.Matrix;

/**
 * {@link CrossEntropy} in which classes count differently: the mean over the n samples of w_y·(−log
 * p_y), divided by n and not by the sum of the weights, so that its scale, and with it a fitting λ,
 * stays that of cross-entropy if the weights have mean 1 over the samples.
 *
 * @param weights w, one for each class in the order of their numbers, above 0 and finite; others
 *     are an IllegalArgumentException
 */
public record WeightedCrossEntropy(List<Double> weights) implements Loss {
  public WeightedCrossEntropy {
    weights = List.copyOf(weights);
    require(weights.size() >= 2, "weights of 2 or more classes are needed, found %s", weights);
    boolean fit = weights.stream().allMatch(each -> each > 0 && Double.isFinite(each));
    require(fit, "weights of classes must be above 0 and finite, found %s", weights);
  }

  /**
   * {@return the loss in which all K classes count the same together: w_k = n/(K·n_k), whose mean
   * over the n samples is 1, where n_k are {@code countPerClass}, those of the training set; a
   * class without samples is an IllegalArgumentException} The weights are scikit-learn's {@code
   * class_weight="balanced"}.
   */
  public static WeightedCrossEntropy balanced(int... countPerClass) {
    for (int k = 0; k < countPerClass.length; k++) {
      String message = "class %s has %s samples and cannot be balanced; leave it out, or get some";
      require(countPerClass[k] >= 1, message, k, countPerClass[k]);
    }
    double samples = Arrays.stream(countPerClass).asLongStream().sum();
    return new WeightedCrossEntropy(
        Arrays.stream(countPerClass)
            .mapToObj(count -> samples / countPerClass.length / count)
            .toList());
  }

  @Override
  public double value(Matrix outputs, Matrix targets) {
    double sum = 0;
    for (int row = 0; row < outputs.rows(); row++) {
      int correct = (int) targets.get(row, 0);
      sum += weight(correct) * CrossEntropy.value(outputs, row, correct);
    }
    return sum / outputs.rows();
  }

  @Override
  public double gradient(Matrix outputs, Matrix targets, Matrix gradient) {
    double sum = 0;
    for (int row = 0; row < outputs.rows(); row++) {
      int correct = (int) targets.get(row, 0);
      double weight = weight(correct);
      sum += weight * CrossEntropy.gradient(outputs, row, correct, weight, gradient);
    }
    return sum / outputs.rows();
  }

  @Override
  public void check(int outputs, Matrix targets) {
    String message =
        "cross-entropy with the weights of %s classes needs as many outputs, found %s; give one"
            + " weight for each class, such as by WeightedCrossEntropy.balanced(countPerClass)";
    require(outputs == weights.size(), message, weights.size(), outputs);
    new CrossEntropy().check(outputs, targets);
  }

  @Override
  public double weight(int classNumber) {
    return weights.get(classNumber);
  }

  @Override
  public String toString() {
    return weights.stream()
        .map(weight -> String.format(Locale.ROOT, "%.4g", weight))
        .collect(Collectors.joining(", ", "cross-entropy with class weights ", ""));
  }
}
