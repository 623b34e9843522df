package pathprox.benchmark.frontier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import pathprox.benchmark.ResultFile;

/**
 * All trials of a competitor on a problem: its settings are tried on parts of the first seed's
 * training set, and the best for each share is run on all seeds and judged by the test set; the
 * next best if that diverges or ends at chance on one of them. The results of both are kept, those
 * of the next best behind the others: of several for a share and a seed, the last one counts.
 */
final class Selection {
  private static final int FOLDS = 2;
  private static final int QUICK_SETTINGS = 2;

  private final Arguments arguments;
  private final Competitor competitor;
  private final ResultFile<Result> results;
  private final Consumer<Result> report;
  private final String fingerprint;

  Selection(Arguments arguments, ResultFile<Result> results, Consumer<Result> report) {
    this.arguments = arguments;
    this.results = results;
    this.report = report;
    competitor = arguments.competitor();
    fingerprint = arguments.problem().fingerprint();
  }

  void run() {
    Map<Setting, List<Result>> tried = new LinkedHashMap<>();
    List<Setting> settings = competitor.settings(arguments.problem());
    int count = arguments.isQuick() ? Math.min(QUICK_SETTINGS, settings.size()) : settings.size();
    settings.subList(0, count).forEach(setting -> tried.put(setting, validate(setting)));
    Map<Double, Deque<Setting>> ranked = new LinkedHashMap<>();
    competitor.shares().forEach(share -> ranked.put(share, ranked(tried, share)));
    List<Order> all = new ArrayList<>();
    boolean settled = false;
    while (!settled) {
      List<Order> tests = tests(ranked, tried);
      all.addAll(tests);
      List<Result> tested = tests.stream().map(this::run).toList();
      settled =
          ranked.keySet().stream().noneMatch(share -> goesOn(ranked.get(share), share, tested));
      results.moveToEnd(tested::contains);
    }
    results.forget(each -> each.isTest() && !all.contains(each.order()));
  }

  private List<Order> tests(Map<Double, Deque<Setting>> ranked, Map<Setting, List<Result>> tried) {
    Map<Setting, List<Double>> chosen = new LinkedHashMap<>();
    ranked.forEach(
        (share, settings) ->
            chosen.computeIfAbsent(settings.peek(), setting -> new ArrayList<>()).add(share));
    List<Order> tests = new ArrayList<>();
    for (long seed : arguments.allSeeds()) {
      chosen.forEach((setting, shares) -> tests.add(test(seed, shares, setting, tried)));
    }
    return tests;
  }

  /** Nobody would stay with a setting that fails on a seed: goes on to the next one, if any. */
  private static boolean goesOn(Deque<Setting> settings, double share, List<Result> tested) {
    boolean fails =
        tested.stream()
            .filter(each -> each.order().setting().equals(settings.peek()))
            .filter(each -> each.order().shares().contains(share))
            .anyMatch(each -> each.at(share).isLost());
    if (fails && settings.size() > 1) {
      settings.remove();
      return true;
    }
    return false;
  }

  private List<Result> validate(Setting setting) {
    List<Result> folds = new ArrayList<>();
    for (int fold = 0; fold < (arguments.isQuick() ? 1 : FOLDS); fold++) {
      List<Double> begin = fold == 0 ? List.of() : lambdas(folds, competitor.shares());
      folds.add(run(order(setting, competitor.shares(), begin, 1, fold)));
    }
    return folds;
  }

  private Order test(
      long seed, List<Double> shares, Setting setting, Map<Setting, List<Result>> tried) {
    return order(setting, shares, lambdas(tried.get(setting), shares), seed, null);
  }

  private Order order(
      Setting setting, List<Double> shares, List<Double> lambdas, long seed, Integer fold) {
    return new Order(setting, shares, lambdas, seed, fold, arguments.iterations(), fingerprint);
  }

  /** Where the last of the results found the shares. */
  private static List<Double> lambdas(List<Result> results, List<Double> shares) {
    Result last = results.get(results.size() - 1);
    return shares.stream()
        .map(share -> last.at(share).lambda())
        .filter(lambda -> lambda != null)
        .distinct()
        .toList();
  }

  /** The highest accuracy on average first; of equal ones, the lowest loss. */
  private static Deque<Setting> ranked(Map<Setting, List<Result>> tried, double share) {
    return tried.keySet().stream()
        .sorted(
            Comparator.<Setting>comparingDouble(
                    setting -> sum(tried.get(setting), share, each -> -each.judged()))
                .thenComparingDouble(setting -> sum(tried.get(setting), share, Kept::judgedLoss)))
        .collect(Collectors.toCollection(ArrayDeque::new));
  }

  private static double sum(List<Result> results, double share, ToDoubleFunction<Kept> value) {
    return results.stream().mapToDouble(each -> value.applyAsDouble(each.at(share))).sum();
  }

  private Result run(Order order) {
    return results.find(each -> each.isOf(order)).orElseGet(() -> runAnew(order));
  }

  private Result runAnew(Order order) {
    long start = System.nanoTime();
    List<Kept> kept = competitor.run(Trial.of(arguments.problem(), order), order);
    double seconds = (System.nanoTime() - start) * 1e-9;
    Result result =
        new Result(
            arguments.problem().title(),
            competitor.title(),
            order,
            arguments.problem().units(),
            kept,
            seconds);
    results.add(result);
    report.accept(result);
    return result;
  }
}
