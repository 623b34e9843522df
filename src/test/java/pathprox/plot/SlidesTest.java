package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlidesTest {
  private static Chart line(int height) {
    return new Chart(List.of(Map.of("y", List.of(0, height))), Map.of()).withTitle("to " + height);
  }

  private static Map<String, Chart> steps() {
    Map<String, Chart> steps = new LinkedHashMap<>();
    steps.put("1", line(1));
    steps.put("2", line(2));
    return steps;
  }

  @Test
  void of_charts_showsTheFirstAndHasAFrameForEach() {
    Chart slides = Slides.of("α", steps());
    assertEquals(line(1).data(), slides.data());
    assertEquals(List.of("1", "2"), slides.frames().stream().map(it -> it.get("name")).toList());
    assertEquals(line(2).data(), slides.frames().get(1).get("data"));
    assertTrue(slides.json().contains("\"prefix\":\"α = \""), slides.json());
    assertTrue(slides.toString().endsWith("slider: 1, 2"), slides.toString());
  }

  @Test
  void openedAt_label_showsItFirst() {
    Chart slides = Slides.openedAt("2", "α", steps());
    assertEquals(line(2).data(), slides.data());
    assertEquals("to 2", at(slides.layout(), "title", "text"));
    assertTrue(slides.json().contains("\"active\":1"), slides.json());
    assertEquals(Slides.of("α", steps()).frames(), slides.frames());
  }

  @Test
  void withTitle_ofSlides_keepsTheFrames() {
    assertEquals(2, Slides.of("α", steps()).withTitle("other").frames().size());
  }

  @Test
  void of_chartsThatDoNotMatch_isRefused() {
    Map<String, Chart> steps = steps();
    steps.put("3", new Chart(List.of(), Map.of()));
    Exception e = assertThrows(IllegalArgumentException.class, () -> Slides.of("α", steps));
    assertEquals("slides must have as many traces as the first, 1, found 0 at '3'", e.getMessage());
    Map<String, Chart> one = Map.of("1", line(1));
    assertThrows(IllegalArgumentException.class, () -> Slides.of("α", one));
    Exception other =
        assertThrows(IllegalArgumentException.class, () -> Slides.openedAt("4", "α", steps()));
    assertEquals("there is no slide '4' in [1, 2]", other.getMessage());
  }
}
