package pathprox.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a model says about one row.
 *
 * @param label the most probable class; empty where a number is predicted
 * @param value the number in the unit of the target; NaN where classes are
 * @param probabilities of the classes in their order, 1 together; empty where a number is predicted
 * @param note what is unusual about the row; empty if nothing is
 */
public record Prediction(
    String label, double value, Map<String, Double> probabilities, String note) {
  /** Keeps a copy of the probabilities, in their order. */
  public Prediction {
    probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
  }

  @Override
  public String toString() {
    String what =
        label.isEmpty()
            ? String.format(Locale.ROOT, "%.6g", value)
            : String.format(
                Locale.ROOT, "%s (%.1f %%)", label, 100 * probabilities.getOrDefault(label, 0.0));
    return note.isEmpty() ? what : what + "; " + note;
  }
}
