package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
  @Test
  void toString_isItsText_asAConsoleShowsNoDrawing() {
    assertEquals("two layers", new Picture("<svg width='1'/>", "two layers").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "<p>no drawing of any kind</p>, a layer, must be an <svg …> element",
    "'', a layer, must be an <svg …> element",
    "<svg width='1'/>, ' ', must say in words what it shows"
  })
  void constructor_withoutDrawingOrWords_refuses(String svg, String text, String problem) {
    var refused = assertThrows(IllegalArgumentException.class, () -> new Picture(svg, text));
    assertTrue(refused.getMessage().contains(problem), refused.getMessage());
  }
}
