package pathprox.benchmark.convergence;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import pathprox.tensor.Threads;

/**
 * Runs one training on request, a record at a time: reads one command a line and answers each with
 * one line of JSON.
 *
 * <p>{@code start ORDER} with an {@link Order} in JSON and {@code advance ITERATIONS} answer with a
 * {@link Point}, {@code convex} and {@code path} with what {@link ConvexCase} and {@link PathCase}
 * return. All products run on one thread.
 */
public final class Convergence {
  private final ObjectMapper json = new ObjectMapper();
  private CurveRun run;

  private Convergence() {}

  /**
   * Serves standard input until it ends.
   *
   * @param arguments none
   * @throws IOException if standard input cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what a library prints must not get between the answers
    Threads.use(1);
    Convergence convergence = new Convergence();
    var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      Object answer = convergence.answer(line.split(" ", 2));
      answers.println(convergence.json.writeValueAsString(answer));
    }
  }

  private Object answer(String[] command) {
    try {
      return switch (command[0]) {
        case "start" -> start(command[1]);
        case "advance" -> run.advance(Integer.parseInt(command[1]));
        case "convex" -> ConvexCase.solve().<Object>map(solved -> solved).orElse(Map.of());
        case "path" -> PathCase.follow().<Object>map(followed -> followed).orElse(Map.of());
        default -> Map.of("error", "there is no command " + command[0]);
      };
    } catch (RuntimeException | IOException problem) {
      return Map.of("error", problem.toString());
    }
  }

  private Point start(String order) throws IOException {
    run = json.readValue(order, Order.class).start();
    return run.advance(0);
  }
}
