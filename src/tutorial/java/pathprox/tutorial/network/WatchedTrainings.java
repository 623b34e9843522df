package pathprox.tutorial.network;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import pathprox.network.Network;
import pathprox.training.Measurement;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingPlan;
import pathprox.training.TrainingResult;
import pathprox.training.Verdict;

/** Keeps something at each record of trainings, which may run side by side. */
abstract class WatchedTrainings<T> implements TrainingListener {
  private final ThreadLocal<Map<Integer, T>> running = new ThreadLocal<>();
  private final Map<Network, Map<Integer, T>> ended = new ConcurrentHashMap<>();

  /** What is kept of a record and its network. */
  abstract T kept(Measurement row, Network network);

  @Override
  public void begins(TrainingPlan plan) {
    running.set(new TreeMap<>());
  }

  @Override
  public Verdict records(Measurement row, Supplier<Network> network) {
    running.get().put(row.iteration(), kept(row, network.get()));
    return Verdict.GO_ON;
  }

  @Override
  public void ends(TrainingResult result) {
    ended.put(result.network(), running.get());
    running.remove();
  }

  /**
   * What was kept of each result, by iterations in rising order, the same for all: an
   * IllegalArgumentException if one has not been listened to, or has other records.
   */
  List<Map<Integer, T>> of(TrainingResult... results) {
    List<Map<Integer, T>> trainings = new ArrayList<>();
    for (TrainingResult each : results) {
      String name = each.history().run();
      require(ended.containsKey(each.network()), "'%s' was not listened to", name);
      trainings.add(ended.get(each.network()));
      String message = "trainings must have the same records, '%s' has %s, the first %s";
      Set<Integer> own = trainings.get(trainings.size() - 1).keySet();
      require(own.equals(trainings.get(0).keySet()), message, name, own, trainings.get(0).keySet());
    }
    return trainings;
  }

  @Override
  public String toString() {
    return "what was watched of " + ended.size() + " trainings";
  }
}
