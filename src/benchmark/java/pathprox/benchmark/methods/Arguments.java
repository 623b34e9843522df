package pathprox.benchmark.methods;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a call asks for.
 *
 * @param problems to run, all at first
 * @param contenders to run, all at first
 * @param seeds the first one is searched on; 1, 2 and 3 at first
 * @param multiples of the recommended method's default rate, 1 at first
 * @param folder of the results, {@code target/methods} at first
 * @param fresh whether results of the recommended method are deleted first
 * @param iterations in place of those of the problems; 0 at first, which leaves them
 * @param divisor of the problems' iterations, 1 at first
 * @param records of each training, evenly spaced; 25 at first
 * @param lists whether the names of all problems are printed, and nothing is run
 */
record Arguments(
    List<Problem> problems,
    List<Contender> contenders,
    List<Long> seeds,
    List<Double> multiples,
    Path folder,
    boolean fresh,
    int iterations,
    int divisor,
    int records,
    boolean lists) {
  private static final int LEAST_ITERATIONS = 20;

  static Arguments of(String[] words) {
    List<Problem> problems = List.of(Problem.values());
    List<Contender> contenders = List.of(Contender.values());
    List<Long> seeds = List.of(1L, 2L, 3L);
    List<Double> multiples = List.of(1.0);
    Path folder = Path.of("target", "methods");
    boolean fresh = false;
    int iterations = 0;
    int divisor = 1;
    int records = 25;
    boolean lists = false;
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "--problems" -> problems = list(words[++i], Problem::of);
        case "--methods" -> contenders = list(words[++i], Contender::of);
        case "--seeds" -> seeds = list(words[++i], Long::valueOf);
        case "--multiples" -> multiples = list(words[++i], Double::valueOf);
        case "--out" -> folder = Path.of(words[++i]);
        case "--list" -> lists = true;
        case "--fresh" -> fresh = true;
        case "--iterations" -> iterations = Integer.parseInt(words[++i]);
        case "--records" -> records = Integer.parseInt(words[++i]);
        case "--divide" -> divisor = Integer.parseInt(words[++i]);
        default -> throw new IllegalArgumentException("there is no option " + words[i]);
      }
    }
    return new Arguments(
        problems, contenders, seeds, multiples, folder, fresh, iterations, divisor, records, lists);
  }

  /** How many steps the trainings on a problem make. */
  int iterations(Problem problem) {
    int usual = Math.max(LEAST_ITERATIONS, problem.iterations() / divisor);
    return iterations == 0 ? usual : iterations;
  }

  private static <T> List<T> list(String words, Function<String, T> meaning) {
    return Arrays.stream(words.split(",")).map(meaning).toList();
  }
}
