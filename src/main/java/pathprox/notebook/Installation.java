package pathprox.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import pathprox.notebook.view.ProgressView;
import pathprox.notebook.view.Rendering;
import pathprox.notebook.view.View;
import pathprox.progress.Progress;

/**
 * Prepares a kernel: renderings, default imports, progress. An exception may end a kernel that is
 * starting, and its output reaches nobody: {@link Diagnostics} tells why a part was left out.
 */
final class Installation {
  static final List<String> IMPORTS = imports();

  private static List<String> imports() {
    List<String> library =
        List.of(
            """
          pathprox.certificate.*, pathprox.csv.*, pathprox.data.*, pathprox.evaluation.*,
          pathprox.experiment.*,
          pathprox.features.*, pathprox.io.*, pathprox.loss.*, pathprox.method.*,
          pathprox.metrics.*, pathprox.model.*, pathprox.network.*, pathprox.notebook.*,
          pathprox.onnx.*,
          static pathprox.notebook.Diagnostics.diagnostics,
          static pathprox.notebook.help.Help.doc, static pathprox.notebook.help.Help.help,
          pathprox.penalty.*, pathprox.plot.*, pathprox.progress.*, pathprox.parallel.Threads,
          pathprox.table.*, pathprox.training.*, java.nio.file.*,
          org.nd4j.linalg.api.ndarray.INDArray, org.nd4j.linalg.factory.Nd4j, tech.tablesaw.api.*"""
                .split(",\\s"));
    List<String> all = new ArrayList<>(library);
    try {
      Class.forName("pathprox.tutorial.Claim");
      for (String part :
          List.of("", "balance.", "step.", "spline.", "contest.", "network.", "practice.")) {
        all.add("pathprox.tutorial." + part + "*");
      }
    } catch (ClassNotFoundException e) {
      // A kernel without the jar of the tutorial, as most are.
    }
    return List.copyOf(all);
  }

  private static final AtomicReference<Kernel> CURRENT = new AtomicReference<>();

  /** An output of a cell whose content changes; what cannot be sent must not end a training. */
  static final class LiveOutput {
    private final Kernel.Output output;

    LiveOutput(Kernel kernel) {
      output = kernel.open();
    }

    void show(View view) {
      // An interrupted thread cannot send, and the attempt may close the socket for all others.
      boolean interrupted = Thread.interrupted();
      Diagnostics.attempt("a live output cannot be sent", () -> output.show(view));
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Installation() {}

  /** The kernel that was prepared last; empty outside of a notebook. */
  static Optional<Kernel> kernel() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Prepares a kernel, once; its adapter cannot be made where no such kernel is running. */
  static void into(Callable<? extends Kernel> adapter) {
    Diagnostics.attempt("the kernel cannot be prepared", () -> prepare(adapter.call()));
  }

  private static void prepare(Kernel kernel) {
    if (kernel.equals(CURRENT.getAndSet(kernel))) {
      return;
    }
    Diagnostics.restart(kernel);
    boolean figuresAsHtml = figuresAsHtml(System.getProperty("pathprox.renderer"), System.getenv());
    for (var rendering : Rendering.all(figuresAsHtml)) {
      Diagnostics.attempt(
          "a renderer cannot be registered", () -> registerIfThere(rendering, kernel));
    }
    for (String name : IMPORTS) {
      Diagnostics.attempt("import " + name + " failed", () -> evaluateImport(name, kernel));
    }
    Progress.show(
        () -> {
          LiveOutput output = new LiveOutput(kernel);
          return report -> output.show(ProgressView.of(report));
        });
  }

  /** A word that is none of the two must not take all figures away: it is noted and passed over. */
  static boolean figuresAsHtml(String property, Map<String, String> environment) {
    String word = property == null ? environment.getOrDefault("PATHPROX_RENDERER", "") : property;
    if (!List.of("", "plotly", "html").contains(word)) {
      String problem = "PATHPROX_RENDERER or pathprox.renderer must be html or plotly, was " + word;
      Diagnostics.addFailure("figures are made for Plotly", new IllegalArgumentException(problem));
    }
    return word.equals("html");
  }

  /** The figures of jsplot, which is optional, have none without it. */
  static void registerIfThere(Supplier<Rendering<?>> rendering, Kernel kernel) throws Exception {
    Rendering<?> made;
    try {
      made = rendering.get();
    } catch (NoClassDefFoundError e) {
      return;
    }
    register(made, kernel);
  }

  static <T> void register(Rendering<T> rendering, Kernel kernel) throws Exception {
    kernel.register(rendering.type(), value -> view(rendering, value));
    Diagnostics.RENDERINGS.add(rendering.type().getName());
  }

  // Throwable, as a missing class or a stack overflow must not take the result of the cell away.
  private static <T> View view(Rendering<T> rendering, T value) {
    try {
      return rendering.toView().apply(value);
    } catch (Throwable e) {
      String type = rendering.type().getSimpleName();
      Diagnostics.addFailure("a " + type + " cannot be shown", e);
      return View.text("This " + type + " cannot be shown: " + e);
    }
  }

  private static void evaluateImport(String name, Kernel kernel) throws Exception {
    kernel.evaluate("import " + name + ";");
    Diagnostics.IMPORTS.add(name);
  }
}
