package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.notebook.Installation.LiveOutput;
import pathprox.notebook.view.Rendering;
import pathprox.notebook.view.View;
import pathprox.plot.Chart;
import pathprox.progress.Progress;
import pathprox.training.Trainer;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** What every kernel does with this library. */
abstract class KernelContract {
  private static final String PLOTLY = "application/vnd.plotly.v1+json";
  private static final int IMPORTS = Installation.IMPORTS.size();
  private static final int RENDERINGS = Rendering.all(false).size();
  private static final double[] BROKEN = {1, Double.NaN, Double.POSITIVE_INFINITY};

  /** A kernel that evaluates so. */
  abstract TestKernel kernel(Consumer<String> evaluator);

  /** A kernel whose renderer lacks a method that the library calls. */
  abstract TestKernel oldKernel();

  static boolean isOurs(Class<?> type) {
    return type.getName().matches("(pathprox|tech|org\\.nd4j)\\..*");
  }

  @AfterEach
  void hideProgress() {
    Progress.hide();
  }

  private TestKernel installed() {
    return installed(kernel(source -> {}));
  }

  private static TestKernel installed(TestKernel kernel) {
    Installation.into(kernel::adapter);
    return kernel;
  }

  @Test
  void install_freshKernel_registersAllAndImports() {
    TestKernel kernel = installed();
    Diagnostics state = Diagnostics.diagnostics();
    assertEquals(RENDERINGS, state.renderings().size());
    assertEquals(Installation.IMPORTS, state.imports());
    assertTrue(kernel.evaluated().contains("import tech.tablesaw.api.*;"));
    assertEquals(List.of(), state.failures());
    assertEquals(kernel.adapter(), Installation.kernel().orElseThrow());
    String name = "fake 1 (%s)".formatted(kernel.getClass().getName());
    assertTrue(state.toString().contains("kernel     " + name), state.toString());
  }

  @Test
  void install_twice_changesNothing() {
    TestKernel kernel = installed();
    Diagnostics first = Diagnostics.diagnostics();
    installed(kernel);
    assertEquals(first, Diagnostics.diagnostics());
    assertEquals(IMPORTS, kernel.evaluated().size());
  }

  @Test
  void install_importThatFails_keepsTheReasonAndGoesOn() {
    Consumer<String> evaluator =
        source -> {
          if (source.contains("tablesaw")) {
            throw new IllegalStateException("no table");
          }
        };
    installed(kernel(evaluator));
    Diagnostics state = Diagnostics.diagnostics();
    assertEquals(
        List.of("import tech.tablesaw.api.* failed: java.lang.IllegalStateException: no table"),
        state.failures());
    assertEquals(IMPORTS - 1, state.imports().size());
    assertEquals(RENDERINGS, state.renderings().size());
  }

  @Test
  void install_oldKernel_goesOnAndNamesTheCommandThatMendsIt() {
    TestKernel kernel = installed(oldKernel());
    List<String> failures = Diagnostics.diagnostics().failures();
    assertEquals(Math.min(RENDERINGS, Diagnostics.MOST_FAILURES), failures.size());
    assertTrue(failures.get(0).contains("NoSuchMethodError"), failures.get(0));
    assertTrue(failures.get(0).endsWith("python3 environment/start.py --prepare"));
    assertEquals(IMPORTS, kernel.evaluated().size());
  }

  record Shown(Object value, String richType) {}

  static Stream<Shown> shown() {
    return Stream.of(
        new Shown(
            new Chart(List.of(Map.of("y", Arrays.stream(BROKEN).boxed().toList())), Map.of()),
            PLOTLY),
        new Shown(new Figure(ScatterTrace.builder(BROKEN, BROKEN).build()), PLOTLY),
        new Shown(Nd4j.valueArrayOf(new long[] {30, 30}, Double.NaN), "image/svg+xml"),
        new Shown(Table.create("t", DoubleColumn.create("x", BROKEN)), "text/html"));
  }

  @ParameterizedTest
  @MethodSource("shown")
  void render_valueWithNotANumber_isSentInOneRichFormAndText(Shown shown) {
    JsonNode data = installed().shown(shown.value()).get("data");
    assertEquals(2, data.size(), data.toString());
    assertFalse(data.get(shown.richType()).isEmpty() && data.get(shown.richType()).isObject());
    assertTrue(data.get("text/plain").isTextual());
    if (shown.richType().equals(PLOTLY)) {
      assertEquals("[1,null,null]", numbers(data.at("/application~1vnd.plotly.v1+json/data/0/y")));
    }
  }

  private static String numbers(JsonNode array) {
    return array.toString().replace("1.0", "1");
  }

