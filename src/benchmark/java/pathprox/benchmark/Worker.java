package pathprox.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Times works on request: reads one command a line and answers each with one line of JSON.
 *
 * <p>{@code machine}, {@code prepare WORK}, {@code run WORK TIMES}, {@code drop WORK}, {@code
 * export FOLDER}. The only argument is the number of threads.
 */
public final class Worker {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Work> prepared = new HashMap<>();

  private Worker() {}

  /**
   * Serves standard input until it ends.
   *
   * @param arguments the number of threads
   * @throws IOException if standard input cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err); // what a library prints must not get between the answers
    Machine.useThreads(Integer.parseInt(arguments[0]));
    Worker worker = new Worker();
    var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      answers.println(worker.json.writeValueAsString(worker.answer(line.split(" ", 3))));
      answers.flush();
    }
  }

  private Map<String, ?> answer(String[] command) {
    try {
      return switch (command[0]) {
        case "machine" -> Machine.describe();
        case "prepare" -> prepare(command[1]);
        case "run" -> run(prepared.get(command[1]), Integer.parseInt(command[2]));
        case "drop" -> drop(command[1]);
        case "export" -> MnistSubset.export(Path.of(command[1]));
        default -> Map.of("error", "there is no command " + command[0]);
      };
    } catch (RuntimeException | IOException problem) {
      return Map.of("error", problem.toString());
    }
  }

  private Map<String, ?> prepare(String name) {
    prepared.put(name, Works.make(name));
    return Map.of("note", prepared.get(name).note());
  }

  private Map<String, ?> drop(String name) {
    prepared.remove(name);
    System.gc(); // releases native memory with the matrices that own it
    return Map.of();
  }

  private static Map<String, ?> run(Work work, int times) {
    long[] nanoseconds = new long[times];
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    for (int i = 0; i < times; i++) {
      nanoseconds[i] = work.measure();
    }
    long bytes = THREADS.getThreadAllocatedBytes(thread) - before;
    return Map.of("nanoseconds", nanoseconds, "bytes", (double) bytes / times, "note", work.note());
  }
}
