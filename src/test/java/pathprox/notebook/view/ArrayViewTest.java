package pathprox.notebook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ArrayViewTest {
  private static final int PINK = ColorScale.NOT_FINITE;
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static View view(INDArray array) {
    return ArrayView.of(array);
  }

  private static INDArray numbers(long... shape) {
    int length = 1;
    for (long size : shape) {
      length *= (int) size;
    }
    return Nd4j.arange(length).castTo(DataType.FLOAT).reshape('c', shape);
  }

  record Shown(String name, INDArray array, String mime, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String TEXT = "text/plain";
  private static final String TABLE = "text/html";
  private static final String PICTURE = "image/svg+xml";

  static Stream<Shown> shapes() {
    return Stream.of(
        new Shown("scalar", Nd4j.scalar(0.5), TEXT, "0.5\nDOUBLE scalar"),
        new Shown("NaN scalar", Nd4j.scalar(NAN), TEXT, "NaN"),
        new Shown("empty", Nd4j.empty(DataType.FLOAT), TEXT, "empty"),
        new Shown("no rows", Nd4j.create(DataType.DOUBLE, 0, 3), TEXT, "DOUBLE [0 × 3], empty"),
        new Shown("strings", Nd4j.create("<b>", "c"), TEXT, "UTF8 [2], first value '<b>'"),
        new Shown("vector", numbers(3), TABLE, "min 0, mean 1, max 2\nvalues 0, 1, 2"),
        new Shown("Booleans", Nd4j.createFromArray(true, false), TABLE, "values 1, 0"),
        new Shown("halves", Nd4j.ones(DataType.FLOAT16, 30, 30), PICTURE, "min 1, mean 1"),
        new Shown("bfloat", Nd4j.ones(DataType.BFLOAT16, 3), TABLE, "BFLOAT16 [3]\nmin 1"),
        new Shown("bytes", Nd4j.ones(DataType.UINT8, 1, 3, 3), PICTURE, "UBYTE [1 × 3 × 3]\nmin 1"),
        new Shown("longs", Nd4j.createFromArray(1L, -5L), TABLE, "min -5, mean -2, max 1"),
        new Shown("integers", Nd4j.createFromArray(1, 2, 3), TABLE, "INT [3]"),
        new Shown("row", numbers(1, 5000), TABLE, "FLOAT [1 × 5000]"),
        new Shown("column", numbers(5000, 1), TABLE, "FLOAT [5000 × 1]"),
        new Shown("small matrix", numbers(20, 20), TABLE, "FLOAT [20 × 20]"),
        new Shown("large matrix", numbers(21, 2), PICTURE, "8, 9, …"),
        new Shown("gray image", numbers(1, 4, 5), PICTURE, "FLOAT [1 × 4 × 5]"),
        new Shown("color images", numbers(2, 3, 4, 5), PICTURE, "FLOAT [2 × 3 × 4 × 5]"),
        new Shown("two channels", numbers(2, 4, 5), TEXT, "FLOAT [2 × 4 × 5]"),
        new Shown("one line an image", numbers(6, 1, 1, 9), TEXT, "FLOAT"),
        new Shown("no image", numbers(0, 3, 4, 5), TEXT, "empty"),
        new Shown("rank 5", numbers(2, 2, 2, 2, 2), TEXT, "min 0, mean 15.5, max 31"));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void view_shape_decidesTheForm(Shown shown) throws Exception {
    View view = view(shown.array());
    assertEquals(shown.mime(), view.mime());
    assertTrue(view.text().contains(shown.text()), view.text());
    if (view.mime().equals(PICTURE)) {
      Svg.of(view);
    }
  }

  @Test
  void table_largeVector_isCutAndSaysSo() {
    String html = (String) view(numbers(784)).rich();
    assertEquals(20, html.split("<td ", -1).length - 1);
    assertTrue(html.contains("… FLOAT [784]: min 0, mean 391.5, max 783"), html);
  }

  @Test
  void table_oddNumbers_areWrittenAndCounted() {
    String html = (String) view(Nd4j.createFromArray(1.0 / 3, NAN, INFINITE, -INFINITE)).rich();
    for (String cell : new String[] {"0.3333", "NaN", "∞", "-∞"}) {
      assertTrue(html.contains(">" + cell + "</td>"), html);
    }
    assertTrue(html.contains("1 NaN, 1 ∞, 1 -∞"), html);
  }

  @Test
  void heatMap_bothSigns_isBlueWhiteOrange() throws Exception {
    INDArray matrix = Nd4j.zeros(DataType.DOUBLE, 30, 40);
    matrix.putScalar(0, 1, -2);
    matrix.putScalar(29, 39, 2);
    Svg svg = Svg.of(view(matrix));
    assertEquals(40, svg.image().getWidth());
    assertEquals(30, svg.image().getHeight());
    assertEquals(0xFFFFFF, svg.pixel(0, 0));
    assertEquals(0x08407A, svg.pixel(1, 0));
    assertEquals(0xE08A00, svg.pixel(39, 29));
    assertTrue(svg.caption().contains("blue -2, white 0, orange 2"), svg.caption());
  }

  @Test
  void heatMap_oneSign_isGray() throws Exception {
    Svg svg = Svg.of(view(numbers(30, 2)));
    assertEquals(0x000000, svg.pixel(0, 0));
    assertEquals(0xFFFFFF, svg.pixel(1, 29));
    assertTrue(svg.caption().contains("black 0, white 59"), svg.caption());
  }

  @Test
  void heatMap_notFinite_isPinkAndCounted() throws Exception {
    INDArray matrix = numbers(30, 30);
    matrix.putScalar(0, 0, NAN);
    matrix.putScalar(0, 1, INFINITE);
    matrix.putScalar(0, 2, -INFINITE);
    Svg svg = Svg.of(view(matrix));
    for (int x = 0; x < 3; x++) {
      assertEquals(PINK, svg.pixel(x, 0));
    }
    assertTrue(svg.pixel(3, 0) != PINK);
    assertTrue(svg.caption().contains("pink 1 NaN, 1 ∞, 1 -∞"), svg.caption());
  }

  @Test
  void heatMap_nothingFinite_saysSo() throws Exception {
    View view = view(Nd4j.valueArrayOf(new long[] {30, 30}, NAN));
    assertEquals(PINK, Svg.of(view).pixel(5, 5));
    assertTrue(view.text().contains("no finite number, 900 NaN"), view.text());
  }

  @Test
  void heatMap_equalNumbers_isGray() throws Exception {
    Svg svg = Svg.of(view(Nd4j.ones(30, 30)));
    assertEquals(0x808080, svg.pixel(3, 3));
    assertTrue(svg.caption().contains("gray: all are 1"), svg.caption());
  }

  /** Rows 0 to 899 hold their numbers, so that blocks of 3 × 2 hold 1, 4, … 898 as means. */
  @Test
  void heatMap_large_isReducedToMeansOfBlocks() throws Exception {
    INDArray matrix = Nd4j.arange(900).castTo(DataType.DOUBLE).reshape(900, 1).repeat(1, 600);
    for (INDArray array : new INDArray[] {matrix, matrix.dup('f')}) {
      Svg svg = Svg.of(view(array));
      assertEquals(300, svg.image().getWidth());
      assertEquals(300, svg.image().getHeight());
      assertTrue(svg.caption().contains("mean of up to 3 × 2 numbers, 1 to 898"), svg.caption());
      assertEquals(0x000000, svg.pixel(0, 0));
      assertEquals(0xFFFFFF, svg.pixel(299, 299));
      int middle = Math.round(255 * 149 / 299f);
      assertEquals(middle << 16 | middle << 8 | middle, svg.pixel(0, 149));
    }
  }

  @Test
  void heatMap_viewsAndOrders_lookLikeTheirCopies() {
    INDArray matrix = numbers(40, 60);
    INDArray view = matrix.get(NDArrayIndex.interval(5, 35), NDArrayIndex.interval(0, 2, 60));
    INDArray before = matrix.dup();
    Object expected = view(view.dup('c')).rich();
    assertEquals(expected, view(view).rich());
    assertEquals(expected, view(view.dup('f')).rich());
    assertEquals(view(view.transpose().dup('c')), view(view.transpose()));
    assertEquals(before, matrix, "modified");
  }

  @Test
  void images_views_lookLikeTheirCopies() {
    INDArray images = numbers(6, 9, 8, 3);
    INDArray view = images.get(NDArrayIndex.interval(2, 6)).permute(0, 3, 1, 2);
    assertEquals(view(view.dup('c')), view(view));
    assertEquals(view(view.slice(3).dup('c')), view(view.slice(3)));
  }

  @Test
  void view_hugeView_isSmallText() throws Exception {
    INDArray huge = Nd4j.arange(2000).castTo(DataType.FLOAT).reshape(1, 2000).broadcast(2000, 2000);
    View view = view(huge.transpose());
    assertTrue(view.text().length() < 200, view.text());
    assertTrue(view.text().contains("min 0, mean 999.5, max 1999"), view.text());
    assertEquals(286, Svg.of(view).image().getWidth());
  }

  @Test
  void images_many_areCutAndSaidSo() throws Exception {
    Svg svg = Svg.of(view(Nd4j.rand(150, 1, 2, 2)));
    assertTrue(svg.caption().contains("100 of 150 images"), svg.caption());
    assertEquals(100, svg.frameColors().size());
  }

  @Test
  void images_color_takeTheirChannels() throws Exception {
    INDArray image = Nd4j.zeros(DataType.FLOAT, 3, 2, 2);
    image.putScalar(new int[] {0, 0, 0}, 1);
    image.putScalar(new int[] {1, 0, 1}, 1);
    image.putScalar(new int[] {2, 1, 0}, 1);
    image.putScalar(new int[] {1, 1, 1}, NAN);
    Svg svg = Svg.of(view(image));
    assertEquals(0xFF0000, svg.pixel(0, 0));
    assertEquals(0x00FF00, svg.pixel(1, 0));
    assertEquals(0x0000FF, svg.pixel(0, 1));
    assertEquals(PINK, svg.pixel(1, 1));
  }

  @Test
  void images_gap_isTransparent() throws Exception {
    Svg svg = Svg.of(view(numbers(2, 1, 8, 8)));
    assertEquals(0x000000, svg.pixel(0, 0));
    assertEquals(-1, svg.pixel(8, 0));
  }

  @Test
  void images_large_keepTheirProportions() throws Exception {
    Svg svg = Svg.of(view(Nd4j.rand(1, 600, 300)));
    assertEquals(300, svg.image().getHeight());
    assertEquals(150, svg.image().getWidth());
    assertTrue(svg.caption().contains("drawn smaller, 300 × 150 pixels"), svg.caption());
  }

  record JavaArray(Object array, String mime, String text) {
    @Override
    public String toString() {
      return array.getClass().getSimpleName() + ": " + text;
    }
  }

  static Stream<JavaArray> javaArrays() {
    return Stream.of(
        new JavaArray(new double[] {1, 2.5}, TABLE, "DOUBLE [2]\nmin 1, mean 1.75, max 2.5"),
        new JavaArray(new float[] {1}, TABLE, "FLOAT [1]"),
        new JavaArray(new int[] {1, 2}, TABLE, "INT [2]"),
        new JavaArray(new long[] {1, 2}, TABLE, "LONG [2]"),
        new JavaArray(new double[][] {{1, 2}, {3, 4}}, TABLE, "DOUBLE [2 × 2]"),
        new JavaArray(new float[][] {{1, 2}, {3, 4}}, TABLE, "FLOAT [2 × 2]"),
        new JavaArray(new int[][] {{1, 2}, {3, 4}}, TABLE, "INT [2 × 2]"),
        new JavaArray(new double[][] {{1, 2}, {3}}, TEXT, "[[1.0, 2.0], [3.0]]"),
        new JavaArray(new double[][] {{1}, null}, TEXT, "[[1.0], null]"),
        new JavaArray(new double[][] {{}}, TEXT, "[[]]"),
        new JavaArray(new double[0], TEXT, "[]"),
        new JavaArray(new boolean[] {true, false}, TEXT, "[true, false]"),
        new JavaArray(new byte[] {1, 2}, TEXT, "[1, 2]"),
        new JavaArray(new char[] {'a', 'b'}, TEXT, "[a, b]"),
        new JavaArray(new Integer[] {1, null}, TEXT, "[1, null]"),
        new JavaArray(new double[][][] {{{1}}, {{2}}}, TEXT, "[[[1.0]], [[2.0]]]"),
        new JavaArray(new String[] {"a", null}, TEXT, "[a, null]"),
        new JavaArray(new Object[] {1, new int[] {2}}, TEXT, "[1, [2]]"));
  }

  @ParameterizedTest
  @MethodSource("javaArrays")
  void ofJava_array_showsItsValues(JavaArray given) {
    View view = ArrayView.ofJava(given.array());

    // As a kernel looks for the class of an array itself.
    assertTrue(
        Rendering.all(false).stream()
            .anyMatch(each -> each.get().type() == given.array().getClass()));
    assertEquals(given.mime(), view.mime());
    assertTrue(view.text().startsWith(given.text()), view.text());
  }

  @Test
  void ofJava_longText_isCut() {
    String text = ArrayView.ofJava(new String[] {"a".repeat(5000)}).text();

    assertEquals(2000, text.length());
    assertTrue(text.endsWith("…"), text);
  }
}
