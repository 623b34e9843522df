package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ImageGridTest {
  /** Makes images whose pixel p of image i is p + 10 i. */
  private static Table images(int count, int pixels) {
    Table table = Table.create("images");
    for (int p = 0; p < pixels; p++) {
      int pixel = p;
      table.addColumns(
          DoubleColumn.create(
              "p" + p, IntStream.range(0, count).mapToDouble(i -> pixel + 10.0 * i).toArray()));
    }
    return table;
  }

  @Test
  void of_twoImages_liesThemSideBySideWithAGap() {
    Chart chart = ImageGrid.of(images(2, 6), 2, 3);
    List<List<Object>> expected =
        List.of(
            Arrays.asList(0L, 1L, 2L, null, 10L, 11L, 12L),
            Arrays.asList(3L, 4L, 5L, null, 13L, 14L, 15L));
    assertEquals(expected, chart.data().get(0).get("z"));
    assertEquals(0.0, chart.data().get(0).get("zmin"));
    assertEquals(15.0, chart.data().get(0).get("zmax"));
    assertEquals("%{z:.4~g}<extra></extra>", chart.data().get(0).get("hovertemplate"));
    assertEquals("reversed", at(chart.layout(), "yaxis", "autorange"));
  }

  @Test
  void of_labels_standAboveTheirImages() {
    Table table = images(2, 4).insertColumn(0, StringColumn.create("label", "02", "<b>"));
    List<?> notes = (List<?>) ImageGrid.of(table, 2, 2).layout().get("annotations");
    assertEquals(List.of("02", "&lt;b>"), notes.stream().map(note -> at(note, "text")).toList());
    assertEquals(List.of(0.5, 3.5), notes.stream().map(note -> at(note, "x")).toList());
    assertEquals(List.of(-0.5, -0.5), notes.stream().map(note -> at(note, "y")).toList());
  }

  @Test
  void ofWeights_colors_areSymmetricAboutZero() {
    Chart chart = ImageGrid.ofWeights(images(1, 4), 2, 2);
    assertEquals(-3.0, chart.data().get(0).get("zmin"));
    assertEquals(3.0, chart.data().get(0).get("zmax"));
  }

  record Size(int count, int rows, int columns) {}

  static Stream<Size> sizes() {
    return Stream.of(
        new Size(0, 0, 0),
        new Size(1, 1, 1),
        new Size(10, 1, 10),
        new Size(12, 2, 6),
        new Size(100, 10, 10));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void of_count_fillsRowsEvenly(Size size) {
    List<?> z = (List<?>) ImageGrid.of(images(size.count(), 4), 2, 2).data().get(0).get("z");
    assertEquals(Math.max(0, 3 * size.rows() - 1), z.size());
    int width = z.isEmpty() ? 0 : ((List<?>) z.get(0)).size();
    assertEquals(Math.max(0, 3 * size.columns() - 1), width);
  }

  @Test
  void of_constantAndMissingPixels_areDrawn() {
    Table table =
        Table.create(
            "t",
            DoubleColumn.create("a", 0.0),
            DoubleColumn.create("b", new double[] {Double.NaN}));
    Chart chart = ImageGrid.of(table, 1, 2);
    assertEquals(List.of(Arrays.asList(0L, null)), chart.data().get(0).get("z"));
    assertEquals(1.0, chart.data().get(0).get("zmax"));
    assertEquals(1.0, ImageGrid.ofWeights(table, 1, 2).data().get(0).get("zmax"));
  }

  record Refused(Table table, int height, int width, String message) {}

  static Stream<Refused> refused() {
    return Stream.of(
        new Refused(
            images(101, 1), 1, 1, "a grid shows at most 100 images, the table has 101 rows"),
        new Refused(images(1, 5), 2, 3, "images of 2 × 3 pixels do not fit a table with 5 columns"),
        new Refused(images(1, 0), 0, 3, "images of 0 × 3 pixels do not fit"),
        new Refused(
            Table.create("t", StringColumn.create("digit", "7")),
            1,
            1,
            "column 'digit' must be numeric"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void of_tableThatDoesNotFit_isRefused(Refused refused) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ImageGrid.of(refused.table(), refused.height(), refused.width()));
    assertTrue(e.getMessage().startsWith(refused.message()), e.getMessage());
  }
}
