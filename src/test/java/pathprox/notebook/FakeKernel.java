package pathprox.notebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/** The kernel's own base class and renderer, without its sockets; it only notes what it is told. */
final class FakeKernel extends BaseKernel {
  final List<String> evaluated = new ArrayList<>();

  private final Consumer<String> evaluator;

  FakeKernel(Consumer<String> evaluator) {
    this(evaluator, new Renderer());
  }

  FakeKernel(Consumer<String> evaluator, Renderer renderer) {
    super(
        "fake",
        "1",
        new LanguageInfo.Builder("java").build(),
        List.of(),
        null,
        new JupyterIO(StandardCharsets.UTF_8),
        new CommManager(),
        renderer,
        null,
        new MagicsRegistry(),
        false,
        new StringStyler.Builder().build());
    this.evaluator = evaluator;
  }

  @Override
  public Object evalRaw(String source) {
    evaluated.add(source);
    evaluator.accept(source);
    return null;
  }

  @Override
  public DisplayData inspect(String source, int position, boolean extra) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReplacementOptions complete(String source, int position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String isComplete(String source) {
    throw new UnsupportedOperationException();
  }
}
