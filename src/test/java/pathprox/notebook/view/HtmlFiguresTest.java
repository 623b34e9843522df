package pathprox.notebook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pathprox.plot.Chart;

class HtmlFiguresTest {
  private static final String SOURCE = "window.Plotly = 'not </script> the real one';";
  private static final Chart CHART =
      new Chart(
          List.of(Map.of("type", "scatter", "name", "</script><b>", "y", List.of(1, 2))),
          Map.of("title", Map.of("text", "a < b")));

  @TempDir private Path folder;
  private HtmlFigures figures;

  @BeforeEach
  void installScript() throws IOException {
    Path file = Files.writeString(folder.resolve("plotly.min.js"), SOURCE);
    figures = new HtmlFigures(Optional.of(file));
  }

  private static String html(HtmlFigures figures) {
    return (String) figures.view(CHART).rich();
  }

  @Test
  void html_firstFigure_bringsTheScriptThatLaterOnesUse() throws IOException {
    byte[] gzip = Base64.getDecoder().decode(packed(html(figures)));
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      assertEquals(SOURCE, new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals("", packed(html(figures)));
  }

  /** The last argument of the call that draws. */
  private static String packed(String html) {
    Matcher argument = Pattern.compile(", \"([^\"]*)\"\\);\n</script>$").matcher(html);
    assertTrue(argument.find(), html);
    return argument.group(1);
  }

  @Test
  void html_anyFigure_knowsWhereToLoadTheScript() {
    html(figures);

    assertTrue(html(figures).contains("\"" + Chart.SCRIPT + "\""));
  }

  @Test
  void html_textsThatLookLikeMarkup_endNothing() {
    String html = html(figures);

    assertEquals(html.length() - "</script>".length(), html.indexOf("</script>"));
    assertTrue(html.contains("\\u003c/script>\\u003cb>"));
    assertTrue(html.contains("a &lt; b"));
  }

  @Test
  void html_sameFigureTwice_hasTwoPlaces() {
    html(figures);

    assertNotEquals(html(figures), html(figures));
  }

  @Test
  void text_withoutScript_saysThatItNeedsTheNetwork() {
    HtmlFigures alone = new HtmlFigures(Optional.empty());

    assertTrue(alone.view(CHART).text().contains(Chart.SCRIPT));
    assertEquals("", packed(html(alone)));
    assertEquals(CHART.toString(), figures.view(CHART).text());
  }
}
