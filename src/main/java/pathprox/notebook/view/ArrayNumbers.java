package pathprox.notebook.view;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
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

  /** Gives all numbers to a reader, some of them at a time, in any order. */
  static void read(INDArray array, Consumer<double[]> reader) {
    if (array.length() <= LARGEST_PART) {
      reader.accept(array.dup().data().asDouble());
      return;
    }
    // The side whose parts lie closest together in memory, as reading across them is slow.
    int side =
        IntStream.range(0, array.rank())
            .filter(each -> array.size(each) > 1)
            .boxed()
            .max(Comparator.comparingLong(array::stride))
            .orElseThrow();
    long half = array.size(side) / 2;
    read(part(array, side, 0, half), reader);
    read(part(array, side, half, array.size(side)), reader);
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
    String shape = array.rank() == 0 ? "scalar" : "[" + shape(array.shape()) + "]";
    return array.dataType() + " " + shape;
  }

  /** Such as {@code 1 × 8 × 8}. */
  static String shape(long... sizes) {
    return LongStream.of(sizes).mapToObj(String::valueOf).collect(Collectors.joining(" × "));
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
