package pathprox.tutorial.step;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pathprox.plot.Picture;

class ExplanatoryDrawingsTest {
  @Test
  void step_hasFourFramesWithTheNumbersOfTheHandCalculation() {
    holds(StepDrawing.ofFourFrames(), "1 Gradient", "2 Balance", "3 Normalize", ">1.05<", "0.15");
  }

  @Test
  void prox_hasAShareAnAmountAndAVector() {
    holds(ProxDrawing.ofShareAndAmount(), "A square takes a share", "amount", "γλ", "30 %");
  }

  private static void holds(Picture picture, String... words) {
    for (String word : words) {
      assertTrue(picture.svg().contains(word), word);
    }
    assertFalse(picture.svg().contains("NaN"));
    assertTrue(picture.text().length() > 100, picture.text());
  }
}
