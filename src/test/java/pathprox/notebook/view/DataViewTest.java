package pathprox.notebook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.data.Digits;
import pathprox.data.Split;

class DataViewTest {
  private static final String ODD = "<b>&\"'\u0007";

  private static View view(Dataset data) {
    return DataView.of(data);
  }

  /** Images of one pixel row whose pixels are the number of the sample. */
  private static Dataset images(int count, int... classes) {
    INDArray features = Nd4j.arange(count).castTo(DataType.FLOAT).reshape(count, 1).repeat(1, 4);
    List<String> names = List.of(ODD, "one", "two");
    return Dataset.classification(ODD, features, classes, names).withSampleShape(1, 2, 2);
  }

  @Test
  void dataset_digits_showsTwoOfEachClass() throws Exception {
    Svg svg = Svg.of(view(Digits.load()));
    List<String> once = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    assertEquals(once, svg.labels().subList(0, 10));
    assertEquals(once, svg.labels().subList(10, 20));
    assertEquals(20, svg.labels().size());
    assertTrue(svg.caption().contains("1,797 images of 1 × 8 × 8, 10 classes"), svg.caption());
    assertTrue(svg.caption().contains("shown: 20 of 1,797 images"), svg.caption());
  }

  @Test
  void dataset_images_areTheFirstOfTheirClassThenTheSecond() throws Exception {
    Svg svg = Svg.of(view(images(6, 2, 2, 0, 1, 2, 0)));
    assertEquals(List.of("<b>&\"' ", "one", "two", "<b>&\"' ", "two"), svg.labels());
    int top = firstRow(svg);
    int step = 3; // two pixels and a gap
    List<Integer> shown =
        IntStream.range(0, 3).mapToObj(i -> pixel(svg, i * step, top) & 0xFF).toList();
    assertEquals(List.of(gray(2), gray(3), gray(0)), shown);
  }

  private static int gray(int sample) {
    return Math.round(255 * sample / 5f);
  }

  private static int firstRow(Svg svg) {
    return IntStream.range(0, 100).filter(y -> pixel(svg, 0, y) >= 0).findFirst().orElseThrow();
  }

  private static int pixel(Svg svg, int x, int y) {
    try {
      return svg.pixel(x, y);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void dataset_manyClasses_showsOneOfTwentyClasses() throws Exception {
    int[] classes = IntStream.range(0, 60).map(i -> i % 30).toArray();
    List<String> names = IntStream.range(0, 30).mapToObj(k -> "class " + k).toList();
    Dataset data = Dataset.classification("many", Nd4j.rand(60, 12), classes, names);
    List<String> labels = Svg.of(view(data.withSampleShape(3, 2, 2))).labels();
    assertEquals(names.subList(0, 20), labels);
  }

  @Test
  void dataset_imagesWithNumbers_areLabeledByThem() throws Exception {
    INDArray targets = Nd4j.createFromArray(new double[][] {{0.25}, {-3}});
    Dataset data = Dataset.regression("r", Nd4j.rand(DataType.DOUBLE, 2, 4), targets);
    assertEquals(List.of("0.25", "-3"), Svg.of(view(data.withSampleShape(1, 2, 2))).labels());
  }

  @Test
  void dataset_onePixelFarOut_leavesTheOthersTheirContrast() throws Exception {
    INDArray features = Nd4j.zeros(DataType.FLOAT, 1, 400);
    IntStream.range(0, 200).forEach(i -> features.putScalar(0, i, 1));
    features.putScalar(0, 399, 1000);
    Dataset data = Dataset.regression("r", features, Nd4j.ones(DataType.FLOAT, 1, 1));
    Svg svg = Svg.of(view(data.withSampleShape(1, 20, 20)));
    assertEquals(0xFFFFFF, svg.pixel(0, firstRow(svg)));
    assertTrue(svg.caption().contains("black 0, white 1 and more"), svg.caption());
  }

  @Test
  void dataset_equalPixels_isGray() throws Exception {
    Dataset data =
        Dataset.regression("r", Nd4j.ones(DataType.FLOAT, 1, 4), Nd4j.ones(DataType.FLOAT, 1, 1));
    Svg svg = Svg.of(view(data.withSampleShape(1, 2, 2)));
    assertEquals(0x808080, svg.pixel(0, firstRow(svg)));
  }

  @Test
  void dataset_longAndOddNames_staysOnItsCard() throws Exception {
    List<String> names = List.of("x".repeat(500), "<&>".repeat(50), "three");
    Dataset data =
        Dataset.classification("y".repeat(500), Nd4j.rand(3, 4), new int[] {0, 1, 2}, names);
    Svg svg = Svg.of(view(data.withSampleShape(1, 2, 2)));
    assertTrue(svg.width() <= 800, "" + svg.width());
    svg.labels().forEach(label -> assertTrue(label.length() < 20, label));
  }

  @Test
  void dataset_rows_areATableOfFirstSamples() {
    Dataset data =
        Dataset.classification(ODD, Nd4j.rand(8, 30), new int[8], Collections.nCopies(1, ODD));
    View view = view(data);
    String html = (String) view.rich();
    assertEquals("text/html", view.mime());
    assertTrue(html.contains("&lt;b&gt;&amp;&quot;&#39; </td>"), html);
    assertTrue(html.contains("5 of 8 samples, 20 of 31 columns"), html);
    assertEquals(data.toString(), view.text());
  }

  @Test
  void split_images_namesBothSets() throws Exception {
    Split split = Digits.split(1);
    View view = DataView.of(split);
    String caption = Svg.of(view).caption();
    assertTrue(caption.contains("digits train: 1,000 images"), caption);
    assertTrue(caption.contains("digits test: 797 images"), caption);
    assertEquals(split.toString(), view.text());
  }
}
