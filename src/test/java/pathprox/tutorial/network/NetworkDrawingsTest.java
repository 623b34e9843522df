package pathprox.tutorial.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.network.Architecture;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.plot.Picture;

/**
 * The drawings of networks: channels, filters, what is taken out, and what digits are taken for.
 */
class NetworkDrawingsTest {
  private static final Network CONVOLUTIONS =
      Architecture.of(
              Shape.of(1, 4, 4),
              Conv2d.same(1, 3, 3),
              new Relu(),
              Conv2d.same(3, 2, 3),
              new Flatten(),
              new Dense(32, 2))
          .initialize(1);

  private static int count(Picture picture, String element) {
    return picture.svg().split(element, -1).length - 1;
  }

  @Test
  void betweenConvolutions_hasFourFiltersAndThreeTimesFourSlices() {
    // a card, an image, 4 channels and 3 maps behind besides
    assertEquals(4 + 12 + 1 + 1 + 4 + 3, count(ChannelDrawing.betweenConvolutions(), "<rect"));
  }

  @Test
  void ofMatrices_afterwards_hasARowAnEntryAndAColumnLess() {
    int before = 5 * 7 + 5 + 3 * 5;
    int after = 4 * 7 + 4 + 3 * 4;
    assertEquals(1 + before + after, count(CompactionDrawing.ofMatrices(), "<rect"));
  }

  @Test
  void ofSteps_hasALookForEachUnitLeftOut() {
    // two at step 50, three at step 100, one of them drawn over in green, and two in the legend
    assertEquals(2 + 3 + 1 + 2, count(WorkingSetDrawing.ofSteps(), "<circle"));
  }

  @Test
  void filters_zeroChannel_isGrayInTheSameColorsAsTheOther() {
    Network whole = CONVOLUTIONS;
    Network some =
        new Network(
            whole.architecture(),
            List.of(whole.weights(0), withoutFirstChannel(whole), whole.weights(2)),
            List.of(whole.bias(0), whole.bias(1), whole.bias(2)));
    Map<String, Network> both = new LinkedHashMap<>();
    both.put("all", whole);
    both.put("some", some);
    Picture picture = FilterDrawing.of(both);

    assertTrue(picture.svg().contains("all: 3 of 3 filters are read"));
    assertTrue(picture.svg().contains("some: 2 of 3 filters are read"));
    assertEquals(1 + 6, count(picture, "<rect")); // a card and six frames
    assertEquals(6 * 9, count(picture, "<path"));
  }

  private static INDArray withoutFirstChannel(Network network) {
    double[] weights = network.weights(1).dup('c').data().asDouble();
    for (int filter = 0; filter < 2; filter++) {
      Arrays.fill(weights, filter * 27, filter * 27 + 9, 0);
    }
    return Nd4j.createFromArray(weights).castTo(network.type()).reshape('c', 2, 3, 3, 3);
  }

  @Test
  void color_endsAndMiddle_areOrangeWhiteAndBlue() {
    assertEquals("#D55E00", FilterDrawing.color(1));
    assertEquals("#FFFFFF", FilterDrawing.color(0));
    assertEquals("#0072B2", FilterDrawing.color(-1));
  }

  @Test
  void filters_denseNetworkOrNone_isRefused() {
    Map<String, Network> dense = Map.of("dense", Architecture.mlp(2, 2, 2).initialize(1));
    Exception e = assertThrows(IllegalArgumentException.class, () -> FilterDrawing.of(dense));
    assertTrue(e.getMessage().startsWith("'dense' must start with a convolution"));
    assertThrows(IllegalArgumentException.class, () -> FilterDrawing.of(Map.of()));
  }

  @Test
  void answers_wrongOne_isMarked() {
    Network identity =
        new Network(Architecture.mlp(2, 2), List.of(Nd4j.eye(2)), List.of(Nd4j.zeros(2)));
    Dataset data =
        Dataset.classification(
                "two",
                Nd4j.createFromArray(new float[][] {{1, 0}, {1, 0}}),
                new int[] {0, 1},
                List.of("0", "1"))
            .withSampleShape(1, 1, 2);
    Picture picture = AnsweredDigits.of(identity, Map.of("clean", data));

    assertEquals("what the network answers, clean: 0 0 (wrong)", picture.text());
    assertEquals(2, count(picture, "<image"));
    assertEquals(1, count(picture, "0 ✗"));
    assertThrows(IllegalArgumentException.class, () -> AnsweredDigits.of(identity, Map.of()));
  }
}
