package pathprox.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.UUID;
import java.util.function.Function;
import pathprox.notebook.view.View;

/** Prepares an IJava kernel, which does not look for extensions by itself. */
public final class PathProxIJava {
  private PathProxIJava() {}

  /**
   * Prepares the kernel as {@link PathProxExtension} does, from its start-up script or from the
   * first cell of a notebook; in a JJava kernel it changes nothing.
   */
  public static void install() {
    Installation.into(PathProxIJava::runningKernel);
  }

  // By reflection, as IJava itself is in no Maven repository.
  private static Kernel runningKernel() throws ReflectiveOperationException {
    try {
      Class<?> main = Class.forName("io.github.spencerpark.ijava.IJava");
      Object kernel = main.getMethod("getKernelInstance").invoke(null);
      if (kernel != null) {
        return new IJavaKernel((BaseKernel) kernel);
      }
    } catch (ClassNotFoundException e) {
      // Another kernel, or none.
    }
    return Installation.kernel()
        .orElseThrow(() -> new IllegalStateException("IJava is not running"));
  }

  /** By the base library that version 1.3 is made of. */
  record IJavaKernel(BaseKernel kernel) implements Kernel {
    @Override
    public String description() {
      String banner = kernel.getBanner().lines().findFirst().orElse("").strip();
      return banner + " (" + kernel.getClass().getName() + ")";
    }

    @Override
    public <T> void register(Class<T> type, Function<? super T, View> toView) {
      MIMEType[] types = View.TYPES.stream().map(MIMEType::parse).toArray(MIMEType[]::new);
      var registration = kernel.getRenderer().createRegistration(type).preferring(types);
      registration.register(
          (value, context) -> {
            View view = toView.apply(value);
            context.renderIfRequested(MIMEType.parse(view.mime()), view::rich);
            context.getOutputContainer().putText(view.text());
          });
    }

    @Override
    public void evaluate(String source) throws Exception {
      kernel.eval(source);
    }

    @Override
    public Output open() {
      return new CellOutput(kernel.getIO().display);
    }
  }

  /** Nothing is sent while no cell runs. */
  private static final class CellOutput implements Kernel.Output {
    private final String name = UUID.randomUUID().toString();
    private final DisplayStream display;
    private boolean isThere;

    CellOutput(DisplayStream display) {
      this.display = display;
    }

    @Override
    public void show(View view) {
      DisplayData data = new DisplayData();
      data.putData(view.mime(), view.rich());
      data.putText(view.text());
      data.setDisplayId(name);
      if (isThere) {
        display.updateDisplay(data);
      } else {
        isThere = display.isAttached();
        display.display(data);
      }
    }
  }
}
