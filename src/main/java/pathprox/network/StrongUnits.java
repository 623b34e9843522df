package pathprox.network;

import java.util.Arrays;

/**
 * Which units of a pair carry its function: those whose path norm ‖w_i‖‖v_i‖ is above 1/1000 of the
 * largest of the pair.
 *
 * <p>Batch noise brings units at the threshold back for a few steps, so that the number of active
 * units flickers where that of strong units is at rest.
 */
public final class StrongUnits {
  private static final double SHARE = 1e-3;

  private StrongUnits() {}

  /**
   * Computes the path norm that strong units exceed.
   *
   * @param pathNorms ‖w_i‖‖v_i‖ of each unit, 0 or more. Not modified.
   * @return 1/1000 of the largest, 0 or more
   */
  public static double least(double[] pathNorms) {
    return SHARE * Arrays.stream(pathNorms).max().orElse(0);
  }

  /**
   * Counts the strong units of a pair.
   *
   * @param pathNorms ‖w_i‖‖v_i‖ of each unit, 0 or more. Not modified.
   * @return 0 if no path norm is above 0, else 1 to the number of units
   */
  public static int count(double[] pathNorms) {
    double least = least(pathNorms);
    return (int) Arrays.stream(pathNorms).filter(each -> each > least).count();
  }
}
