package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures themselves are drawn where Kaleido is: environment/browser.py. */
class ChartFileTest {
  private static final Chart CHART =
      new Chart(
          List.of(Map.of("y", List.of(1, 2), "name", "</script><b>")),
          Map.of("title", Map.of("text", "λ & more")));

  @TempDir Path folder;

  @BeforeEach
  void setPython() {
    System.setProperty("pathprox.python", folder.resolve("none").toString());
  }

  @AfterEach
  void clear() {
    System.clearProperty("pathprox.python");
    System.clearProperty("pathprox.plotly");
  }

  @Test
  void save_htmlWithTheScript_holdsAllOfIt() throws IOException {
    Path script = Files.writeString(folder.resolve("plotly.js"), "window.Plotly = 'here';");
    System.setProperty("pathprox.plotly", script.toString());
    Path file = folder.resolve("chart.html");

    String told = CHART.save(file);

    String page = Files.readString(file);
    assertTrue(page.contains("<script>window.Plotly = 'here';</script>"), page);
    assertTrue(page.contains("<title>λ &amp; more</title>"), page);
    assertTrue(page.contains("\\u003c/script>"), "a name must not end the script: " + page);
    assertFalse(page.contains("https://"), page);
    assertEquals(file + ", 1 KB", told);
  }

  @Test
  void save_htmlWithoutTheScript_saysThatItNeedsTheNetwork() throws IOException {
    Path file = folder.resolve("chart.HTML");

    String told = CHART.save(file.toString());

    assertTrue(Files.readString(file).contains(" src=\"" + Chart.SCRIPT + "\""));
    assertTrue(told.contains("needs the network") && told.contains("pip install plotly"), told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chart.gif", "chart", "html", ".svgz"})
  void save_otherEnding_isRefused(String name) {
    var refused = assertThrows(IllegalArgumentException.class, () -> CHART.save(name));

    assertEquals(
        "a chart is saved as .html, .svg or .png, found '" + name + "'", refused.getMessage());
  }

  @Test
  void save_pictureWithoutPython_namesTheCureAndLeavesTheOlderFile() throws IOException {
    Path file = Files.writeString(folder.resolve("chart.png"), "old");

    var refused = assertThrows(UncheckedIOException.class, () -> CHART.save(file));

    assertTrue(refused.getMessage().contains("save the chart as .html"), refused.getMessage());
    assertEquals("old", Files.readString(file));
  }

  @Test
  void save_pictureInAFolderThatIsMissing_isRefusedBeforeItIsDrawn() {
    Path missing = folder.resolve("missing");

    var refused =
        assertThrows(UncheckedIOException.class, () -> CHART.save(missing.resolve("chart.png")));

    String expected = "the folder " + missing + " does not exist";
    assertTrue(refused.getMessage().contains(expected), refused.getMessage());
  }
}
