package pathprox.notebook;

import java.lang.reflect.Field;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.channels.JupyterOutputStream;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * What cells print, in fewer messages. JJava sends each line by itself, and ZeroMQ drops without a
 * word what a slow page has not taken when a thousand of them wait. The first ones of each moment
 * go as they are; the others together, when the moment is over, the cell ends or there is a lot.
 *
 * @param <C> the cell that prints
 */
final class PrintedText<C> implements BiConsumer<C, String> {
  static final int MOST_MESSAGES = 20;
  private static final long MOMENT_IN_MS = 100;
  private static final int MUCH = 1 << 16;

  private final BiConsumer<C, String> send;
  private final StringBuilder waiting = new StringBuilder();
  private C cell;
  private long start = System.nanoTime();
  private int sent;

  PrintedText(BiConsumer<C, String> send) {
    this.send = send;
  }

  /** JJava gives extensions no way to its stream, so that is done by fields. */
  static void install(BaseKernel kernel) throws ReflectiveOperationException {
    JShell shell = PathProxExtension.shell(kernel);
    Object stream = TypingHelp.field(kernel.getIO(), "jupyterOut");
    Field write = JupyterOutputStream.class.getDeclaredField("write");
    write.setAccessible(true);
    @SuppressWarnings("unchecked") // any two arguments are passed on as they come
    PrintedText<Object> text = new PrintedText<>((BiConsumer<Object, String>) write.get(stream));
    write.set(stream, text);
    var unused = shell.onSnippetEvent(event -> text.flush());
  }

  @Override
  public synchronized void accept(C from, String printed) {
    if (from != cell) {
      flush();
    }
    cell = from;
    boolean isFirst = waiting.isEmpty();
    waiting.append(printed);
    long now = System.nanoTime();
    if (now - start > TimeUnit.MILLISECONDS.toNanos(MOMENT_IN_MS)) {
      start = now;
      sent = 0;
    }
    if (sent < MOST_MESSAGES || waiting.length() > MUCH) {
      flush();
    } else if (isFirst) {
      CompletableFuture.delayedExecutor(MOMENT_IN_MS, TimeUnit.MILLISECONDS).execute(this::flush);
    }
  }

  synchronized void flush() {
    if (!waiting.isEmpty()) {
      sent++;
      String text = waiting.toString();
      waiting.setLength(0);
      send.accept(cell, text);
    }
  }
}
