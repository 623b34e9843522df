package pathprox.notebook;

import java.util.UUID;
import java.util.function.Function;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;
import pathprox.io.JarVersion;
import pathprox.notebook.view.View;

/** Prepares a JJava kernel before its first cell; the kernel finds it by itself. */
public final class PathProxExtension implements Extension {
  /** Makes the extension; the kernel does this. */
  public PathProxExtension() {}

  /** Prepares {@code kernel}, once; never throws, as {@link Diagnostics} keep what failed. */
  @Override
  public void install(BaseKernel kernel) {
    Installation.into(() -> new JJavaKernel(kernel));
    Diagnostics.attempt("no help where one types", () -> TypingHelp.install(kernel));
    Diagnostics.attempt("each printed line is a message", () -> PrintedText.install(kernel));
    Diagnostics.attempt("no suggestions for wrong names", () -> CompilerHelp.install(kernel));
    Diagnostics.attempt("no word of the installation", () -> tell(kernel));
  }

  /** By reflection, as the version that is compiled against has no such method. */
  static JShell shell(BaseKernel kernel) throws ReflectiveOperationException {
    return (JShell) kernel.getClass().getMethod("getJShell").invoke(kernel);
  }

  /** In a cell, such as one with %maven, which says nothing by itself. */
  private static void tell(BaseKernel kernel) {
    if (kernel.getIO().isAttached()) {
      String version = JarVersion.of("io.github.pathprox/pathprox");
      kernel.display(new DisplayData("PathProx %s; help() shows the way".formatted(version)));
    }
  }

  /** By what versions 1.0-a6 and 1.0-a8 have in common. */
  record JJavaKernel(BaseKernel kernel) implements Kernel {
    @Override
    public String description() {
      return "%s %s (%s)"
          .formatted(kernel.getName(), kernel.getVersion(), kernel.getClass().getName());
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
    public void evaluate(String source) {
      kernel.evalRaw(source);
    }

    @Override
    public Output open() {
      return new CellOutput(kernel.getIO().display);
    }
  }

  /** It stays with its cell, as a training may go on when the cell has ended. */
  private static final class CellOutput implements Kernel.Output {
    private final String name = UUID.randomUUID().toString();
    private final DisplayStream display;
    private ShellReplyEnvironment cell;

    CellOutput(DisplayStream display) {
      this.display = display;
    }

    @Override
    public void show(View view) throws ReflectiveOperationException {
      DisplayData data = new DisplayData();
      data.putData(view.mime(), view.rich());
      data.putText(view.text());
      // Not by setDisplayId, whose return type differs between the versions.
      data.putTransientData("display_id", name);
      if (cell == null) {
        cell = (ShellReplyEnvironment) TypingHelp.field(display, "env");
        display.display(data);
      } else {
        cell.publish(new PublishUpdateDisplayData(data));
      }
    }
  }
}
