package pathprox.network;

import java.util.Arrays;

/**
 * Which units of a pair carry its function: those whose path norm ‖w_i‖‖v_i‖ is above 1/1000 of the
 * largest of the pair. Batch noise lets the number of active units flicker where that of strong
 * ones stays the same.
 */
public final class StrongUnits {
  private StrongUnits() {}

  /** {@return what strong units exceed among {@code pathNorms} of 0 or more, not modified} */
  public static double least(double[] pathNorms) {
    return 1e-3 * Arrays.stream(pathNorms).max().orElse(0);
  }

  /** {@return the number of strong units, 0 if all {@code pathNorms}, not modified, are 0} */
  public static int count(double[] pathNorms) {
    double least = least(pathNorms);
    return (int) Arrays.stream(pathNorms).filter(each -> each > least).count();
  }
}
