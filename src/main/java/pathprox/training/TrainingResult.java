package pathprox.training;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
 * @param parameters what the training was asked for, as trackers of experiments log it: a String,
 *     Integer, Long, Double or Boolean each, in this order: {@code method} (see {@link
 *     pathprox.method.Method#family}), {@code lambda}, the other components of a method that is a
 *     record, such as {@code momentum} and {@code working_set} ({@code penalty} is the name of its
 *     class, {@code penalty_end} and such the components of that), {@code learning_rate} (a number
 *     if it is constant, else a text), {@code learning_rate_origin} ({@code given} or {@code
 *     method}), {@code iterations}, {@code batch_size}, {@code shuffled}, {@code seed}, {@code
 *     augmentation}, {@code loss}, {@code record_every}, {@code measures_optimality}, {@code
 *     tolerance}, {@code patience}, {@code architecture} in one line, {@code parameters} (how
 *     many), {@code type} ({@code float32} or {@code float64}), {@code training_samples}, {@code
 *     data} (the name of the training set), {@code library} (its version); {@code none} is what was
 *     not asked for. The seed of the start network is not known here. Copied, and unmodifiable.
 */
public record TrainingResult(
    Network network,
    History history,
    Outcome outcome,
    int iterations,
    int samples,
    String setting,
    Optional<String> diagnosis,
    Map<String, Object> parameters)
    implements Serializable {
  /** By how much the last objective may be above the best one before a report says so. */
  private static final double WORSE = 1.05;

  public TrainingResult {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters)); // keeps the order
  }

  /** {@return the same result under the name {@code run}, for tables and legends} */
  public TrainingResult named(String run) {
    History renamed = new History(run, history.penalty(), history.measurements());
    return new TrainingResult(
        network, renamed, outcome, iterations, samples, setting, diagnosis, parameters);
  }

  /** {@return the same result, of which {@code what} is known too, in one line} */
  public TrainingResult diagnosed(String what) {
    Optional<String> all = Optional.of(diagnosis.map(first -> first + "; " + what).orElse(what));
    return new TrainingResult(
        network, history, outcome, iterations, samples, setting, all, parameters);
  }

  /** {@return the result of {@link Network#compact}, from which {@link Trainer#resume} goes on} */
  public TrainingResult compact() {
    return new TrainingResult(
        network.compact(), history, outcome, iterations, samples, setting, diagnosis, parameters);
  }

  /**
   * {@return the {@linkplain History#objective objective} of the last row of the history; an
   * IllegalStateException if nothing was recorded}
   */
  public double objective() {
    return history.objective(history.last());
  }

  /** Where a training that goes on begins: the network of a divergence is that last recorded. */
  int lastIteration() {
    return outcome == Outcome.DIVERGED && !history.measurements().isEmpty()
        ? history.last().iteration()
        : iterations;
  }

  /** {@return how far outputs can move, and active units against how many a best network needs} */
  public Guarantees guarantees() {
    return Guarantees.of(network, samples);
  }

  /** {@return such as {@code PathProx λ=0.001: completed after 4,000 iterations}} */
  public String title() {
    String ended = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
