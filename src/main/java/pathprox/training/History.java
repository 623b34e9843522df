package pathprox.training;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import pathprox.method.Method;
import pathprox.penalty.ProximablePenalty;

/**
 * What was recorded during a training.
 *
 * @param run the name of the run in tables and legends
 * @param penalty what the objective penalizes the path norm of each unit with
 * @param measurements in the order of the iterations
 */
public record History(String run, ProximablePenalty penalty, List<Measurement> measurements)
    implements Serializable {
  public History {
    measurements = List.copyOf(measurements);
  }

  /** {@return λ of the objectives, that of the penalty; 0 or more} */
  public double lambda() {
    return penalty.lambda();
  }

  /** {@return the last row; if nothing was recorded, an {@link IllegalStateException}} */
  public Measurement last() {
    requireRecords();
    return measurements.get(measurements.size() - 1);
  }

  /**
   * {@return the first row with the lowest objective; an IllegalStateException as {@link #last}}
   */
  public Measurement best() {
    requireRecords();
    return measurements.stream().min(Comparator.comparingDouble(this::objective)).orElseThrow();
  }

  /**
   * {@return the objective at {@code row}, loss + Σf(‖w_i‖‖v_i‖) + (λ/2)·Σ‖unpaired W‖², with f =
   * {@link Method#penalty}, also for weight decay; a row from before a training was resumed keeps
   * the penalty that it was recorded with}
   */
  public double objective(Measurement row) {
    return row.regularity().objective(row.train().loss());
  }

  private void requireRecords() {
    if (measurements.isEmpty()) {
      String message =
          "nothing was recorded: %s was interrupted, diverged or failed before its first record;"
              + " ask measurements().isEmpty() first, or train again";
      throw new IllegalStateException(message.formatted(run));
    }
  }

  @Override
  public String toString() {
    if (measurements.isEmpty()) {
      return run + ": nothing recorded";
    }
    Measurement first = measurements.get(0);
    return String.format(
        Locale.ROOT,
        "%s: %,d records, iterations %,d to %,d, objective %.5g to %.5g",
        run,
        measurements.size(),
        first.iteration(),
        last().iteration(),
        objective(first),
        objective(last()));
  }
}
