package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.training.History;
import pathprox.training.Outcome;
import pathprox.training.ProgressReport;
import pathprox.training.Trainer;
import pathprox.training.TrainingPlan;

class ProgressViewTest {
  private static final History HISTORY =
      Trainer.with(Problem.options().withIterations(10))
          .train(Problem.factorized(DataType.FLOAT), Problem.data(), PathProx.of(0.1))
          .history();

  private static ProgressReport report(
      String task, int trainings, History history, Optional<Outcome> outcome) {
    return new ProgressReport(
        task,
        1,
        trainings,
        new TrainingPlan("PathProx", 0.1, 0, 4_000),
        1_000,
        0.5,
        history,
        125,
        outcome.isPresent(),
        outcome,
        Optional.empty());
  }

  @Test
  void running_showsBarNumbersTimeLeftAndCurves() {
    Rendering.View view = ProgressView.of(report("PathProx", 1, HISTORY, Optional.empty()));
    String html = (String) view.rich();

    assertTrue(html.startsWith("<div class=\"pathprox-live\" data-state=\"running\""), html);
    assertTrue(html.contains("data-iteration=\"1000\""), html);
    assertTrue(html.contains("width:25.0%"), html);
    assertTrue(html.contains("iteration 1,000 of 4,000 · 125 a second · 24 s left"), html);
    assertTrue(html.contains("active units 12, 12"), html);
    assertEquals(2, html.split("<svg|<img", -1).length - 1, "two curves");
    assertTrue(view.text().contains("iteration 1,000 of 4,000"), view.text());
  }

  @Test
  void running_nothingRecordedYet_isShownToo() {
    History empty = new History("PathProx", 0.1, List.of());
    Rendering.View view = ProgressView.of(report("PathProx", 1, empty, Optional.empty()));
    assertFalse(view.text().contains("objective"), view.text());
    History one = new History("PathProx", 0.1, HISTORY.measurements().subList(0, 1));
    assertFalse(
        ProgressView.of(report("PathProx", 1, one, Optional.empty()))
            .rich()
            .toString()
            .contains("<img"));
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void ended_inAnyWay_isShortAndWithoutTimes(Outcome outcome) {
    Rendering.View view = ProgressView.of(report("PathProx", 1, HISTORY, Optional.of(outcome)));
    String html = (String) view.rich();
    String state = outcome.name().toLowerCase(Locale.ROOT);

    assertTrue(html.contains("data-state=\"" + state + "\""), html);
    assertTrue(view.text().startsWith("PathProx: " + state), view.text());
    assertFalse(view.text().contains("second") || view.text().contains(" left"), view.text());
    assertFalse(html.contains("<svg") || html.contains("<img"), html);
    assertTrue(html.length() < 600, html);
  }

  @Test
  void ended_withADiagnosis_showsIt() {
    ProgressReport end = report("PathProx", 1, HISTORY, Optional.of(Outcome.STALLED));
    ProgressReport explained =
        new ProgressReport(
            end.task(),
            end.training(),
            end.trainings(),
            end.plan(),
            end.iteration(),
            end.batchLoss(),
            end.history(),
            end.stepsPerSecond(),
            end.ended(),
            end.outcome(),
            Optional.of("λ < 1 & more"));
    Rendering.View view = ProgressView.of(explained);

    assertTrue(view.text().startsWith("PathProx: stalled after 1,000 iterations\n"), view.text());
    assertTrue(view.text().endsWith("\nλ < 1 & more"), view.text());
    assertTrue(view.rich().toString().contains("<div>λ &lt; 1 &amp; more</div>"));
  }

  @Test
  void ended_interrupted_saysWhereTheResultIs() {
    String text =
        ProgressView.of(report("PathProx", 1, HISTORY, Optional.of(Outcome.INTERRUPTED))).text();
    assertTrue(text.startsWith("PathProx: interrupted at iteration 1,000\n"), text);
    assertTrue(text.endsWith("the variable that the cell assigns holds the result so far"), text);
  }

  @Test
  void task_ofSeveralTrainings_namesTheOneThatRuns() {
    String text = ProgressView.of(report("a path", 7, HISTORY, Optional.empty())).text();
    assertTrue(text.startsWith("a path\ntraining 1 of 7: PathProx λ=0.1\n"), text);
  }

  @Test
  void names_withMarkup_areEscaped() {
    History history = new History("<i>&", 0.1, HISTORY.measurements());
    String html = (String) ProgressView.of(report("<b>\"'", 2, history, Optional.empty())).rich();
    assertTrue(html.contains("&lt;b&gt;&quot;&#39;") && html.contains("&lt;i&gt;&amp;"), html);
  }

  @Test
  void liveProgress_twoTasks_haveOutputsOfTheirOwn() {
    List<List<String>> outputs = new ArrayList<>();
    LiveProgress display = new LiveProgress(new NotingKernel(outputs));
    Consumer<ProgressReport> first = display.open();
    Consumer<ProgressReport> second = display.open();
    first.accept(report("first", 1, HISTORY, Optional.empty()));
    second.accept(report("second", 1, HISTORY, Optional.empty()));
    first.accept(report("first", 1, HISTORY, Optional.of(Outcome.COMPLETED)));

    assertEquals(List.of(2, 1), outputs.stream().map(List::size).toList());
    assertTrue(outputs.get(0).get(1).startsWith("first: completed"), outputs.toString());
  }

  /** Keeps the texts of each output. */
  private record NotingKernel(List<List<String>> outputs) implements Kernel {
    @Override
    public String description() {
      return "noting";
    }

    @Override
    public <T> void register(Rendering<T> rendering) {}

    @Override
    public void evaluate(String source) {}

    @Override
    public LiveOutput display(Rendering.View view) {
      List<String> output = new ArrayList<>(List.of(view.text()));
      outputs.add(output);
      return next -> output.add(next.text());
    }
  }
}
