package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.Optional;
import pathprox.matrix.RandomNumbers;

/**
 * Samples to train on and samples to test on. If they differ in sample shape, classes, number of
 * outputs or type, that is an IllegalArgumentException.
 *
 * @param train what a network learns from
 * @param test what it is judged by
 */
public record Split(Dataset train, Dataset test) implements TrainingData {
  public Split {
    require(train != null && test != null, "train and test must not be null");
    same("sample shape", train.sampleShape(), test.sampleShape());
    same("class names", train.classNames(), test.classNames());
    same("number of outputs", train.outputs(), test.outputs());
    same("type", train.features().dataType(), test.features().dataType());
  }

  static Split of(Dataset all, double trainShare, long seed) {
    int count = (int) Math.round(trainShare * all.size());
    String message = "trainShare must leave samples of the %d in '%s' for both sets, was %s";
    require(count >= 1 && count < all.size(), message, all.size(), all.name(), trainShare);
    int[] order = RandomNumbers.of(seed, "split", 0).permutation(all.size());
    return new Split(
        all.rows(Arrays.copyOf(order, count)).named(all.name() + " train"),
        all.rows(Arrays.copyOfRange(order, count, order.length)).named(all.name() + " test"));
  }

  /**
   * {@return both sets with each feature x as (x − mean)/deviation of the training samples, the
   * root of their mean squared distance from the mean; a constant feature is only centered}
   *
   * @throws IllegalArgumentException if features are too large for the arithmetic of their type
   */
  public Split standardized() {
    Standardization scale = Standardization.of(train.features());
    return new Split(scale.applyTo(train), scale.applyTo(test));
  }

  @Override
  public Dataset trainingSet() {
    return train;
  }

  @Override
  public Optional<Dataset> testSet() {
    return Optional.of(test);
  }

  @Override
  public String toString() {
    return "train: " + train + "\ntest:  " + test;
  }

  private static void same(String what, Object train, Object test) {
    require(train.equals(test), "train and test differ in %s: %s and %s", what, train, test);
  }
}
