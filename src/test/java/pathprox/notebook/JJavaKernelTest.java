package pathprox.notebook;

import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

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
}
