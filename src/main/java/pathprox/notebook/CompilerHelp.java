package pathprox.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import pathprox.notebook.help.Help;
import pathprox.notebook.help.Suggestion;

/**
 * Shows what may be meant above the compiler's message about a cell. JJava lets no extension change
 * the message, but JShell tells of a snippet that was refused before JJava does.
 */
final class CompilerHelp {
  private CompilerHelp() {}

  static void install(BaseKernel kernel) throws ReflectiveOperationException {
    JShell shell = PathProxExtension.shell(kernel);
    var unused =
        shell.onSnippetEvent(
            event ->
                Diagnostics.attempt(
                    "there is no suggestion here",
                    () -> text(shell, event).map(DisplayData::new).ifPresent(kernel::display)));
  }

  /** Lines for what the compiler says of a snippet that it refused, or lets wait for others. */
  static Optional<String> text(JShell shell, SnippetEvent event) {
    Snippet snippet = event.snippet();
    List<String> lines =
        switch (event.status()) {
          case REJECTED -> refused(shell, snippet);
          // Nobody says so: the names may be declared later.
          case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED ->
              event.causeSnippet() == null ? unresolved(shell, snippet) : List.of();
          default -> List.of();
        };
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  private static List<String> refused(JShell shell, Snippet snippet) {
    String source = snippet.source();
    // The compiler means the user's own class by such a name, and not the library's.
    boolean isOwn =
        shell
            .types()
            .map(TypeDeclSnippet::name)
            .filter(Help::knows)
            .anyMatch(each -> source.matches("(?s).*\\b" + each + "\\b.*"));
    return isOwn
        ? List.of()
        : shell
            .diagnostics(snippet)
            .flatMap(each -> suggestion(each, source).stream())
            .distinct()
            .toList();
  }

  private static List<String> unresolved(JShell shell, Snippet snippet) {
    Stream<String> names =
        shell
            .unresolvedDependencies((DeclarationSnippet) snippet)
            .flatMap(each -> Suggestion.ofUnresolved(each).stream());
    Stream<String> variable =
        snippet instanceof VarSnippet declared
            ? Stream.of(
                "%s is now a variable of type %s, without a value."
                    .formatted(declared.name(), declared.typeName()))
            : Stream.of();
    return Stream.concat(names, variable).distinct().toList();
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
