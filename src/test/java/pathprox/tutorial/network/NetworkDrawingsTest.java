package pathprox.tutorial.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import pathprox.plot.Picture;

/** The drawings of networks: channels, and what is taken out. */
class NetworkDrawingsTest {
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
}
