package pathprox.network;

import static pathprox.matrix.Arguments.require;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of one sample as it passes between layers: [features], or [channels, height, width].
 *
 * @param sizes one size for each dimension, each 1 or more
 */
public record Shape(List<Integer> sizes) implements Serializable {
  /**
   * Refuses no dimension, sizes below 1 and 2³¹ elements by an {@code IllegalArgumentException}.
   */
  public Shape {
    sizes = List.copyOf(sizes);
    boolean fits = !sizes.isEmpty() && sizes.stream().allMatch(size -> size >= 1);
    require(fits, "a shape has sizes >= 1, was %s", sizes);
    double elements = sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    require(elements <= Integer.MAX_VALUE, "a shape has fewer than 2³¹ elements, was %s", sizes);
  }

  /** {@return a shape of these {@code sizes}} */
  public static Shape of(int... sizes) {
    return new Shape(Arrays.stream(sizes).boxed().toList());
  }

  /** {@return how many numbers one sample has, the product of the sizes} */
  public int elements() {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }

  /** The sizes as ND4J takes them. */
  long[] toArray() {
    return sizes.stream().mapToLong(Integer::longValue).toArray();
  }

  @Override
  public String toString() {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }
}
