package pathprox.benchmark.convergence;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import pathprox.parallel.Threads;

/** Solves {@code convex} or {@code path} and prints its row as JSON. All on one thread. */
public final class Convergence {
  private Convergence() {}

  /**
   * Runs one case.
   *
   * @param arguments {@code convex} for {@link ConvexCase}, {@code path} for {@link PathCase}
   * @throws IOException if the row cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream lines = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what a library prints must not get into the row
    Threads.use(1);
    Row row =
        switch (arguments[0]) {
          case "convex" -> ConvexCase.solve();
          case "path" -> PathCase.follow();
          default ->
              throw new IllegalArgumentException(
                  "there is no case '%s'; expected convex or path".formatted(arguments[0]));
        };
    lines.println(new ObjectMapper().writeValueAsString(row));
  }
}
