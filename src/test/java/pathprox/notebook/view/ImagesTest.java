package pathprox.notebook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.metrics.UnitPictures;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.Shape;

class ImagesTest {
  /** Three units of four inputs with path norms 2, 4 and 0. */
  private static UnitPictures pictures() {
    INDArray w = Nd4j.createFromArray(new double[][] {{1, 0, 0, 0}, {-2, 0, 0, 0}, {2, 0, 0, 0}});
    INDArray v = Nd4j.createFromArray(new double[][] {{2, 2, 0}});
    INDArray bias = Nd4j.zeros(DataType.DOUBLE, 3);
    Network network =
        new Network(
            Architecture.factorizedMlp(4, 3, 1, 1),
            List.of(w, v),
            List.of(bias, Nd4j.zeros(DataType.DOUBLE, 1)));
    return UnitPictures.of(network, 2, 2);
  }

  private static Svg svg(UnitPictures pictures) throws Exception {
    return Svg.of(Images.of(pictures));
  }

  @Test
  void view_units_areSortedAndDeadOnesGray() throws Exception {
    Svg svg = svg(pictures());
    assertEquals(List.of("4", "2", "zero"), svg.labels());
    int top = svg.image().getHeight() - 2;
    assertEquals(0x08407A, svg.pixel(0, top), "-2 of 2: the end of blue");
    assertEquals(0xFFFFFF, svg.pixel(1, top), "0 is white");
    int half = svg.pixel(3, top);
    assertTrue((half >> 16 & 0xFF) > (half & 0xFF), "1 of 2 is a pale orange");
    assertEquals(0xC4C4C4, svg.pixel(6, top), "2 of 2, but at zero");
    assertEquals(0xF6F6F6, svg.pixel(7, top));
    assertTrue(!svg.frameColors().get(2).equals(svg.frameColors().get(0)));
  }

  @Test
  void view_caption_countsAndTellsTheRange() throws Exception {
    String caption = svg(pictures()).caption();
    assertTrue(caption.contains("3 units of the first layer by path norm, 2 active, 1 at zero"));
    assertTrue(caption.contains("blue -2, white 0, orange 2"), caption);
  }

  @Test
  void view_many_showsAHundred() throws Exception {
    Svg svg = svg(UnitPictures.of(Architecture.mlp(16, 130, 2).initialize(1), 4, 4));
    assertEquals(100, svg.labels().size());
    assertTrue(svg.caption().contains("shown: 100 of 130 units"), svg.caption());
  }

  @Test
  void view_kernels_areSmallImages() throws Exception {
    Network network = Architecture.smallConvnet(Shape.of(1, 8, 8), 2).initialize(1);
    assertEquals(16, svg(UnitPictures.of(network)).labels().size());
    Network color = Architecture.vgg(Shape.of(3, 4, 4), 2, List.of(List.of(5, 5))).initialize(1);
    Svg svg = svg(UnitPictures.of(color));
    assertTrue(svg.caption().contains("weights of red, green and blue, 0 gray"), svg.caption());
  }

  @Test
  void view_brokenWeights_arePink() throws Exception {
    INDArray weights = Nd4j.valueArrayOf(new long[] {1, 1, 2, 2}, Double.NaN);
    List<UnitPictures.Unit> units = List.of(new UnitPictures.Unit(0, Double.NaN));
    Svg svg = svg(new UnitPictures(units, weights, true));
    assertEquals(List.of("NaN"), svg.labels());
    assertTrue(svg.caption().contains("pink 4 NaN"), svg.caption());
  }

  @Test
  void view_zeroWeights_areWhiteOrGray() throws Exception {
    List<UnitPictures.Unit> units = Collections.nCopies(2, new UnitPictures.Unit(0, 0));
    Svg svg = svg(new UnitPictures(units, Nd4j.zeros(2, 1, 2, 2), true));
    assertEquals(0xF6F6F6, svg.pixel(0, svg.image().getHeight() - 1));
  }
}
