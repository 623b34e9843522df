package pathprox.network;

import java.util.Arrays;

/**
 * Two layers whose units can be rescaled without changing the function: unit i is row i of the
 * incoming weights w with its bias, and column i of the outgoing weights v. Strong units carry the
 * function: their path norm ‖w_i‖‖v_i‖ is above 1/1000 of the largest; batch noise lets the number
 * of active units flicker where that of strong ones stays the same.
 *
 * @param incoming the number of the incoming layer among the layers with parameters, from 0
 * @param outgoing the number of the outgoing layer, always {@code incoming + 1}
 * @param units the number of units between them
 */
public record UnitPair(int incoming, int outgoing, int units) {
  /** {@return what strong units exceed among {@code pathNorms} of 0 or more, not modified} */
  public static double leastStrong(double[] pathNorms) {
    return 1e-3 * Arrays.stream(pathNorms).max().orElse(0);
  }

  /** {@return the number of strong units, 0 if all {@code pathNorms}, not modified, are 0} */
  public static int countStrong(double[] pathNorms) {
    double least = leastStrong(pathNorms);
    return (int) Arrays.stream(pathNorms).filter(each -> each > least).count();
  }
}
