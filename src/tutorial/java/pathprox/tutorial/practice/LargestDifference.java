package pathprox.tutorial.practice;

import static pathprox.matrix.Arguments.require;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Network;

/** How far apart are two networks? 0 if no weight and no bias differs in any digit. */
public final class LargestDifference {
  private LargestDifference() {}

  /**
   * {@return the largest absolute difference of two weights or biases at the same place in {@code
   * one} and {@code other}}
   *
   * @throws IllegalArgumentException if their architectures differ
   */
  public static double of(Network one, Network other) {
    boolean isSame = one.architecture().equals(other.architecture());
    require(isSame, "networks of the same architecture are compared, found two");
    return IntStream.range(0, one.architecture().parametricLayers().size())
        .boxed()
        .flatMap(i -> Stream.of(one.weights(i).sub(other.weights(i)), biases(one, other, i)))
        .mapToDouble(difference -> difference.amaxNumber().doubleValue())
        .max()
        .orElse(0);
  }

  private static INDArray biases(Network one, Network other, int layer) {
    return one.bias(layer).sub(other.bias(layer));
  }
}