  @ParameterizedTest
  @MethodSource("shown")
  void render_textAlone_leavesTheRichFormOut(Shown shown) {
    JsonNode data = installed().shown(shown.value(), "text/plain").get("data");
    assertEquals(List.of("text/plain"), List.copyOf(names(data)));
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  record Failing(Throwable cause) {}

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("no picture"),
        new NoClassDefFoundError("no/Class"),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void render_renderingThatThrows_showsWhy(Throwable cause) throws Exception {
    Function<Failing, View> failing =
        value -> {
          throw KernelContract.<RuntimeException>unchecked(value.cause());
        };
    TestKernel kernel = installed();
    Installation.register(new Rendering<>(Failing.class, failing), kernel.adapter());
    JsonNode data = kernel.shown(new Failing(cause)).get("data");
    assertEquals("This Failing cannot be shown: " + cause, data.get("text/plain").asText());
    assertEquals(1, data.size());
    assertTrue(Diagnostics.diagnostics().failures().get(0).contains(cause.toString()));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable cause) throws T {
    throw (T) cause;
  }

  @Test
  void display_updated_replacesTheSameOutput() {
    TestKernel kernel = kernel(source -> {});
    kernel.beginCell(null);
    LiveOutput output = new LiveOutput(kernel.adapter());
    output.show(new View("text/html", "<b>1</b>", "1"));
    output.show(View.text("2"));
    JsonNode first = kernel.sent().get(0);
    JsonNode second = kernel.sent().get(1);
    assertEquals("{\"text/html\":\"<b>1</b>\",\"text/plain\":\"1\"}", first.get("data").toString());
    assertEquals("{\"text/plain\":\"2\"}", second.get("data").toString());
    assertFalse(first.at("/transient/display_id").asText().isEmpty(), first.toString());
    assertEquals(first.get("transient"), second.get("transient"));
  }

  @Test
  void train_inACell_isSeenInOneOutput() {
    TestKernel kernel = installed();
    kernel.beginCell(null);
    Trainer.with(Problem.options().withIterations(3))
        .train(Problem.factorized(DataType.FLOAT), Problem.data(), PathProx.of(0.1));
    List<JsonNode> sent = kernel.sent();
    String last = sent.get(sent.size() - 1).at("/data/text~1plain").asText();
    assertTrue(last.startsWith("PathProx λ=0.1: completed after 3 iterations"), last);
    assertEquals(1, sent.stream().map(message -> message.get("transient")).distinct().count());
  }

  @Test
  void train_twoInACell_haveOutputsOfTheirOwn() {
    TestKernel kernel = installed();
    kernel.beginCell(null);
    Trainer trainer = Trainer.with(Problem.options().withIterations(3));
    trainer.train(Problem.factorized(DataType.FLOAT), Problem.data(), PathProx.of(0.1));
    trainer.train(Problem.factorized(DataType.FLOAT), Problem.data(), PathProx.of(0.2));
    Map<JsonNode, List<String>> texts =
        kernel.sent().stream()
            .collect(
                Collectors.groupingBy(
                    message -> message.get("transient"),
                    Collectors.mapping(
                        message -> message.at("/data/text~1plain").asText(), Collectors.toList())));
    assertEquals(2, texts.size());
    texts.values().forEach(each -> assertEquals(1, ended(each), each::toString));
  }

  private static long ended(List<String> texts) {
    return texts.stream().filter(text -> text.contains(": completed after")).count();
  }

  @Test
  void display_twice_givesTwoOutputs() {
    TestKernel kernel = kernel(source -> {});
    kernel.beginCell(null);
    new LiveOutput(kernel.adapter()).show(View.text("1"));
    new LiveOutput(kernel.adapter()).show(View.text("2"));
    long ids = kernel.sent().stream().map(message -> message.get("transient")).distinct().count();
    assertEquals(2, ids);
  }

  @Test
  void display_noCellRuns_doesNothing() {
    TestKernel kernel = installed();
    LiveOutput output = new LiveOutput(kernel.adapter());
    output.show(View.text("1"));
    output.show(View.text("2"));
    assertEquals(List.of(), kernel.sent());
    assertEquals(List.of(), Diagnostics.diagnostics().failures());
  }

  @Test
  void display_openedBetweenCells_isShownInTheNext() {
    TestKernel kernel = kernel(source -> {});
    LiveOutput output = new LiveOutput(kernel.adapter());
    output.show(View.text("1"));
    kernel.beginCell(null);
    output.show(View.text("2"));
    output.show(View.text("3"));
    assertEquals(2, kernel.sent().size());
    assertEquals(kernel.sent().get(0).get("transient"), kernel.sent().get(1).get("transient"));
  }

  @Test
  void display_closedSocket_keepsTheReason() {
    TestKernel kernel = installed();
    kernel.beginCell(new IllegalStateException("socket closed"));
    LiveOutput output = new LiveOutput(kernel.adapter());
    output.show(View.text("1"));
    output.show(View.text("2"));
    List<String> failures = Diagnostics.diagnostics().failures();
    assertEquals(2, failures.size());
    assertTrue(failures.get(1).endsWith("socket closed"), failures.get(1));
  }

  @Test
  void display_interruptedThread_sendsAndStaysInterrupted() {
    TestKernel kernel = kernel(source -> {});
    kernel.beginCell(null);
    Thread.currentThread().interrupt();
    new LiveOutput(kernel.adapter()).show(View.text("1"));
    assertTrue(Thread.interrupted());
    assertEquals(1, kernel.sent().size());
  }
}
