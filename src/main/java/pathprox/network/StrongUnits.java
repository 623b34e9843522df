package pathprox.network;

import java.util.Arrays;

/**
 * Which units of a pair carry its function: those whose path norm ‖w_i‖‖v_i‖ is above 1/1000 of the
 * largest of the pair.
 *
 * <p>Batch noise brings units at the threshold back for a few steps, so that the number of active
 * units flickers where that of strong units stays the same.
 */
public final class StrongUnits {
  private StrongUnits() {}

  /**
   * {@return what strong units exceed among {@code pathNorms} of 0 or more, which stay as given}
   */
  public static double least(double[] pathNorms) {
    return 1e-3 * Arrays.stream(pathNorms).max().orElse(0);
  }

  /**
   * {@return the number of strong units, 0 if none of {@code pathNorms}, not modified, is above 0}
   */
  public static int count(double[] pathNorms) {
    double least = least(pathNorms);
    return (int) Arrays.stream(pathNorms).filter(each -> each > least).count();
  }
}
