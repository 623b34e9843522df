package pathprox.benchmark.frontier;

import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * What a call asks for.
 *
 * @param problem what is learned
 * @param competitor who makes networks small
 * @param seeds how many, from 1 on; settings are chosen on the first
 * @param folder of the results
 * @param fresh whether results that are there are deleted first
 * @param divisor of the problem's iterations
 */
record Arguments(
    Problem problem, Competitor competitor, int seeds, Path folder, boolean fresh, int divisor) {
  private static final int LEAST_ITERATIONS = 20;

  /** Reads problem, competitor, seeds, folder, divisor, and perhaps the word fresh. */
  static Arguments of(String... words) {
    return new Arguments(
        Problem.of(words[0]),
        Competitor.of(words[1]),
        Integer.parseInt(words[2]),
        Path.of(words[3]),
        words.length > 5 && words[5].equals("fresh"),
        Integer.parseInt(words[4]));
  }

  int iterations() {
    return Math.max(LEAST_ITERATIONS, problem.iterations() / divisor);
  }

  long[] allSeeds() {
    return LongStream.rangeClosed(1, seeds).toArray();
  }

  boolean isQuick() {
    return divisor > 1;
  }

  Path file() {
    return folder.resolve(problem.title() + "-" + competitor.title() + ".jsonl");
  }
}
