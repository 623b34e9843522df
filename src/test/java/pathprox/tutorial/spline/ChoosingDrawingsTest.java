package pathprox.tutorial.spline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pathprox.plot.Picture;
import pathprox.tutorial.practice.StartsDrawing;

/** The drawings of splines and of paths over λ; how they look, eyes must tell. */
class ChoosingDrawingsTest {
  private static int count(Picture picture, String element) {
    return picture.svg().split(element, -1).length - 1;
  }

  @Test
  void ofThreeUnits_hasAKnotInItsHingeAndInTheSum() {
    Picture picture = SplineDrawing.ofThreeUnits();

    assertEquals(5 + 3 + 3, count(picture, "<circle ")); // the network, the hinges, the sum
    assertTrue(picture.svg().contains("path norm 1 + 2 + 1 = 4"), picture.svg());
  }

  @Test
  void ofColdAndWarm_hasFiveTrainingsEach() {
    assertEquals(10, count(StartsDrawing.ofColdAndWarm(), ">λ = "));
  }

  @Test
  void ofParts_namesTheSizes() {
    Picture picture = StartsDrawing.ofParts(5, 6, 7);

    assertEquals(3 + 1, count(picture, "<rect ")); // and the card
    assertTrue(picture.svg().contains("6 to validate"), picture.svg());
  }
}
