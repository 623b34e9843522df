package pathprox.notebook.view;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/** The numbers of arrays of any shape, order and type, copied in parts. */
final class ArrayNumbers {
  private static final int LARGEST_PART = 1 << 20;
  private static final int MOST_FIRST = 10;

  private ArrayNumbers() {}

  /** All numbers, the last index running fastest. */
  static double[] values(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  /** All numbers, some of them at a time, in any order. */
  static Stream<double[]> parts(INDArray array) {
    if (array.length() <= LARGEST_PART) {
      return Stream.of(array).map(part -> part.dup().data().asDouble());
    }
    // The side whose parts lie closest together in memory, as reading across them is slow.
    int side =
        IntStream.range(0, array.rank())
            .filter(each -> array.size(each) > 1)
            .boxed()
            .max(Comparator.comparingLong(array::stride))
            .orElseThrow();
    long half = array.size(side) / 2;
    return Stream.of(part(array, side, 0, half), part(array, side, half, array.size(side)))
        .flatMap(ArrayNumbers::parts);
  }

  // Not by array.get, which gives empty arrays for the last rows of some views in ND4J 1.0.0-M2.1.
  static INDArray part(INDArray array, int side, long from, long to) {
    long[] shape = array.shape().clone();
    shape[side] = to - from;
    long offset = array.offset() + from * array.stride(side);
    return Nd4j.create(array.data(), shape, array.stride().clone(), offset, array.ordering());
  }

  /** Such as {@code FLOAT [60 × 784]}. */
  static String title(INDArray array) {
    List<Long> sizes = LongStream.of(array.shape()).boxed().toList();
    return array.dataType() + (sizes.isEmpty() ? " scalar" : " [" + Numerals.shape(sizes) + "]");
  }

  /** The first numbers, for readers of text. */
  static String first(INDArray array) {
    return LongStream.range(0, Math.min(MOST_FIRST, array.length()))
        .mapToObj(i -> array.getDouble(Shape.ind2subC(array.shape(), i)))
        .map(Numerals::rounded)
        .collect(Collectors.joining(", ", "", array.length() > MOST_FIRST ? ", …" : ""));
  }
}
