package pathprox.benchmark.methods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import pathprox.data.Split;

/** All trainings of one problem: the recommended method at its default, rivals at their best. */
final class Comparison {
  private static final int GRID = 4;

  /** How often a search may go on at either edge: six more halves of a power of ten. */
  private static final int MOST_EXTENSIONS = 6;

  private final Trial trial;
  private final Results results;
  private final Consumer<Result> report;
  private final Map<Long, Split> data = new HashMap<>();

  Comparison(Trial trial, Results results, Consumer<Result> report) {
    this.trial = trial;
    this.results = results;
    this.report = report;
  }

  /** Runs a method at multiples of its default rate: the first of them with all seeds. */
  void runOwn(Contender contender, List<Double> multiples, List<Long> seeds) {
    for (double multiple : multiples) {
      Setting setting = new Setting(contender, Setting.Schedule.OWN, multiple);
      List<Long> those = multiple == multiples.get(0) ? seeds : seeds.subList(0, 1);
      those.forEach(seed -> run(setting, seed));
    }
  }

  /** Searches rate and schedule on the first seed, and runs the best setting on all. */
  void runSearched(Contender contender, List<Long> seeds) {
    List<Result> tried =
        new ArrayList<>(search(contender, Setting.Schedule.CONSTANT, seeds.get(0)));
    tried.addAll(search(contender, Setting.Schedule.FALLING, seeds.get(0)));
    Setting setting = best(tried).setting();
    seeds.forEach(seed -> run(setting, seed));
  }

  /** Tries four rates, and goes on as long as the lowest objective is at an edge. */
  private List<Result> search(Contender contender, Setting.Schedule schedule, long seed) {
    int low = Rates.index(trial.problem().rate()) - contender.stepsDown();
    int high = low + GRID - 1;
    List<Result> tried = new ArrayList<>();
    for (int index = low; index <= high; index++) {
      tried.add(run(new Setting(contender, schedule, Rates.at(index)), seed));
    }
    for (int extension = 0; extension < MOST_EXTENSIONS; extension++) {
      Result best = best(tried);
      if (best.rate() == Rates.at(low) || best.objective() == null) {
        low--;
        tried.add(run(new Setting(contender, schedule, Rates.at(low)), seed));
      } else if (best.rate() == Rates.at(high)) {
        high++;
        tried.add(run(new Setting(contender, schedule, Rates.at(high)), seed));
      } else {
        break;
      }
    }
    return tried;
  }

  private static Result best(List<Result> tried) {
    return tried.stream().min(Comparator.comparingDouble(Result::judged)).orElseThrow();
  }

  private Result run(Setting setting, long seed) {
    return results.of(setting, seed).orElseGet(() -> train(setting, seed));
  }

  private Result train(Setting setting, long seed) {
    Split split = data.computeIfAbsent(seed, trial.problem()::data);
    Result result = new Run(trial, split, setting, seed).train();
    results.add(result);
    report.accept(result);
    return result;
  }
}
