package pathprox.benchmark.methods;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import pathprox.parallel.Threads;

/**
 * Runs the trainings of some problems and prints a line of JSON for each of them: {@code Methods
 * --problems digits-4,friedman --methods recommended --seeds 1,2,3 --out FOLDER}.
 *
 * <p>The results of a problem are kept in {@code FOLDER/PROBLEM.jsonl}, and what is there is not
 * run again. {@code --multiples 1,0.333,3} are the multiples of the recommended method's default
 * rate (all but the first with the first seed alone), {@code --fresh} deletes its results first,
 * {@code --divide N} makes N times fewer iterations, {@code --iterations N} the same for all
 * problems, {@code --records N} sets how often a training is looked at, {@code --list} prints the
 * names of the problems as JSON and runs nothing. All products run on one thread.
 */
public final class Methods {
  private final Arguments arguments;
  private final PrintStream lines;
  private final ObjectMapper json = new ObjectMapper();

  private Methods(Arguments arguments, PrintStream lines) {
    this.arguments = arguments;
    this.lines = lines;
  }

  /**
   * Runs what the arguments ask for.
   *
   * @param arguments pairs of an option and its value
   * @throws IOException if results cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream lines = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what a library prints must not get between the lines
    Methods methods = new Methods(Arguments.of(arguments), lines);
    if (methods.arguments.lists()) {
      for (Problem problem : Problem.values()) {
        lines.println(methods.json.writeValueAsString(problem.title()));
      }
      return;
    }
    Threads.use(1);
    for (Problem problem : methods.arguments.problems()) {
      methods.run(problem);
    }
  }

  private void run(Problem problem) throws IOException {
    Trial trial = Trial.of(problem, arguments);
    Results results = new Results(arguments.folder(), problem, trial.fingerprint());
    if (arguments.fresh()) {
      results.forgetRecommended();
    }
    Comparison comparison = new Comparison(trial, results, this::print);
    for (Contender contender : arguments.contenders()) {
      if (contender == Contender.RECOMMENDED) {
        comparison.runOwn(contender, arguments.multiples(), arguments.seeds());
      } else {
        comparison.runSearched(contender, arguments.seeds());
      }
    }
  }

  private void print(Result result) {
    try {
      lines.println(json.writeValueAsString(result));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
