package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.junit.jupiter.api.Test;
import pathprox.notebook.Installation.LiveOutput;
import pathprox.notebook.view.View;

class JJavaKernelTest extends KernelContract {
  @Override
  TestKernel kernel(Consumer<String> evaluator) {
    return new FakeKernel(evaluator);
  }

  @Override
  TestKernel oldKernel() {
    Renderer renderer =
        new Renderer() {
          @Override
          public <T> RenderRegistration<T> createRegistration(Class<T> type) {
            // The kernel registers its own types while it is made.
            if (isOurs(type)) {
              throw new NoSuchMethodError("createRegistration");
            }
            return super.createRegistration(type);
          }
        };
    return new FakeKernel(source -> {}, renderer);
  }

  /** A training on a thread of its own goes on when the cell that began it has ended. */
  @Test
  void display_cellHasEnded_goesOnInItsOutput() {
    TestKernel kernel = kernel(source -> {});
    kernel.beginCell(null);
    LiveOutput output = new LiveOutput(kernel.adapter());
    output.show(View.text("1"));
    kernel.endCell();
    output.show(View.text("2"));
    List<JsonNode> sent = kernel.sent();
    assertEquals("2", sent.get(1).at("/data/text~1plain").asText());
    assertEquals(sent.get(0).get("transient"), sent.get(1).get("transient"));
  }
}
