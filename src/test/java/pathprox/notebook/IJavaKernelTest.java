package pathprox.notebook;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.function.Consumer;

class IJavaKernelTest extends KernelContract {
  @Override
  TestKernel kernel(Consumer<String> evaluator) {
    return new FakeIJavaKernel(evaluator, new Renderer());
  }

  @Override
  TestKernel oldKernel() {
    Renderer renderer =
        new Renderer() {
          @Override
          public <T> RenderRegistration<T> createRegistration(Class<T> type) {
            throw new NoSuchMethodError("createRegistration");
          }
        };
    return new FakeIJavaKernel(source -> {}, renderer);
  }
}
