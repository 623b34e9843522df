package pathprox.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Pictures of one size.
 *
 * @param pixels one picture per row, its pixels row by row; NaN where one is missing
 * @param labels one per picture, or none at all
 * @param height pixel rows of a picture
 * @param width pixels in a row
 */
record Images(double[][] pixels, List<String> labels, int height, int width) {
  private static final String LABEL_COLUMN = "label";
  private static final int MOST_IMAGES = 100;
  private static final int DIGITS = 4;

  /**
   * Reads pictures from a table.
   *
   * @throws IllegalArgumentException if there are too many rows, or the columns do not fit
   */
  static Images of(Table table, int height, int width) {
    if (table.rowCount() > MOST_IMAGES) {
      throw new IllegalArgumentException(
          "a grid shows at most %d images, the table has %d rows; table.first(%1$d) would fit"
              .formatted(MOST_IMAGES, table.rowCount()));
    }
    List<Column<?>> columns =
        table.columns().stream().filter(column -> !column.name().equals(LABEL_COLUMN)).toList();
    if (height < 1 || width < 1 || columns.size() != (long) height * width) {
      throw new IllegalArgumentException(
          "images of %d × %d pixels do not fit a table with %d columns beside the label"
              .formatted(height, width, columns.size()));
    }
    boolean labeled = columns.size() < table.columnCount();
    List<String> labels =
        labeled
            ? Arrays.asList(table.column(LABEL_COLUMN).asStringColumn().asObjectArray())
            : List.of();
    return new Images(pixels(columns, table.rowCount()), labels, height, width);
  }

  private static double[][] pixels(List<Column<?>> columns, int count) {
    double[][] pixels = new double[count][columns.size()];
    for (int pixel = 0; pixel < columns.size(); pixel++) {
      double[] values = numbers(columns.get(pixel));
      for (int image = 0; image < count; image++) {
        pixels[image][pixel] = values[image];
      }
    }
    return pixels;
  }

  private static double[] numbers(Column<?> column) {
    if (column instanceof NumericColumn<?> numeric) {
      return numeric.asDoubleArray();
    }
    throw new IllegalArgumentException(
        "column '%s' must be numeric, is %s; the only other column may be '%s'"
            .formatted(column.name(), column.type().name(), LABEL_COLUMN));
  }

  int count() {
    return pixels.length;
  }

  boolean labeled() {
    return !labels.isEmpty();
  }

  /** Rounds to some ten thousand levels, as a notebook need not carry digits that nobody sees. */
  double[][] rounded() {
    double largest = Math.max(Math.abs(min()), Math.abs(max()));
    if (largest == 0) {
      return pixels;
    }
    int decimals = DIGITS - (int) Math.ceil(Math.log10(largest));
    return Arrays.stream(pixels)
        .map(image -> Arrays.stream(image).map(pixel -> rounded(pixel, decimals)).toArray())
        .toArray(double[][]::new);
  }

  private static double rounded(double pixel, int decimals) {
    return Double.isFinite(pixel)
        ? BigDecimal.valueOf(pixel).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue()
        : Double.NaN;
  }

  double min() {
    return finite().min().orElse(0);
  }

  double max() {
    return finite().max().orElse(0);
  }

  private DoubleStream finite() {
    return Arrays.stream(pixels).flatMapToDouble(Arrays::stream).filter(Double::isFinite);
  }
}
