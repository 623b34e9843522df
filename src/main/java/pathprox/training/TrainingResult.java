package pathprox.training;

import java.util.Locale;
import java.util.Optional;
import pathprox.certificate.Guarantees;
import pathprox.network.Network;

/**
 * What a training gives back.
 *
 * @param network the network after the last iteration
 * @param history what was recorded on the way
 * @param outcome how it ended
 * @param iterations how many steps were made
 * @param samples the number of training samples
 * @param setting the learning rate and where it comes from, in one line; and whether the batch is
 *     all samples
 * @param diagnosis what went wrong and the likely cause, in one line; empty if nothing is known to
 *     be wrong
 */
public record TrainingResult(
    Network network,
    History history,
    Outcome outcome,
    int iterations,
    int samples,
    String setting,
    Optional<String> diagnosis) {
  /** By how much the last objective may be above the best one before a report says so. */
  private static final double WORSE = 1.05;

  /** {@return the same result under the name {@code run}, for tables and legends} */
  public TrainingResult named(String run) {
    return new TrainingResult(
        network, history.withRun(run), outcome, iterations, samples, setting, diagnosis);
  }

  /**
   * {@return the result with the units left out that no output depends on, see {@link
   * Network#compact}; {@link Trainer#resume} goes on from it}
   */
  public TrainingResult compact() {
    return new TrainingResult(
        network.compact(), history, outcome, iterations, samples, setting, diagnosis);
  }

  /** {@return the {@linkplain History#objective objective} of the last row of the history} */
  public double objective() {
    return history.objective(history.last());
  }

  /** {@return how far outputs can move, and active units against how many a best network needs} */
  public Guarantees guarantees() {
    return Guarantees.of(network, samples);
  }

  /** {@return such as {@code PathProx λ=0.001: completed after 4,000 iterations}} */
  public String title() {
    String ended = outcome.name().toLowerCase(Locale.ROOT);
    return String.format(
        Locale.ROOT, "%s: %s after %,d iterations", history.run(), ended, iterations);
  }

  @Override
  public String toString() {
    String begin = title() + diagnosis.map("\n  "::concat).orElse("") + "\n  " + setting;
    if (history.measurements().isEmpty()) {
      return begin;
    }
    Measurement last = history.last();
    double loss = last.train().loss();
    return begin
        + String.format(
            Locale.ROOT,
            "%n  objective %.5g = loss %.5g + regularization %.5g%s%s"
                + "%n  active units %s (strong %s)%s",
            objective(),
            loss,
            objective() - loss,
            best(),
            optimality(last.optimality()),
            last.regularity().activeUnits(),
            last.regularity().strongUnits(),
            accuracy("training", last.train().accuracy())
                + accuracy("test", last.test().accuracy())
                + "\n"
                + guarantees().toString().indent(2).stripTrailing());
  }

  /** The best record, where the training has come to something worse. */
  private String best() {
    double best = history.objective(history.best());
    return objective() <= WORSE * best
        ? ""
        : String.format(
            Locale.ROOT,
            "%n  best objective %.5g, at iteration %,d",
            best,
            history.best().iteration());
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
