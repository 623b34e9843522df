package pathprox.benchmark.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running program that answers each command with one line of JSON. */
final class WorkerProgram implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LINES_OF_LOG = 25;

  private final String name;
  private final Path log;
  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;

  /** Starts a program on so many threads; what it says beside JSON goes to a log. */
  WorkerProgram(String name, List<String> command, int threads, Path log) throws IOException {
    this.name = name;
    this.log = log;
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
    process = builder.start();
    commands = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
  }

  /** Why a worker could not do a work. */
  static final class WorkFailed extends Exception {
    private static final long serialVersionUID = 1;

    WorkFailed(String why) {
      super(why);
    }
  }

  /**
   * The answer to a command.
   *
   * @throws WorkFailed if it is a problem
   * @throws IOException if the program has ended
   */
  JsonNode ask(String command) throws IOException, WorkFailed {
    String line;
    try {
      commands.write(command + "\n");
      commands.flush();
      line = answers.readLine();
    } catch (IOException e) {
      line = null;
    }
    if (line == null) {
      List<String> said = Files.readAllLines(log, StandardCharsets.UTF_8);
      List<String> last = said.subList(Math.max(0, said.size() - LINES_OF_LOG), said.size());
      throw new IOException(
          "the %s worker ended at \"%s\".%nThe last lines of %s:%n%s"
              .formatted(name, command, log, String.join("\n", last)));
    }
    JsonNode answer = JSON.readTree(line);
    if (answer.has("error")) {
      throw new WorkFailed(answer.get("error").asText());
    }
    return answer;
  }

  /** What OpenBLAS wrote when it was loaded. */
  String chosenKernels() throws IOException {
    return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith("Core:"))
        .findFirst()
        .map(line -> line.substring(5).strip())
        .orElse("an unknown processor");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
