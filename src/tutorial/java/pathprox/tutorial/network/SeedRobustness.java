package pathprox.tutorial.network;

import java.util.List;
import java.util.stream.IntStream;
import pathprox.data.Dataset;
import pathprox.metrics.Perturbation;
import pathprox.metrics.Robustness;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The accuracy of networks that differ in their seed alone, on disturbed inputs.
 *
 * @param method what trained them, as figures call it
 * @param networks one for each seed
 */
public record SeedRobustness(String method, List<Robustness> networks) {
  public SeedRobustness {
    networks = List.copyOf(networks);
  }

  /**
   * {@return the robustness of the networks of {@code results}, trained by {@code method}, on
   * {@code data} disturbed by {@code perturbation} at each of {@code strengths}} Errors are those
   * of {@link Robustness#of}.
   */
  public static SeedRobustness of(
      String method,
      List<TrainingResult> results,
      Dataset data,
      Perturbation perturbation,
      double... strengths) {
    return new SeedRobustness(
        method,
        results.stream()
            .map(each -> Robustness.of(each.network(), data, perturbation, strengths))
            .toList());
  }

  /**
   * {@return a row for each seed and strength: {@code method}, {@code seed}, {@code strength},
   * {@code accuracy} (0 to 1)}
   */
  public Table table() {
    Table table =
        Table.create(
            "robustness",
            StringColumn.create("method"),
            IntColumn.create("seed"),
            DoubleColumn.create("strength"),
            DoubleColumn.create("accuracy"));
    for (int seed = 0; seed < networks.size(); seed++) {
      for (double strength : networks.get(seed).strengths()) {
        table.stringColumn("method").append(method);
        table.intColumn("seed").append(seed);
        table.doubleColumn("strength").append(strength);
        table.doubleColumn("accuracy").append(networks.get(seed).at(strength));
      }
    }
    return table;
  }

  /** {@return for each seed the points of 100 lost from the first strength to {@code strength}} */
  public double[] drops(double strength) {
    return networks.stream()
        .mapToDouble(each -> 100 * (each.accuracies().get(0) - each.at(strength)))
        .toArray();
  }

  /**
   * {@return for each seed how many points more this loses at {@code strength} than {@code other}}
   */
  public double[] losesMoreThan(SeedRobustness other, double strength) {
    double[] ours = drops(strength);
    double[] theirs = other.drops(strength);
    return IntStream.range(0, ours.length).mapToDouble(i -> ours[i] - theirs[i]).toArray();
  }
}
