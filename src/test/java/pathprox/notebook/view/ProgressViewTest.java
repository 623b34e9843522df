package pathprox.notebook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pathprox.progress.ProgressReport;
import pathprox.training.Outcome;

class ProgressViewTest {
  private static final List<ProgressReport.Point> POINTS =
      List.of(point(2, 12, 12), point(1, 12, 12));

  private static ProgressReport.Point point(double objective, Integer... activeUnits) {
    return new ProgressReport.Point(objective / 2, objective, List.of(activeUnits));
  }

  private static ProgressReport report(
      String task, int trainings, List<ProgressReport.Point> points, String state) {
    return report(task, trainings, "PathProx λ=0.1", points, state, Optional.empty());
  }

  private static ProgressReport report(
      String task,
      int trainings,
      String run,
      List<ProgressReport.Point> points,
      String state,
      Optional<String> diagnosis) {
    return new ProgressReport(
        task, "iteration", 1, trainings, run, 0, 1_000, 4_000, points, 125, state, diagnosis);
  }

  @Test
  void running_showsBarNumbersTimeLeftAndCurves() {
    View view = ProgressView.of(report("PathProx", 1, POINTS, "running"));
    String html = (String) view.rich();

    assertTrue(html.startsWith("<div class=\"pathprox-live\" data-state=\"running\""), html);
    assertTrue(html.contains("data-iteration=\"1000\""), html);
    assertTrue(html.contains("width:25.0%"), html);
    assertTrue(html.contains("iteration 1,000 of 4,000 · 125 a second · 24 s left"), html);
    assertTrue(html.contains("active units 12, 12"), html);
    assertEquals(2, html.split("<svg|<img", -1).length - 1, "two curves");
    assertTrue(view.text().contains("iteration 1,000 of 4,000"), view.text());
  }

  @ParameterizedTest
  @CsvSource({
    "running, 'download of a file\n1,000 of 4,000 KB · 125 a second · 24 s left\n"
        + "(a console shows this once, a notebook as it changes)'",
    "completed, 'download of a file: completed after 1,000 KB\n'",
    "interrupted, 'download of a file: interrupted after 1,000 KB\n"
        + "interrupted; the bytes so far are kept, and the next call goes on from them'"
  })
  void download_anyState_countsKilobytes(String state, String expected) {
    ProgressReport download =
        new ProgressReport(
            "download of a file",
            "KB",
            1,
            1,
            "",
            0,
            1_000,
            4_000,
            List.of(),
            125,
            state,
            Optional.empty());
    assertEquals(expected, ProgressView.of(download).text());
  }

  @Test
  void running_nothingRecordedYet_isShownToo() {
    View view = ProgressView.of(report("PathProx", 1, List.of(), "running"));
    assertFalse(view.text().contains("objective"), view.text());
    View one = ProgressView.of(report("PathProx", 1, POINTS.subList(0, 1), "running"));
    assertFalse(one.rich().toString().contains("<img"));
  }

  @Test
  void running_whereDecimalsHaveAComma_isCssStill() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      View view = ProgressView.of(report("PathProx", 1, POINTS, "running"));
      assertTrue(view.rich().toString().contains("width:25.0%"), view.rich().toString());
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void ended_inAnyWay_isShortAndWithoutTimes(Outcome outcome) {
    String state = outcome.name().toLowerCase(Locale.ROOT);
    View view = ProgressView.of(report("PathProx", 1, POINTS, state));
    String html = (String) view.rich();

    assertTrue(html.contains("data-state=\"" + state + "\""), html);
    assertTrue(view.text().startsWith("PathProx: " + state), view.text());
    assertFalse(view.text().contains("second") || view.text().contains(" left"), view.text());
    assertFalse(html.contains("<svg") || html.contains("<img"), html);
    assertTrue(html.length() < 600, html);
  }

  @Test
  void ended_withADiagnosis_showsIt() {
    Optional<String> diagnosis = Optional.of("λ < 1 & more");
    View view = ProgressView.of(report("PathProx", 1, "PathProx", POINTS, "stalled", diagnosis));

    assertTrue(view.text().startsWith("PathProx: stalled after 1,000 iterations\n"), view.text());
    assertTrue(view.text().endsWith("\nλ < 1 & more"), view.text());
    assertTrue(view.rich().toString().contains("<div>λ &lt; 1 &amp; more</div>"));
  }

  @Test
  void ended_interrupted_saysWhereTheResultIs() {
    String text = ProgressView.of(report("PathProx", 1, POINTS, "interrupted")).text();
    assertTrue(text.startsWith("PathProx: interrupted at iteration 1,000\n"), text);
    assertTrue(text.endsWith("the variable that the cell assigns holds the result so far"), text);
  }

  @Test
  void task_ofSeveralTrainings_namesTheOneThatRuns() {
    String text = ProgressView.of(report("a path", 7, POINTS, "running")).text();
    assertTrue(text.startsWith("a path\ntraining 1 of 7: PathProx λ=0.1\n"), text);
  }

  @Test
  void names_withMarkup_areEscaped() {
    ProgressReport report = report("<b>\"'", 2, "<i>&", POINTS, "running", Optional.empty());
    String html = (String) ProgressView.of(report).rich();
    assertTrue(html.contains("&lt;b&gt;&quot;&#39;") && html.contains("&lt;i&gt;&amp;"), html);
  }
}
