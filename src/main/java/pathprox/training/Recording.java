package pathprox.training;

import static pathprox.matrix.Arguments.require;

import java.io.Serializable;

/**
 * What the history gets, and when that ends a training.
 *
 * @param every iterations between two rows, 1 or more; the first and the last state always get one
 * @param optimality whether each row measures the distance from a stationary point, at the cost of
 *     one forward and backward pass over the training set with all units
 * @param tolerance the residual at which training ends, above 0; NaN for never
 * @param patience after so many rows whose loss on the second set is not below the lowest one
 *     training ends, and it ends with the network of that one; 0 for never
 */
public record Recording(int every, boolean optimality, double tolerance, int patience)
    implements Serializable {
  /** Throws an {@link IllegalArgumentException} for a tolerance where nothing is measured. */
  public Recording {
    require(every >= 1, "recordEvery must be >= 1, was %s", every);
    require(!(tolerance <= 0), "tolerance must be > 0, was %s", tolerance);
    require(patience >= 0, "patience must be >= 1 rows, or 0 for none, was %s", patience);
    String without = "a tolerance needs a residual that is measured, was %s without";
    require(optimality || Double.isNaN(tolerance), without, tolerance);
  }

  @Override
  public String toString() {
    String ends = Double.isNaN(tolerance) ? "" : ", ends at " + tolerance;
    String early = patience == 0 ? "" : ", stops early after %s".formatted(patience);
    return "recorded every %s, optimality %s%s%s"
        .formatted(every, optimality ? "measured" : "not measured", ends, early);
  }
}
