package pathprox.training;

import java.util.Locale;
import pathprox.metrics.Guarantees;
import pathprox.network.Network;

/**
 * What a training gives back.
 *
 * @param network the network after the last iteration
 * @param history what was recorded on the way
 * @param outcome how it ended
 * @param iterations how many steps were made
 * @param samples the number of training samples
 */
public record TrainingResult(
    Network network, History history, Outcome outcome, int iterations, int samples) {
  /**
   * Gives the run another name in tables and legends.
   *
   * @param run the name
   * @return a new result
   */
  public TrainingResult named(String run) {
    return new TrainingResult(network, history.withRun(run), outcome, iterations, samples);
  }

  /**
   * Leaves out the units that no output depends on, see {@link Network#compact}.
   *
   * @return a new result with the smaller network, from which {@link Trainer#resume} goes on
   */
  public TrainingResult compact() {
    return new TrainingResult(network.compact(), history, outcome, iterations, samples);
  }

  /**
   * Returns the last recorded objective, loss + λ·Σ‖w_i‖‖v_i‖ + (λ/2)·Σ‖unpaired W‖².
   *
   * @return the objective over the training set
   * @throws IndexOutOfBoundsException if nothing was recorded
   */
  public double objective() {
    return history.objective(history.last());
  }

  /**
   * Computes what the norms and the width of the network guarantee.
   *
   * @return how far outputs can move, and active units against how many a best network needs
   */
  public Guarantees guarantees() {
    return Guarantees.of(network, samples);
  }

  /**
   * Says in one line what was run and how it ended.
   *
   * @return such as {@code PathProx λ=0.001: completed after 4,000 iterations}
   */
  public String title() {
    String ended = outcome.name().toLowerCase(Locale.ROOT);
    return String.format(
        Locale.ROOT, "%s: %s after %,d iterations", history.run(), ended, iterations);
  }

  @Override
  public String toString() {
    if (history.measurements().isEmpty()) {
      return title();
    }
    Measurement last = history.last();
    double loss = last.train().loss();
    return title()
        + String.format(
            Locale.ROOT,
            "%n  objective %.5g = loss %.5g + regularization %.5g%s%n  active units %s (strong %s)%s",
            objective(),
            loss,
            objective() - loss,
            optimality(last.optimality()),
            last.regularity().activeUnits(),
            last.regularity().strongUnits(),
            accuracy("training", last.train().accuracy())
                + accuracy("test", last.test().accuracy())
                + "\n"
                + guarantees().toString().indent(2).stripTrailing());
  }

  private String optimality(double residual) {
    return Double.isNaN(residual)
        ? ""
        : String.format(
            Locale.ROOT,
            "%n  optimality residual %.3g, %s",
            residual,
            history.lambda() > 0 ? "relative to λ" : "absolute, as λ = 0");
  }

  private static String accuracy(String set, double share) {
    return Double.isNaN(share)
        ? ""
        : String.format(Locale.ROOT, "%n  %s accuracy %.2f %%", set, 100 * share);
  }
}
