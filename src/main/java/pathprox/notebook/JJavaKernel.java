package pathprox.notebook;

import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * The JJava kernel, by what its versions 1.0-a6 and 1.0-a8 have in common.
 *
 * @param kernel the kernel itself
 */
record JJavaKernel(BaseKernel kernel) implements Kernel {
  @Override
  public String description() {
    return "%s %s (%s)"
        .formatted(kernel.getName(), kernel.getVersion(), kernel.getClass().getName());
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
  public void evaluate(String source) {
    kernel.evalRaw(source);
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
    // Not by setDisplayId, whose return type differs between the versions.
    data.putTransientData("display_id", id);
    return data;
  }
}
