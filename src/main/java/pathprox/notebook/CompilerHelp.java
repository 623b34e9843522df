package pathprox.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import pathprox.notebook.help.Suggestion;

/**
 * Shows what may be meant above the compiler's message about a cell. JJava lets no extension change
 * the message, but JShell tells of a snippet that was refused before JJava does.
 */
final class CompilerHelp {
  private CompilerHelp() {}

  static void install(BaseKernel kernel) throws ReflectiveOperationException {
    // Not in the version that is compiled against.
    JShell shell = (JShell) kernel.getClass().getMethod("getJShell").invoke(kernel);
    var unused =
        shell.onSnippetEvent(
            event ->
                Diagnostics.attempt(
                    "there is no suggestion here",
                    () -> text(shell, event).map(DisplayData::new).ifPresent(kernel::display)));
  }

  /** Lines for what the compiler says of a snippet that it refused. */
  static Optional<String> text(JShell shell, SnippetEvent event) {
    if (event.status() != Snippet.Status.REJECTED) {
      return Optional.empty();
    }
    String source = event.snippet().source();
    List<String> lines =
        shell
            .diagnostics(event.snippet())
            .flatMap(each -> suggestion(each, source).stream())
            .distinct()
            .toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  private static Optional<String> suggestion(Diag fault, String source) {
    int start = (int) Math.max(0, fault.getStartPosition());
    int end = (int) Math.min(source.length(), fault.getEndPosition());
    // The root locale is English, whatever the machine's is.
    return start > end
        ? Optional.empty()
        : Suggestion.of(fault.getMessage(Locale.ROOT), source, start, end);
  }
}
