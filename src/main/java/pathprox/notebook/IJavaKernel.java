package pathprox.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
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
    kernel
        .getRenderer()
        .createRegistration(type)
        .preferring(View.TYPES.stream().map(MIMEType::parse).toArray(MIMEType[]::new))
        .register(
            (value, context) ->
                toView
                    .apply(value)
                    .put(
                        (mime, rich) -> context.renderIfRequested(MIMEType.parse(mime), () -> rich),
                        context.getOutputContainer()::putText));
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
    DisplayData data = new DisplayData();
    view.put(data::putData, data::putText);
    data.setDisplayId(name);
    return data;
  }
}
