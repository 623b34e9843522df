package pathprox.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.plot.SignificantDigits;

/** The numbers of arrays of any shape, order and type, copied in parts. */
final class ArrayNumbers {
  private static final SignificantDigits DIGITS = new SignificantDigits(4);
  private static final SignificantDigits MORE_DIGITS = new SignificantDigits(8);
  private static final int LARGEST_PART = 1 << 20;
  private static final int MOST_FIRST = 10;

  private ArrayNumbers() {}

  /** All numbers, the last index running fastest. */
  static double[] values(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  static NumberSummary summary(INDArray array) {
    if (array.length() <= LARGEST_PART) {
      return NumberSummary.of(array.dup().data().asDouble());
    }
    int side = outermost(array);
    long half = array.size(side) / 2;
    return summary(part(array, side, 0, half))
        .and(summary(part(array, side, half, array.size(side))));
  }

  /** The side whose parts lie closest together in memory, as reading across them is slow. */
  private static int outermost(INDArray array) {
    int outermost = 0;
    for (int side = 1; side < array.rank(); side++) {
      boolean better = array.size(outermost) == 1 || array.stride(side) > array.stride(outermost);
      outermost = array.size(side) > 1 && better ? side : outermost;
    }
    return outermost;
  }

  /**
   * A view of one part of a side.
   *
   * <p>Not by {@code array.get}, which gives empty arrays for the last rows of some views in ND4J
   * 1.0.0-M2.1.
   */
  static INDArray part(INDArray array, int side, long from, long to) {
    long[] shape = array.shape().clone();
    shape[side] = to - from;
    long offset = array.offset() + from * array.stride(side);
    return Nd4j.create(array.data(), shape, array.stride().clone(), offset, array.ordering());
  }

  /** Such as {@code FLOAT [60 × 784]}. */
  static String title(INDArray array) {
    return array.dataType()
        + (array.rank() == 0 ? " scalar" : " [%s]".formatted(shape(array.shape())));
  }

  static String shape(long[] sizes) {
    return LongStream.of(sizes).mapToObj(String::valueOf).collect(Collectors.joining(" × "));
  }

  static String shape(List<Integer> sizes) {
    return shape(sizes.stream().mapToLong(Integer::longValue).toArray());
  }

  /** The first numbers, for readers of text. */
  static String first(INDArray array) {
    int count = (int) Math.min(MOST_FIRST, array.length());
    String numbers =
        IntStream.range(0, count)
            .mapToObj(i -> number(array, Shape.ind2subC(array.shape(), i)))
            .collect(Collectors.joining(", "));
    return array.length() > count ? numbers + ", …" : numbers;
  }

  /** One number of an array; of a scalar with more digits, as there is room. */
  static String number(INDArray array, long... place) {
    return place.length == 0
        ? MORE_DIGITS.format(array.getDouble(0))
        : DIGITS.format(array.getDouble(place));
  }

  /** Whether the array is a list of numbers, however many sides it has. */
  static boolean isLine(INDArray array) {
    return Arrays.stream(array.shape()).filter(size -> size > 1).count() <= 1;
  }
}
