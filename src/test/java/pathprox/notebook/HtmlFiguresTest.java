package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
    figures = new HtmlFigures(new PlotlyScript(Optional.of(file)));
  }

  @Test
  void html_firstFigure_bringsTheScriptThatLaterOnesUse() throws IOException {
    Matcher packed = Pattern.compile("atob\\(\"([^\"]+)\"\\)").matcher(figures.html(CHART));

    assertTrue(packed.find());
    byte[] gzip = Base64.getDecoder().decode(packed.group(1));
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      assertEquals(SOURCE, new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertFalse(figures.html(CHART).contains("atob"));
  }

  @Test
  void html_anyFigure_knowsWhereToLoadTheScript() {
    figures.html(CHART);

    assertTrue(figures.html(CHART).contains("load(\"" + PlotlyScript.ADDRESS + "\")"));
  }

  @Test
  void html_textsThatLookLikeMarkup_endNothing() {
    String html = figures.html(CHART);

    assertEquals(html.length() - "</script>".length(), html.indexOf("</script>"));
    assertTrue(html.contains("\\u003c/script>\\u003cb>"));
    assertTrue(html.contains("a &lt; b"));
  }

  @Test
  void html_sameFigureTwice_hasTwoPlaces() {
    figures.html(CHART);

    assertNotEquals(figures.html(CHART), figures.html(CHART));
  }

  @Test
  void text_withoutScript_saysThatItNeedsTheNetwork() {
    HtmlFigures alone = new HtmlFigures(new PlotlyScript(Optional.empty()));

    assertTrue(alone.text(CHART).contains(PlotlyScript.ADDRESS));
    assertFalse(alone.html(CHART).contains("atob"));
    assertEquals(CHART.toString(), figures.text(CHART));
  }

  @Test
  void asHtml_switch_propertyBeforeEnvironment() {
    Map<String, String> html = Map.of("PATHPROX_RENDERER", "html");

    assertFalse(ChartRendering.asHtml(null, Map.of()));
    assertTrue(ChartRendering.asHtml(null, html));
    assertTrue(ChartRendering.asHtml("html", Map.of()));
    assertFalse(ChartRendering.asHtml("plotly", html));
  }

  @Test
  void asHtml_unknownWord_isReportedAndPassedOver() {
    assertFalse(ChartRendering.asHtml("HTML4", Map.of()));

    List<String> failures = Diagnostics.diagnostics().failures();
    assertTrue(failures.get(failures.size() - 1).contains("was HTML4"));
  }
}
