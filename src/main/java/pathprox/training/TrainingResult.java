package pathprox.training;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import pathprox.certificate.Guarantees;
import pathprox.metrics.Regularity;
import pathprox.network.Network;

/**
 * What a training gives back.
 *
 * @param network the network after the last iteration
 * @param history what was recorded on the way
 * @param outcome how it ended
 * @param iterations how many steps were made
 * @param samples the number of training samples
 * @param setting the learning rate, where it comes from, and whether the batch is all samples
 * @param diagnosis what went wrong and the likely cause, in one line; empty if nothing is known
 */
public record TrainingResult(
    Network network,
    History history,
    Outcome outcome,
    int iterations,
    int samples,
    String setting,
    Optional<String> diagnosis)
    implements Serializable {
  /** By how much the last objective may be above the best one before a report says so. */
  private static final double WORSE = 1.05;

  /** {@return the same result under the name {@code run}, for tables and legends} */
  public TrainingResult named(String run) {
    History renamed = new History(run, history.penalty(), history.measurements());
    return new TrainingResult(network, renamed, outcome, iterations, samples, setting, diagnosis);
  }

  /** {@return the result of {@link Network#compact}, from which {@link Trainer#resume} goes on} */
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
    return text("%s: %s after %,d iterations", history.run(), ended, iterations);
  }

  /** {@return the title and, if there is one, the diagnosis, in one line} */
  public String summary() {
    return title() + diagnosis.map("; "::concat).orElse("");
  }

  @Override
  public String toString() {
    StringJoiner lines = new StringJoiner("\n  ").add(title());
    diagnosis.ifPresent(lines::add);
    lines.add(setting);
    if (!history.measurements().isEmpty()) {
      describe(history.last(), lines);
    }
    return lines.toString();
  }

  private void describe(Measurement last, StringJoiner lines) {
    double loss = last.train().loss();
    String sum = "objective %.5g = loss %.5g + regularization %.5g";
    lines.add(text(sum, objective(), loss, objective() - loss));
    Measurement best = history.best();
    if (objective() > WORSE * history.objective(best)) {
      String before = "best objective %.5g, at iteration %,d";
      lines.add(text(before, history.objective(best), best.iteration()));
    }
    if (!Double.isNaN(last.optimality())) {
      String scale = history.lambda() > 0 ? "relative to λ" : "absolute, as λ = 0";
      lines.add(text("optimality residual %.3g, %s", last.optimality(), scale));
    }
    Regularity units = last.regularity();
    lines.add(text("active units %s (strong %s)", units.activeUnits(), units.strongUnits()));
    lines.add("training " + last.train());
    if (!Double.isNaN(last.test().loss())) {
      lines.add("test " + last.test());
    }
    guarantees().toString().lines().forEach(lines::add);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
