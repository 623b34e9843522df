package pathprox.benchmark.methods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pathprox.benchmark.report.Figures;

/**
 * All runs on one problem: ours at its default, and each rival at its best setting.
 *
 * @param name of the problem
 * @param ours at the default rate, by seed
 * @param otherRates ours at multiples of it
 * @param rivals by method and then by seed
 */
record Compared(
    String name,
    Map<Long, Result> ours,
    List<Result> otherRates,
    Map<Contender, Map<Long, Result>> rivals) {
  /** A run of ours and one of a rival, on the same problem and seed. */
  record Pair(Result ours, Result theirs) {}

  /** Sorts the runs of a file; those of another state of the problem do not count. */
  static Compared of(String name, List<Result> runs) {
    String fingerprint = runs.get(runs.size() - 1).fingerprint();
    Map<Long, Result> ours = new LinkedHashMap<>();
    List<Result> others = new ArrayList<>();
    Map<Contender, List<Result>> tried = new LinkedHashMap<>();
    List.of(Contender.values()).forEach(each -> tried.put(each, new ArrayList<>()));
    for (Result run : runs.stream().filter(r -> r.fingerprint().equals(fingerprint)).toList()) {
      Contender contender = Contender.of(run.method());
      if (contender != Contender.RECOMMENDED) {
        tried.get(contender).add(run);
      } else if (run.rate() == 1) {
        ours.put(run.seed(), run);
      } else {
        others.add(run);
      }
    }
    Map<Contender, Map<Long, Result>> rivals = new LinkedHashMap<>();
    tried.forEach(
        (contender, all) -> {
          if (!all.isEmpty()) {
            rivals.put(contender, atItsBest(all));
          }
        });
    return new Compared(name, ours, others, rivals);
  }

  /** The runs of the setting with the lowest objective on the first seed. */
  private static Map<Long, Result> atItsBest(List<Result> tried) {
    long first = tried.stream().mapToLong(Result::seed).min().orElseThrow();
    Setting best =
        tried.stream()
            .filter(run -> run.seed() == first)
            .min(Comparator.comparingDouble(Result::judged))
            .orElseThrow()
            .setting();
    Map<Long, Result> runs = new LinkedHashMap<>();
    tried.stream()
        .filter(run -> run.setting().equals(best))
        .forEach(run -> runs.put(run.seed(), run));
    return runs;
  }

  /** The rival's run with the lowest objective on a seed; null if none was run. */
  Result bestRival(long seed) {
    return rivals.values().stream()
        .map(runs -> runs.get(seed))
        .filter(run -> run != null)
        .min(Comparator.comparingDouble(Result::judged))
        .orElse(null);
  }

  /** The objective of a run divided by the best rival's on its seed; null without one. */
  Double ratio(Result run) {
    Result best = bestRival(run.seed());
    boolean known = best != null && Double.isFinite(best.judged());
    return known ? Double.valueOf(run.judged() / best.judged()) : null;
  }

  /** Ours and those of a rival, for each seed that both were run on. */
  List<Pair> pairs(Contender contender) {
    Map<Long, Result> theirs = rivals.getOrDefault(contender, Map.of());
    return ours.values().stream()
        .filter(run -> theirs.containsKey(run.seed()))
        .map(run -> new Pair(run, theirs.get(run.seed())))
        .toList();
  }

  /** The line of the table; figures are medians over the seeds. */
  List<String> cells() {
    List<Result> mine = List.copyOf(ours.values());
    List<Result> best =
        mine.stream().map(run -> bestRival(run.seed())).filter(run -> run != null).toList();
    String settings =
        best.stream().map(Compared::setting).distinct().collect(Collectors.joining("; "));
    String ratios =
        mine.stream()
            .map(this::ratio)
            .filter(ratio -> ratio != null)
            .map(ratio -> Figures.fixed(ratio, 2))
            .collect(Collectors.joining(" "));
    List<Result> decay = pairs(Contender.WEIGHT_DECAY).stream().map(Pair::theirs).toList();
    return List.of(
        name,
        median(mine.stream().map(Result::judged).toList()),
        median(best.stream().map(Result::judged).toList()),
        ratios,
        settings,
        String.join(
            ", ",
            median(mine.stream().map(Result::strong).toList()),
            median(mine.stream().map(Result::active).toList()),
            String.valueOf(mine.get(0).units())),
        median(pairs(Contender.PUBLISHED).stream().map(pair -> pair.theirs().strong()).toList()),
        tested(mine),
        tested(decay));
  }

  /** The median test accuracy; for regression the median test error. */
  private static String tested(List<Result> runs) {
    if (!runs.isEmpty() && runs.get(0).testAccuracy() != null) {
      return Figures.fixed(
              100 * Figures.median(runs.stream().map(Result::testAccuracy).toList()), 1)
          + " %";
    }
    return median(runs.stream().map(Result::testLoss).toList());
  }

  private static String median(List<? extends Number> values) {
    Double median = Figures.median(values);
    if (median == null) {
      return "–";
    }
    if (median.isInfinite()) {
      return "diverged";
    }
    return median == Math.rint(median) ? Figures.grouped(median) : Figures.general(median, 4);
  }

  static String setting(Result run) {
    return "%s, %s %s".formatted(run.method(), Figures.general(run.rate(), 6), run.schedule());
  }

  /** All settings and runs, for JSON. */
  Map<String, ?> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    Map<Long, Double> ratios = new LinkedHashMap<>();
    for (Result run : ours.values()) {
      if (ratio(run) != null) {
        ratios.put(run.seed(), Figures.finite(ratio(run)));
      }
    }
    content.put("problem", name);
    content.put("ratios", ratios);
    content.put("ours", ours.values());
    content.put("other_rates", otherRates);
    content.put(
        "rivals",
        rivals.values().stream()
            .map(
                runs ->
                    Map.of(
                        "setting", setting(runs.values().iterator().next()), "runs", runs.values()))
            .toList());
    return content;
  }
}
