package pathprox.benchmark.frontier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import pathprox.benchmark.ResultFile;
import pathprox.parallel.Threads;

/**
 * Runs the trials of a competitor on a problem and prints a line of JSON for each: {@code Frontier
 * mnist pruned-gradually 5 target/frontier 1}, the last two being the folder of the results, what
 * is there is not run again, and a divisor of the iterations; a sixth word, {@code fresh}, deletes
 * the results first. All products run on one thread.
 */
public final class Frontier {
  private final PrintStream lines = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final ObjectMapper json = new ObjectMapper();

  private Frontier() {}

  /**
   * Runs what the arguments ask for.
   *
   * @param words problem, competitor, number of seeds, folder, divisor, perhaps the word fresh
   * @throws IOException if results cannot be read
   */
  public static void main(String[] words) throws IOException {
    Frontier frontier = new Frontier();
    System.setOut(System.err); // what a library prints must not get between the lines
    Threads.use(1);
    Arguments arguments = Arguments.of(words);
    ResultFile<Result> results = new ResultFile<>(arguments.file(), Result.class);
    if (arguments.fresh()) {
      results.forget(each -> true);
    }
    new Selection(arguments, results, frontier::print).run();
  }

  private void print(Result result) {
    try {
      lines.println(json.writeValueAsString(result));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
