package pathprox.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J arrays: tables of a few numbers, pictures of many. */
final class ArrayRendering {
  private static final int MOST_CELLS = 20;
  private static final int SMALLEST_IMAGE_SIDE = 2;

  private ArrayRendering() {}

  static Rendering<INDArray> array() {
    return new Rendering<>(INDArray.class, ArrayRendering::view);
  }

  private static Rendering.View view(INDArray array) {
    if (array.isEmpty()) {
      return Rendering.View.text(ArrayNumbers.title(array) + ", empty");
    }
    if (!array.dataType().isNumerical() && array.dataType() != DataType.BOOL) {
      return Rendering.View.text(ArrayNumbers.title(array) + ", " + strings(array));
    }
    NumberSummary numbers = ArrayNumbers.summary(array);
    String text =
        "%s\n%s\n%s"
            .formatted(ArrayNumbers.title(array), numbers, "values " + ArrayNumbers.first(array));
    return switch (array.rank()) {
      case 0 -> Rendering.View.text(ArrayNumbers.number(array) + "\n" + ArrayNumbers.title(array));
      case 1 -> Rendering.View.html(table(array, numbers).html(), text);
      case 2 ->
          isSmall(array)
              ? Rendering.View.html(table(array, numbers).html(), text)
              : Rendering.View.svg(HeatMap.of(array, numbers).svg(), text);
      case 3, 4 ->
          areImages(array)
              ? Rendering.View.svg(ImageArray.of(array).svg(), text)
              : Rendering.View.text(text);
      default -> Rendering.View.text(text);
    };
  }

  private static String strings(INDArray array) {
    return array.dataType() == DataType.UTF8
        ? "first value '%s'".formatted(array.getString(0))
        : "no numbers";
  }

  private static boolean isSmall(INDArray array) {
    return ArrayNumbers.isLine(array) || Math.max(array.size(0), array.size(1)) <= MOST_CELLS;
  }

  private static boolean areImages(INDArray array) {
    int rank = array.rank();
    return Pixels.areColors(array.size(rank - 3))
        && Math.min(array.size(rank - 2), array.size(rank - 1)) >= SMALLEST_IMAGE_SIDE;
  }

  /** A vector is a row. */
  private static HtmlTable table(INDArray array, NumberSummary numbers) {
    long rows = array.rank() == 2 ? array.size(0) : 1;
    long columns = array.size(array.rank() - 1);
    int shownRows = (int) Math.min(MOST_CELLS, rows);
    List<HtmlTable.Column> cells = new ArrayList<>();
    if (rows > 1) {
      List<String> names = IntStream.range(0, shownRows).mapToObj(String::valueOf).toList();
      cells.add(new HtmlTable.Column("", names, true));
    }
    for (int column = 0; column < Math.min(MOST_CELLS, columns); column++) {
      int place = column;
      List<String> values =
          IntStream.range(0, shownRows).mapToObj(row -> cell(array, row, place)).toList();
      cells.add(new HtmlTable.Column(String.valueOf(column), values, true));
    }
    boolean whole = rows <= MOST_CELLS && columns <= MOST_CELLS;
    String note = (whole ? "" : "… ") + ArrayNumbers.title(array);
    return new HtmlTable(cells, note + ": " + numbers);
  }

  private static String cell(INDArray array, int row, int column) {
    return array.rank() == 1
        ? ArrayNumbers.number(array, column)
        : ArrayNumbers.number(array, row, column);
  }
}
