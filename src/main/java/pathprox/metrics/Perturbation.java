package pathprox.metrics;

import java.util.stream.IntStream;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.Network;
import pathprox.network.running.WorkingNetwork;

/**
 * A way to disturb inputs: x becomes x + strength·direction(x), in the units in which the network
 * takes its inputs. For standardized inputs 1 is one standard deviation of an input.
 */
public interface Perturbation {
  /**
   * Writes the direction of each of {@code examples} after {@code from} to a row of {@code
   * directions}, the same at every call. The last batch of {@code network} is overwritten.
   */
  void direct(WorkingNetwork network, Examples examples, int from, Matrix directions);

  /**
   * {@return the samples of {@code dataset}, a few with classes, disturbed by {@code strength} for
   * {@code network}, to look at them; an IllegalStateException if the targets are not classes, an
   * IllegalArgumentException if dataset and network do not fit together}
   */
  default Dataset applyTo(Network network, Dataset dataset, double strength) {
    try (WorkingNetwork working = network.working()) {
      Arena arena = working.arena();
      Examples examples = Examples.of(dataset, network.type(), arena);
      Matrix directions = arena.zeros(network.type(), examples.size(), examples.inputs().columns());
      direct(working, examples, 0, directions);
      directions.scale(strength);
      directions.axpy(1, examples.inputs());
      int[] classes = IntStream.range(0, dataset.size()).map(dataset::classOf).toArray();
      String name = "%s, %s %s".formatted(dataset.name(), this, strength);
      return Dataset.classification(name, directions.toArray(), classes, dataset.classNames())
          .withSampleShape(dataset.sampleShape().stream().mapToInt(i -> i).toArray());
    }
  }
}
