package pathprox.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.function.Function;
import pathprox.notebook.view.View;

/** The IJava kernel, by the base library that its version 1.3 is made of. */
record IJavaKernel(BaseKernel kernel) implements Kernel {
  @Override
  public String description() {
    String banner = kernel.getBanner().lines().findFirst().orElse("").strip();
    return banner + " (" + kernel.getClass().getName() + ")";
  }

  @Override
  public <T> void register(Class<T> type, Function<? super T, View> toView) {
    MIMEType[] types = View.TYPES.stream().map(MIMEType::parse).toArray(MIMEType[]::new);
    kernel
        .getRenderer()
        .createRegistration(type)
        .preferring(types)
        .register((value, context) -> render(toView.apply(value), context));
  }

  private static void render(View view, RenderContext context) {
    if (view.rich() != null) {
      context.renderIfRequested(MIMEType.parse(view.mime()), view::rich);
    }
    // Always, as the kernel would call toString otherwise, and that may be what has failed.
    context.getOutputContainer().putText(view.text());
  }

  @Override
  public void evaluate(String source) throws Exception {
    kernel.eval(source);
  }

  @Override
  public void display(String name, View view) {
    kernel.getIO().display.display(data(name, view));
  }

  @Override
  public void update(String name, View view) {
    kernel.getIO().display.updateDisplay(data(name, view));
  }

  private static DisplayData data(String name, View view) {
    DisplayData data = new DisplayData(view.text());
    if (view.rich() != null) {
      data.putData(view.mime(), view.rich());
    }
    data.setDisplayId(name);
    return data;
  }
}
