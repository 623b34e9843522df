package pathprox.tutorial.step;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import pathprox.data.Split;
import pathprox.method.Method;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.training.Measurement;
import pathprox.training.Trainer;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingResult;
import pathprox.training.Verdict;

/**
 * The norms of the units of a network's first pair on the way of a training.
 *
 * @param result what the training gave back
 * @param byIteration for some iterations, in their order, ‖w_i‖ and then ‖v_i‖ of each unit
 */
public record UnitNorms(TrainingResult result, Map<Integer, List<double[]>> byIteration) {
  /**
   * Trains, and notes the norms.
   *
   * @param trainer how to train. Not modified.
   * @param start a network with a pair. Not modified.
   * @param data training and test set. Not modified.
   * @param method how to step
   * @param iterations those to note, of which each must be recorded: 0 is the start
   * @return what was noted
   * @throws IllegalArgumentException if there is no pair, or an iteration is not recorded
   */
  public static UnitNorms during(
      Trainer trainer, Network start, Split data, Method method, int... iterations) {
    if (start.architecture().pairing().pairs().isEmpty()) {
      throw new IllegalArgumentException("the network has no pair of layers");
    }
    Notes notes = new Notes(Set.copyOf(Arrays.stream(iterations).boxed().toList()));
    TrainingResult result = trainer.listening(notes).train(start, data, method);
    for (int iteration : iterations) {
      if (!notes.found.containsKey(iteration)) {
        throw new IllegalArgumentException(
            "iteration %s was not recorded, found %s".formatted(iteration, notes.found.keySet()));
      }
    }
    return new UnitNorms(result, notes.found);
  }

  private static final class Notes implements TrainingListener {
    private final Set<Integer> wanted;
    private final Map<Integer, List<double[]>> found = new LinkedHashMap<>();

    private Notes(Set<Integer> wanted) {
      this.wanted = wanted;
    }

    @Override
    public Verdict records(Measurement row, Supplier<Network> network) {
      if (wanted.contains(row.iteration())) {
        Network now = network.get();
        UnitPair pair = now.architecture().pairing().pairs().get(0);
        found.put(
            row.iteration(),
            List.of(now.incomingNorms(pair.incoming()), now.outgoingNorms(pair.outgoing())));
      }
      return Verdict.GO_ON;
    }
  }

  /** {@return how many units are at 0 at {@code iteration}: ‖w_i‖‖v_i‖ = 0} */
  public long zeros(int iteration) {
    double[] w = byIteration.get(iteration).get(0);
    double[] v = byIteration.get(iteration).get(1);
    return IntStream.range(0, w.length).filter(i -> w[i] == 0 || v[i] == 0).count();
  }

  @Override
  public String toString() {
    return result.title() + ": norms of units at the iterations " + byIteration.keySet();
  }
}
