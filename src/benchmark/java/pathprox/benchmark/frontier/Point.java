package pathprox.benchmark.frontier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import pathprox.benchmark.report.Figures;

/**
 * A competitor at one share of the units; lists have a value for each seed.
 *
 * @param share of the units
 * @param allUnits of the network with all of them
 * @param units that were kept
 * @param accuracies on the test set; null for a network that diverged
 * @param settings of all seeds, unless the next best one is still to be run on some
 */
record Point(
    double share,
    @JsonProperty("all_units") int allUnits,
    List<Integer> units,
    List<Double> accuracies,
    List<String> settings) {
  /** Of ten classes: what a network that diverged is worth. */
  private static final double CHANCE = 0.1;

  /** Of the networks for one share, by seed. */
  static Point of(double share, List<Result> bySeed) {
    List<Double> accuracies = new ArrayList<>();
    bySeed.forEach(result -> accuracies.add(result.at(share).accuracy()));
    return new Point(
        share,
        bySeed.get(0).units(),
        bySeed.stream().map(result -> result.at(share).units()).toList(),
        Collections.unmodifiableList(accuracies),
        bySeed.stream().map(result -> result.order().setting().inWords()).distinct().toList());
  }

  /** The mean, in percent. */
  @JsonProperty
  double accuracy() {
    return Figures.level(100 * Figures.mean(judged()));
  }

  /** Of the seeds, in percent. */
  @JsonProperty
  double deviation() {
    return 100 * Figures.deviation(judged());
  }

  /** The mean number of units. */
  double kept() {
    return Figures.mean(units);
  }

  private List<Double> judged() {
    return accuracies.stream().map(each -> each == null ? CHANCE : each).toList();
  }

  String cell() {
    long diverged = Collections.frequency(accuracies, null);
    return "%s ± %s (%s%s)"
        .formatted(
            Figures.fixed(accuracy(), 2),
            Figures.fixed(deviation(), 2),
            Figures.fixed(kept(), 0),
            diverged == 0 ? "" : ", " + diverged + " diverged");
  }

  String said() {
    return "%s ± %s %% with %s units"
        .formatted(
            Figures.fixed(accuracy(), 2), Figures.fixed(deviation(), 2), Figures.fixed(kept(), 0));
  }
}
