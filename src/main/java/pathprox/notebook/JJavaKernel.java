package pathprox.notebook;

import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import pathprox.notebook.view.View;

/** The JJava kernel, by what its versions 1.0-a6 and 1.0-a8 have in common. */
record JJavaKernel(BaseKernel kernel) implements Kernel {
  @Override
  public String description() {
    String type = kernel.getClass().getName();
    return kernel.getName() + " " + kernel.getVersion() + " (" + type + ")";
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
  public void evaluate(String source) {
    kernel.evalRaw(source);
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
    // Not by setDisplayId, whose return type differs between the versions.
    data.putTransientData("display_id", name);
    return data;
  }
}
