package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import pathprox.matrix.RandomNumbers;

/**
 * Samples to train on and others to measure networks on. If they differ in sample shape, classes,
 * number of outputs or type, that is an IllegalArgumentException.
 *
 * @param train what a network learns from
 * @param test what it is judged by: a test set as long as nothing is chosen by it; where something
 *     is, such as λ along a path, a validation set, beside which a third one is needed for the
 *     test, see {@link Dataset#parts}
 */
public record Split(Dataset train, Dataset test) implements TrainingData {
  public Split {
    require(train != null && test != null, "train and test must not be null");
    same("sample shape", train.sampleShape(), test.sampleShape());
    same("class names", train.classNames(), test.classNames());
    same("number of outputs", train.outputs(), test.outputs());
    same("type", train.features().dataType(), test.features().dataType());
  }

  /** As {@link Dataset#split} says. */
  static Split of(Dataset data, double trainShare, long seed) {
    int size = data.size();
    int count = (int) Math.round(trainShare * size);
    String message = "trainShare must leave samples of the %d in '%s' for both sets, was %s";
    require(count >= 1 && count < size, message, size, data.name(), trainShare);
    int[] order = RandomNumbers.of(seed, "split", 0).permutation(size);
    return new Split(
        data.rows(data.name() + " train", Arrays.copyOf(order, count)),
        data.rows(data.name() + " test", Arrays.copyOfRange(order, count, size)));
  }

  /**
   * {@return both sets with each feature x as (x − mean)/deviation of the training samples, the
   * root of their mean squared distance from the mean; a constant feature is only centered} Targets
   * stay as they are, so that outputs and losses are in their units. Numbers far from a mean of 0
   * and a deviation of 1 can stall a training: {@code pathprox.model.Model} scales them, too, and
   * predicts in their units.
   *
   * @throws IllegalArgumentException if features are too large for the arithmetic of their type
   */
  public Split standardized() {
    Standardization scale = Standardization.of(train.features());
    return new Split(scale.applyTo(train), scale.applyTo(test));
  }

  @Override
  public String toString() {
    return "train: " + train + "\ntest:  " + test;
  }

  private static void same(String what, Object train, Object test) {
    require(train.equals(test), "train and test differ in %s: %s and %s", what, train, test);
  }
}
