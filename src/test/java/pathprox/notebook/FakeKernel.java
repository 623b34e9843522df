package pathprox.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.ContentType;

/** JJava's own base class, renderer and display stream; it only notes what it is told. */
final class FakeKernel extends BaseKernel implements TestKernel {
  final List<String> evaluated = new ArrayList<>();

  private final List<JsonNode> sent = new ArrayList<>();
  private final Consumer<String> evaluator;

  /** Lets a test begin a cell. */
  private static final class Output extends JupyterIO {
    Output() {
      super(StandardCharsets.UTF_8);
    }

    void attach(ShellReplyEnvironment cell) {
      setEnv(cell);
    }
  }

  private final class Cell extends ShellReplyEnvironment {
    private final RuntimeException failure;

    Cell(RuntimeException failure) {
      super(null, null, null, null);
      this.failure = failure;
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
      if (failure != null) {
        throw failure;
      }
      // As the real sockets do.
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted");
      }
      sent.add(TestKernel.encoded(JupyterSocket.class, content));
    }
  }

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
        new Output(),
        new CommManager(),
        renderer,
        null,
        new MagicsRegistry(),
        false,
        new StringStyler.Builder().build());
    this.evaluator = evaluator;
  }

  @Override
  public Kernel adapter() {
    return new PathProxExtension.JJavaKernel(this);
  }

  @Override
  public List<String> evaluated() {
    return evaluated;
  }

  @Override
  public JsonNode shown(Object value, String... types) {
    DisplayData data =
        types.length == 0 ? getRenderer().render(value) : getRenderer().renderAs(value, types);
    return TestKernel.encoded(JupyterSocket.class, data);
  }

  @Override
  public void beginCell(RuntimeException failure) {
    ((Output) getIO()).attach(new Cell(failure));
  }

  @Override
  public void endCell() {
    ((Output) getIO()).attach(null);
  }

  @Override
  public List<JsonNode> sent() {
    return sent;
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
