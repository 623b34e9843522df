package pathprox.training;

import java.util.Locale;
import pathprox.network.Network;

/**
 * What a training gives back.
 *
 * @param network the network after the last iteration
 * @param history what was recorded on the way
 * @param outcome how it ended
 * @param iterations how many steps were made
 */
public record TrainingResult(Network network, History history, Outcome outcome, int iterations) {
  /**
   * Gives the run another name in tables and legends.
   *
   * @param run the name
   * @return a new result
   */
  public TrainingResult named(String run) {
    return new TrainingResult(network, history.withRun(run), outcome, iterations);
  }

  @Override
  public String toString() {
    String head =
        "%s: %s after %,d iterations"
            .formatted(history.run(), outcome.name().toLowerCase(Locale.ROOT), iterations);
    if (history.measurements().isEmpty()) {
      return head;
    }
    Measurement last = history.last();
    double objective = last.regularity().objective(last.train().loss(), history.lambda());
    return head
        + "\n  objective %.5g = loss %.5g + regularization %.5g"
            .formatted(objective, last.train().loss(), objective - last.train().loss())
        + "\n  active units %s".formatted(last.regularity().activeUnits())
        + accuracy(last);
  }

  private static String accuracy(Measurement last) {
    return Double.isNaN(last.train().accuracy())
        ? ""
        : "\n  accuracy %.2f %% train".formatted(100 * last.train().accuracy())
            + (Double.isNaN(last.test().accuracy())
                ? ""
                : ", %.2f %% test".formatted(100 * last.test().accuracy()));
  }
}
