package pathprox.model;

import static pathprox.matrix.Arguments.require;

import java.util.List;
import java.util.Locale;

/**
 * How a model came to be.
 *
 * @param method the name of the method, with its λ and all that differs from its defaults
 * @param lambda its λ
 * @param training how the training ended, and its learning rate
 * @param options of the training
 * @param seed of folds, first weights and order
 * @param rows the number of training rows
 * @param fingerprint of these rows as samples, see {@link pathprox.data.Dataset#fingerprint}
 * @param version of this library
 * @param units how many are active, and how many there were in each layer
 * @param notes what was left out, chosen or unusual
 * @param measures what the cross-validation found, a line each; empty if there was none
 */
public record Origin(
    String method,
    double lambda,
    String training,
    String options,
    long seed,
    int rows,
    String fingerprint,
    String version,
    String units,
    List<String> notes,
    List<String> measures) {
  public Origin {
    notes = List.copyOf(notes);
    measures = List.copyOf(measures);
    boolean isLambda = lambda >= 0 && Double.isFinite(lambda);
    require(isLambda && rows > 0, "λ must be >= 0 and rows >= 1, were %s and %s", lambda, rows);
    boolean isWhole = fingerprint.matches("[0-9a-f]{64}");
    require(isWhole, "the fingerprint must be 64 hexadecimal digits, was '%s'", fingerprint);
  }

  /** {@return the origin in a few lines, without notes and measures} */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s%n%s%n%s, %,d rows, data %s…, PathProx %s",
        training,
        units,
        options,
        rows,
        fingerprint.substring(0, 12),
        version);
  }
}
