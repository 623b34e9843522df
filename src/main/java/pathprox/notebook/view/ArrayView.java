package pathprox.notebook.view;

import static pathprox.notebook.view.Numerals.rounded;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.logging.LoggingStart;
import pathprox.notebook.view.HtmlTable.Column;
import pathprox.plot.SignificantDigits;

/** ND4J arrays: tables of a few numbers, pictures of many. */
final class ArrayView {
  static {
    LoggingStart.quietly();
  }

  private static final int LONGEST_SIDE = 300;
  private static final int MOST_FIRST = 10;
  private static final int LONGEST_TEXT = 2_000;

  private ArrayView() {}

  /** An array of Java: as one of ND4J if it is full of numbers, else its values as a text. */
  static View ofJava(Object array) {
    Optional<INDArray> numbers = numbers(array);
    if (numbers.isEmpty()) {
      String text = Arrays.deepToString(new Object[] {array});
      return View.text(Html.oneLine(text.substring(1, text.length() - 1), LONGEST_TEXT));
    }
    try (INDArray all = numbers.get()) {
      return of(all);
    }
  }

  private static Optional<INDArray> numbers(Object array) {
    if (Array.getLength(array) == 0) {
      return Optional.empty();
    }
    if (array instanceof double[] values) {
      return Optional.of(Nd4j.createFromArray(values));
    } else if (array instanceof float[] values) {
      return Optional.of(Nd4j.createFromArray(values));
    } else if (array instanceof int[] values) {
      return Optional.of(Nd4j.createFromArray(values));
    } else if (array instanceof long[] values) {
      return Optional.of(Nd4j.createFromArray(values));
    } else if (array instanceof double[][] rows && isFull(rows)) {
      return Optional.of(Nd4j.createFromArray(rows));
    } else if (array instanceof float[][] rows && isFull(rows)) {
      return Optional.of(Nd4j.createFromArray(rows));
    } else if (array instanceof int[][] rows && isFull(rows)) {
      return Optional.of(Nd4j.createFromArray(rows));
    }
    return Optional.empty();
  }

  private static boolean isFull(Object[] rows) {
    return Stream.of(rows).allMatch(Objects::nonNull)
        && Array.getLength(rows[0]) > 0
        && Stream.of(rows).mapToInt(Array::getLength).distinct().count() == 1;
  }

  static View of(INDArray array) {
    String title = title(array);
    if (array.isEmpty()) {
      return View.text(title + ", empty");
    }
    if (!array.dataType().isNumerical() && array.dataType() != DataType.BOOL) {
      boolean isText = array.dataType() == DataType.UTF8;
      String first = isText ? "first value '" + array.getString(0) + "'" : "no numbers";
      return View.text(title + ", " + first);
    }
    if (array.rank() == 0) {
      return View.text(new SignificantDigits(8).format(array.getDouble(0)) + "\n" + title);
    }
    NumberSummary numbers = NumberSummary.of(array);
    String text = title + "\n" + numbers + "\nvalues " + first(array);
    if (array.isVectorOrScalar() || array.rank() == 2 && isSmall(array)) {
      return View.html(table(array, title + ": " + numbers).html(), text);
    }
    if (array.rank() == 2) {
      return View.svg(heatMap(array, title, numbers), text);
    }
    return areImages(array) ? View.svg(Images.svg(array, title), text) : View.text(text);
  }

  private static String title(INDArray array) {
    List<Long> sizes = LongStream.of(array.shape()).boxed().toList();
    return array.dataType() + (sizes.isEmpty() ? " scalar" : " [" + Numerals.shape(sizes) + "]");
  }

  private static String first(INDArray array) {
    return LongStream.range(0, Math.min(MOST_FIRST, array.length()))
        .mapToObj(i -> array.getDouble(Shape.ind2subC(array.shape(), i)))
        .map(Numerals::rounded)
        .collect(Collectors.joining(", ", "", array.length() > MOST_FIRST ? ", …" : ""));
  }

  private static boolean isSmall(INDArray matrix) {
    return Math.max(matrix.rows(), matrix.columns()) <= HtmlTable.MOST;
  }

  private static boolean areImages(INDArray array) {
    int rank = array.rank();
    return rank <= 4
        && Pixels.areColors(array.size(rank - 3))
        && Math.min(array.size(rank - 2), array.size(rank - 1)) >= 2;
  }

  private static HtmlTable table(INDArray array, String note) {
    INDArray matrix = array.rank() == 1 ? array.reshape(1, array.length()) : array;
    List<Integer> rows = firstOf(matrix.rows());
    List<Column> columns = new ArrayList<>();
    if (matrix.rows() > 1) {
      columns.add(Column.numbers("", rows, String::valueOf));
    }
    for (int i : firstOf(matrix.columns())) {
      columns.add(Column.numbers("" + i, rows, row -> rounded(matrix.getDouble(row, i))));
    }
    return new HtmlTable((isSmall(matrix) ? "" : "… ") + note, columns);
  }

  private static List<Integer> firstOf(int count) {
    return IntStream.range(0, Math.min(HtmlTable.MOST, count)).boxed().toList();
  }

  private static String heatMap(INDArray matrix, String title, NumberSummary numbers) {
    int down = Pixels.blocks(matrix.rows(), LONGEST_SIDE);
    int across = Pixels.blocks(matrix.columns(), LONGEST_SIDE);
    Pixels pixels = reduced(matrix, down, across);
    NumberSummary shown = NumberSummary.of(Stream.of(pixels.values()));
    ColorScale scale =
        numbers.getMin() < 0 && numbers.getMax() > 0
            ? ColorScale.diverging(shown.largest())
            : ColorScale.gray(shown.getMin(), shown.getMax());
    List<String> lines = new ArrayList<>(List.of(numbers.toString()));
    if (down > 1 || across > 1) {
      String mean = "a pixel is the mean of up to %s × %s numbers, %s";
      lines.add(mean.formatted(down, across, shown.range()));
    }
    lines.add(scale.caption(shown, numbers));
    return new PictureCard(List.of(new PictureCard.Tile(pixels, scale, "", false)))
        .svg(title, lines);
  }

  /** Reads as many rows at a time as become one row of pixels. */
  private static Pixels reduced(INDArray matrix, int down, int across) {
    int height = matrix.rows();
    double[] means =
        IntStream.iterate(0, row -> row < height, row -> row + down)
            .mapToObj(row -> Pixels.part(matrix, 0, row, Math.min(height, row + down)))
            .map(rows -> Pixels.of(rows).reduced(down, across).values())
            .flatMapToDouble(Arrays::stream)
            .toArray();
    int width = Pixels.blocks(matrix.columns(), across);
    return new Pixels(1, means.length / width, width, means);
  }
}
