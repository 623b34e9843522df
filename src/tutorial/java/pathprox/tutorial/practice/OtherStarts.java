package pathprox.tutorial.practice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pathprox.data.TrainingData;
import pathprox.experiment.PathResult;
import pathprox.experiment.RegularizationPath;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.progress.Progress;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/**
 * The same path over λ from several start networks, seen as one task.
 *
 * @param architecture what all starts have in common
 * @param seeds one for each start, which also shuffles its batches; one or more
 */
public record OtherStarts(Architecture architecture, List<Long> seeds) {
  public OtherStarts {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("there must be a seed");
    }
  }

  /** {@return the starts of {@code architecture} with {@code seeds}, one or more} */
  public static OtherStarts of(Architecture architecture, long... seeds) {
    return new OtherStarts(architecture, Arrays.stream(seeds).boxed().toList());
  }

  /**
   * {@return the results of {@code path} for each start, by {@code options} on {@code data}} Of a
   * path with warm starts each training begins with the network of the one before, whatever that
   * is; one that diverges throws a {@link pathprox.training.TrainingDivergedException}.
   */
  public List<PathResult> train(
      RegularizationPath path, TrainingOptions options, TrainingData data) {
    List<PathResult> results = new ArrayList<>();
    int trainings = seeds.size() * path.lambdas().values().size();
    try (Progress task = Progress.of(path + ", from " + seeds.size() + " starts", trainings)) {
      for (long seed : seeds) {
        Trainer trainer = Trainer.with(options.withSeed(seed)).listening(task);
        results.add(train(path, trainer, architecture.initialize(seed), data));
      }
    }
    return results;
  }

  private static PathResult train(
      RegularizationPath path, Trainer trainer, Network start, TrainingData data) {
    List<TrainingResult> results = new ArrayList<>();
    Network from = start;
    for (double lambda : path.lambdas().values()) {
      TrainingResult result = trainer.train(from, data, path.method().apply(lambda));
      results.add(result);
      from = path.warm() ? result.network() : start;
    }
    return new PathResult(path.lambdas(), results);
  }
}
