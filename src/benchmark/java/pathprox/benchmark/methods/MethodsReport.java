package pathprox.benchmark.methods;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pathprox.benchmark.ResultFile;
import pathprox.benchmark.report.Figures;
import pathprox.benchmark.report.Report;

/** Shows what the trainings came to that are kept in a folder. */
public final class MethodsReport {
  private static final List<String> HEADER =
      List.of(
          "problem",
          "ours",
          "best rival",
          "ratio by seed",
          "the best rivals",
          "units: strong, active, all",
          "published: strong",
          "test accuracy, or error",
          "weight decay's");

  private MethodsReport() {}

  /**
   * Prints the problems beside each other, and what is judged.
   *
   * @param arguments the folder, the file to write, whether the run was a quick one, and the
   *     problems
   * @throws IOException if results cannot be read or the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    List<Compared> problems = new ArrayList<>();
    for (String name : List.of(arguments).subList(3, arguments.length)) {
      Path file = Path.of(arguments[0], name + ".jsonl");
      if (Files.exists(file)) {
        List<Result> runs = new ResultFile<>(file, Result.class).all();
        if (!runs.isEmpty()) {
          problems.add(Compared.of(name, runs));
        }
      }
    }
    List<List<String>> lines =
        problems.stream()
            .filter(each -> !each.ours().isEmpty() && !each.rivals().isEmpty())
            .map(Compared::cells)
            .toList();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("problems", problems.stream().map(Compared::content).toList());
    content.put("profile", profile(problems));
    Report.tell(
        new Judgement(problems).rows(),
        Report.table(HEADER, lines),
        content,
        Boolean.parseBoolean(arguments[2]),
        Path.of(arguments[1]));
  }

  /**
   * By method, the ratios to the best rival on the seeds of ours, the smallest first; null for what
   * diverged.
   */
  private static Map<String, List<Double>> profile(List<Compared> problems) {
    Map<String, List<Double>> profile = new LinkedHashMap<>();
    for (Contender contender : Contender.values()) {
      List<Double> ratios =
          problems.stream()
              .flatMap(problem -> runs(problem, contender).map(problem::ratio))
              .filter(ratio -> ratio != null)
              .sorted()
              .map(Figures::finite)
              .toList();
      profile.put(contender.title(), ratios);
    }
    return profile;
  }

  private static Stream<Result> runs(Compared problem, Contender contender) {
    return contender == Contender.RECOMMENDED
        ? problem.ours().values().stream()
        : problem.pairs(contender).stream().map(Compared.Pair::theirs);
  }
}
