package pathprox.benchmark.frontier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pathprox.benchmark.ResultFile;
import pathprox.benchmark.report.Figures;
import pathprox.benchmark.report.Report;
import pathprox.benchmark.report.Row;

/** Shows what the competitors came to whose results are kept in a folder. */
public final class FrontierReport {
  private static final double FEW = 0.12;
  private static final double SOME = 0.25;
  private static final List<Double> SHARES = List.of(FEW, SOME, 0.5, 1.0);
  private static final String INTRODUCTION =
      "Test accuracy in percent, mean ± deviation over the seeds, and in brackets the mean number"
          + " of units kept, those below 1/1000 of the largest path norm of their pair left out. All"
          + " have the same iterations for one network, and their best of a few settings for each"
          + " share by validation on two fifths of the first seed's training set, those left out"
          + " that diverge or end at chance on a seed.\n\n";

  /** From the shortest trainings to the longest. */
  private static final List<Problem> PROBLEMS =
      List.of(Problem.DIGITS, Problem.MNIST, Problem.CONVOLUTIONAL);

  private static final List<Competitor> COMPETITORS =
      List.of(
          Competitor.RECOMMENDED,
          Competitor.PUBLISHED,
          Competitor.PRUNED_GRADUALLY,
          Competitor.PRUNED_AT_ONCE,
          Competitor.NARROW,
          Competitor.D_GATING,
          Competitor.ALL_UNITS);

  private final Problem problem;
  private final Map<Competitor, Map<Double, Point>> points = new LinkedHashMap<>();

  private FrontierReport(Problem problem) {
    this.problem = problem;
  }

  /**
   * Prints the competitors beside each other, and what is judged.
   *
   * @param arguments the folder, the file to write, and whether the run was a quick one
   * @throws IOException if results cannot be read or the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    List<FrontierReport> reports = new ArrayList<>();
    for (Problem problem : PROBLEMS) {
      FrontierReport report = new FrontierReport(problem);
      for (Competitor competitor : COMPETITORS) {
        report.read(Path.of(arguments[0]), competitor);
      }
      if (!report.points.isEmpty()) {
        reports.add(report);
      }
    }
    List<Row> rows = reports.stream().flatMap(report -> report.rows().stream()).toList();
    List<List<String>> lines = reports.stream().flatMap(report -> report.lines().stream()).toList();
    List<String> header =
        List.of(
            "data",
            "competitor",
            "12 % of the units",
            "25 % of the units",
            "50 % of the units",
            "all units");
    Report.tell(
        rows,
        INTRODUCTION + Report.table(header, lines),
        Map.of("problems", reports.stream().map(FrontierReport::content).toList()),
        Boolean.parseBoolean(arguments[2]),
        Path.of(arguments[1]));
  }

  /**
   * Takes over what the test set judged; folds of the training set only chose settings. Of a seed
   * that was run again, as its setting failed on another, the last result counts.
   */
  private void read(Path folder, Competitor competitor) throws IOException {
    Path file = folder.resolve(problem.title() + "-" + competitor.title() + ".jsonl");
    if (!Files.exists(file)) {
      return;
    }
    Map<Double, Map<Long, Result>> found = new TreeMap<>();
    for (Result result : new ResultFile<>(file, Result.class).all()) {
      for (Kept kept : result.isTest() ? result.kept() : List.<Kept>of()) {
        found
            .computeIfAbsent(kept.share(), share -> new LinkedHashMap<>())
            .put(result.order().seed(), result);
      }
    }
    Map<Double, Point> byShare = new TreeMap<>();
    found.forEach((share, all) -> byShare.put(share, Point.of(share, List.copyOf(all.values()))));
    if (!byShare.isEmpty()) {
      points.put(competitor, byShare);
    }
  }

  private Point at(Competitor competitor, double share) {
    return points.getOrDefault(competitor, Map.of()).get(share);
  }

  private List<Row> rows() {
    return List.of(
        againstOthers(FEW, 0.0, 1.0),
        againstOthers(SOME, -0.3, 0.3),
        row(
            "recommended at 25 % of the units minus weight decay with all, points",
            at(Competitor.RECOMMENDED, SOME), at(Competitor.ALL_UNITS, 1), null, -0.5, ""));
  }

  private Row againstOthers(double share, Double must, Double aim) {
    Competitor best =
        points.keySet().stream()
            .filter(each -> each != Competitor.RECOMMENDED && at(each, share) != null)
            .max(Comparator.comparingDouble(each -> at(each, share).accuracy()))
            .orElse(null);
    String title =
        "recommended minus the best other at %s %% of the units, points"
            .formatted(Figures.fixed(100 * share, 0));
    return row(
        title,
        at(Competitor.RECOMMENDED, share),
        best == null ? null : at(best, share),
        must,
        aim,
        best == null ? "" : ", " + inWords(best));
  }

  private Row row(String work, Point ours, Point other, Double must, Double aim, String name) {
    String title = inWords(problem) + ": " + work;
    if (ours == null || other == null) {
      return Row.higher(title, null, must, aim, "not run");
    }
    double difference = Figures.level(ours.accuracy() - other.accuracy());
    String note = ours.said() + " against " + other.said() + name;
    return Row.higher(title, difference, must, aim, note);
  }

  private List<List<String>> lines() {
    return points.keySet().stream()
        .map(
            competitor -> {
              List<String> line = new ArrayList<>();
              line.add(inWords(problem));
              line.add(inWords(competitor));
              for (double share : SHARES) {
                Point point = at(competitor, share);
                line.add(point == null ? "" : point.cell());
              }
              return line;
            })
        .toList();
  }

  private Map<String, ?> content() {
    Map<String, Object> competitors = new LinkedHashMap<>();
    points.forEach((competitor, all) -> competitors.put(competitor.title(), all.values()));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("problem", problem.title());
    content.put("title", inWords(problem));
    content.put("competitors", competitors);
    return content;
  }

  private static String inWords(Problem problem) {
    return switch (problem) {
      case DIGITS -> "Bundled digits, 64-100-10, 100 units";
      case MNIST -> "MNIST subset, 784-100×5-10, 300 units";
      case CONVOLUTIONAL -> "MNIST subset, four convolutions, 96 units";
    };
  }

  private static String inWords(Competitor competitor) {
    return switch (competitor) {
      case RECOMMENDED -> "PathProx, recommended";
      case PUBLISHED -> "PathProx as published";
      case PRUNED_GRADUALLY -> "weight decay, pruned gradually";
      case PRUNED_AT_ONCE -> "weight decay, pruned at once";
      case NARROW -> "weight decay, narrow from the start";
      case D_GATING -> "D-Gating";
      case ALL_UNITS -> "weight decay, all units";
    };
  }
}
