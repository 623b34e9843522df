package pathprox.notebook.view;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J arrays: tables of a few numbers, pictures of many. */
final class ArrayView {
  private static final int SMALLEST_IMAGE_SIDE = 2;

  private ArrayView() {}

  static View of(INDArray array) {
    String title = ArrayNumbers.title(array);
    if (array.isEmpty()) {
      return View.text(title + ", empty");
    }
    if (!array.dataType().isNumerical() && array.dataType() != DataType.BOOL) {
      boolean isText = array.dataType() == DataType.UTF8;
      String first = isText ? "first value '" + array.getString(0) + "'" : "no numbers";
      return View.text(title + ", " + first);
    }
    if (array.rank() == 0) {
      return View.text(ArrayNumbers.number(array) + "\n" + title);
    }
    NumberSummary numbers = NumberSummary.of(array);
    String text = title + "\n" + numbers + "\nvalues " + ArrayNumbers.first(array);
    if (array.rank() == 1 || array.rank() == 2 && isSmall(array)) {
      return View.html(table(array, numbers).html(), text);
    }
    if (array.rank() == 2) {
      return View.svg(HeatMap.of(array, numbers).svg(), text);
    }
    return areImages(array) ? View.svg(Images.of(array).svg(), text) : View.text(text);
  }

  private static boolean isSmall(INDArray array) {
    long longest = Math.max(array.size(0), array.size(1));
    return ArrayNumbers.isLine(array) || longest <= HtmlTable.MOST;
  }

  private static boolean areImages(INDArray array) {
    int rank = array.rank();
    return rank <= 4
        && Pixels.areColors(array.size(rank - 3))
        && Math.min(array.size(rank - 2), array.size(rank - 1)) >= SMALLEST_IMAGE_SIDE;
  }

  /** A vector is a row. */
  private static HtmlTable table(INDArray array, NumberSummary numbers) {
    boolean isVector = array.rank() == 1;
    long rows = isVector ? 1 : array.size(0);
    long columns = array.size(array.rank() - 1);
    List<Integer> shown = firstOf(rows).boxed().toList();
    Stream<HtmlTable.Column> names =
        rows == 1 ? Stream.of() : Stream.of(HtmlTable.Column.numbers("", shown, String::valueOf));
    Stream<HtmlTable.Column> cells =
        firstOf(columns)
            .mapToObj(
                column ->
                    HtmlTable.Column.numbers(
                        "" + column,
                        shown,
                        row ->
                            isVector
                                ? ArrayNumbers.number(array, column)
                                : ArrayNumbers.number(array, row, column)));
    boolean whole = Math.max(rows, columns) <= HtmlTable.MOST;
    String note = (whole ? "" : "… ") + ArrayNumbers.title(array) + ": " + numbers;
    return new HtmlTable(Stream.concat(names, cells).toList(), note);
  }

  private static IntStream firstOf(long count) {
    return IntStream.range(0, (int) Math.min(HtmlTable.MOST, count));
  }
}
