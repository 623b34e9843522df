package pathprox.notebook;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.CompleteReply;
import org.dflib.jjava.jupyter.messages.reply.InspectReply;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import pathprox.notebook.help.Help;
import pathprox.notebook.help.HelpPage;

/**
 * Help where one types, in place of JJava's: Shift-Tab shows the library's comments, which JShell
 * does not find, also at the end of a line, where JJava looks one letter too far; and completion
 * has the library's classes first. JJava gives extensions no way to its connection, so that is read
 * from a field while the first cell runs; of a version without it, its own help stays.
 */
final class TypingHelp {
  private final BaseKernel kernel;
  private final JShell shell;
  private boolean isConnected;

  private TypingHelp(BaseKernel kernel, JShell shell) {
    this.kernel = kernel;
    this.shell = shell;
  }

  static void install(BaseKernel kernel) throws ReflectiveOperationException {
    JShell shell = PathProxExtension.shell(kernel);
    TypingHelp help = new TypingHelp(kernel, shell);
    var unused = shell.onSnippetEvent(event -> help.connect()); // which cannot end itself
  }

  private void connect() {
    if (isConnected) {
      return;
    }
    Diagnostics.attempt(
        "Shift-Tab and completion are those of the kernel",
        () -> {
          var cell = (ShellReplyEnvironment) field(kernel.getIO().display, "env");
          if (cell != null) {
            isConnected = true;
            var connection = (JupyterConnection) field(cell.getShell(), "connection");
            connection.setHandler(
                MessageType.INSPECT_REQUEST,
                (reply, message) -> inspect(reply, message.getContent()));
            connection.setHandler(
                MessageType.COMPLETE_REQUEST,
                (reply, message) -> complete(reply, message.getContent()));
          }
        });
  }

  static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  private void inspect(ShellReplyEnvironment reply, InspectRequest request) {
    reply.setBusyDeferIdle();
    DisplayData found;
    try {
      int cursor = letters(request.getCode(), request.getCursorPos());
      found =
          page(request.getCode(), cursor)
              .map(TypingHelp::data)
              .orElseGet(() -> kernel.inspect(request.getCode(), cursor - 1, true));
    } catch (RuntimeException e) { // help must not end a kernel
      Diagnostics.addFailure("there is no help here", e);
      found = null;
    }
    reply.reply(new InspectReply(found != null, found == null ? DisplayData.EMPTY : found));
  }

  private static DisplayData data(HelpPage page) {
    DisplayData data = new DisplayData(page.text());
    data.putHTML(page.html());
    return data;
  }

  /** The comments on the name at the cursor, or on the method whose arguments are there. */
  Optional<HelpPage> page(String code, int cursor) {
    int end = cursor;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    String typed = lastSnippet(code.substring(0, end));
    for (String start : List.of(typed, typed + "(")) {
      for (var each : shell.sourceCodeAnalysis().documentation(start, start.length(), false)) {
        Optional<String> name = name(each.signature(), start);
        if (name.isPresent()) {
          return name.map(Help::doc);
        }
      }
    }
    return Optional.empty();
  }

  private String lastSnippet(String code) {
    String last = code;
    CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(last);
    while (info.completeness().isComplete() && !info.remaining().isBlank()) {
      last = info.remaining();
      info = shell.sourceCodeAnalysis().analyzeCompletion(last);
    }
    return last;
  }

  /** Of the library, as {@link Help#doc(String)} takes it; empty for all others. */
  static Optional<String> name(String signature, String typed) {
    String declared = signature.replaceFirst("^\\w+:", ""); // of a variable: the type is asked for
    // Newer JShells put a record's components after each mention of it.
    String called = declared.replaceAll("\\([^()]*\\)(?=[.(])", "");
    String head = called.replaceFirst("(?s)\\(.*", "").replaceFirst("<[^ ]*>$", "");
    String full = head.substring(head.lastIndexOf(' ') + 1);
    String name = full.replaceFirst("^([a-z0-9]+\\.)+", "");
    // JShell leaves out the packages of what is imported, but not of all that is.
    boolean isImported = full.equals(name) && Help.knows(name.replaceFirst("\\..*", ""));
    if (!full.startsWith("pathprox.") && !isImported) {
      return Optional.empty();
    }
    boolean isNew = typed.matches("(?s).*\\bnew\\s+[\\w.]*\\b" + Pattern.quote(name) + "\\b.*");
    return Optional.of(isNew ? name + ".new" : name);
  }

  private void complete(ShellReplyEnvironment reply, CompleteRequest request) {
    reply.setBusyDeferIdle();
    String code = request.getCode();
    int cursor = request.getCursorPos();
    CompleteReply nothing = new CompleteReply(List.of(), cursor, cursor, Map.of());
    CompleteReply found = nothing;
    try {
      ReplacementOptions options = kernel.complete(code, letters(code, cursor));
      found = options == null ? nothing : completed(code, options);
    } catch (RuntimeException e) { // as help must not
      Diagnostics.addFailure("there is no completion here", e);
    }
    reply.reply(found);
  }

  private static CompleteReply completed(String code, ReplacementOptions options) {
    int from = code.codePointCount(0, options.getSourceStart());
    int to = code.codePointCount(0, options.getSourceEnd());
    Completion completion = Completion.of(options.getReplacements());
    return new CompleteReply(completion.labels(), from, to, completion.metadata(from, to));
  }

  /** Jupyter counts characters, Java the halves of some. */
  static int letters(String code, int characters) {
    int most = code.codePointCount(0, code.length());
    return code.offsetByCodePoints(0, Math.min(Math.max(characters, 0), most));
  }
}
