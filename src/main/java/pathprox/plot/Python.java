package pathprox.plot;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The Python that is named by {@code -Dpathprox.python} or in the environment by {@code
 * PATHPROX_PYTHON}, or one that the system finds.
 */
final class Python {
  private static final List<String> USUAL = List.of("python3", "python", "py");
  private static final int LONGEST = 120; // seconds; a browser starts in some

  private Python() {}

  /**
   * {@return what {@code program} prints with {@code arguments}; empty if no Python is there}
   *
   * @throws IOException with the last line that was printed, if it fails
   */
  static Optional<String> run(String program, String... arguments) throws IOException {
    String named = System.getProperty("pathprox.python", System.getenv("PATHPROX_PYTHON"));
    for (String python : named == null ? USUAL : List.of(named)) {
      List<String> command = new ArrayList<>(List.of(python, "-c", program));
      command.addAll(List.of(arguments));
      Path printed = Files.createTempFile("pathprox", ".txt");
      try {
        return Optional.of(run(command, printed));
      } catch (NotThere e) {
        continue;
      } finally {
        Files.delete(printed);
      }
    }
    return Optional.empty();
  }

  private static final class NotThere extends IOException {
    private static final long serialVersionUID = 1;

    NotThere(IOException cause) {
      super(cause);
    }
  }

  private static String run(List<String> command, Path printed) throws IOException {
    Process process = start(command, printed);
    try {
      if (!process.waitFor(LONGEST, TimeUnit.SECONDS)) {
        throw new IOException("%s did not end in %s s".formatted(command.get(0), LONGEST));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + command.get(0) + " was running");
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    String text = Files.readString(printed, StandardCharsets.UTF_8).strip();
    if (process.exitValue() != 0) {
      throw new IOException(command.get(0) + ": " + text.lines().reduce("", (a, b) -> b));
    }
    return text;
  }

  private static Process start(List<String> command, Path printed) throws NotThere {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    try {
      return builder.redirectOutput(printed.toFile()).start();
    } catch (IOException e) {
      throw new NotThere(e);
    }
  }
}
