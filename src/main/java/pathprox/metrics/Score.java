package pathprox.metrics;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.network.Network;
import pathprox.network.running.WorkingNetwork;

/**
 * How well a network does on a dataset.
 *
 * @param loss the mean data loss
 * @param accuracy the share of samples whose largest output is that of their class, 0 to 1; NaN
 *     where the targets are not classes
 */
public record Score(double loss, double accuracy) implements Serializable {
  /** Of what was not measured: both are NaN. */
  public static final Score NONE = new Score(Double.NaN, Double.NaN);

  /**
   * {@return the mean of {@code loss} and the accuracy of {@code network} over {@code dataset},
   * which must fit together, else it is an IllegalArgumentException}
   */
  public static Score of(Network network, Dataset dataset, Loss loss) {
    Objects.requireNonNull(network, "the network must not be null");
    try (WorkingNetwork working = network.compact().working()) {
      Examples examples = FittingExamples.of(dataset, network, loss, working.arena());
      return new Evaluator(working, examples, loss).evaluate();
    }
  }

  @Override
  public String toString() {
    String format = Double.isNaN(accuracy) ? "loss %.6g" : "loss %.6g, accuracy %.2f %%";
    return String.format(Locale.ROOT, format, loss, 100 * accuracy);
  }
}
