package pathprox.metrics;

import java.util.List;
import java.util.Locale;
import pathprox.network.Network;

/**
 * The norms and active units of a network, from which the regularization of either objective
 * follows.
 *
 * @param pathNorm Σ‖w_i‖‖v_i‖ over paired units
 * @param halfSquaredNorm ½·Σ‖W‖² over all layers
 * @param halfSquaredUnpaired ½·Σ‖W‖² over layers in no pair
 * @param activeUnits the number of active units of each pair
 */
public record Regularity(
    double pathNorm,
    double halfSquaredNorm,
    double halfSquaredUnpaired,
    List<Integer> activeUnits) {
  /**
   * Copies the list.
   *
   * @param pathNorm Σ‖w_i‖‖v_i‖ over paired units
   * @param halfSquaredNorm ½·Σ‖W‖² over all layers
   * @param halfSquaredUnpaired ½·Σ‖W‖² over layers in no pair
   * @param activeUnits the number of active units of each pair
   */
  public Regularity {
    activeUnits = List.copyOf(activeUnits);
  }

  /**
   * Measures a network.
   *
   * @param network Not modified.
   * @return its norms and active units
   */
  public static Regularity of(Network network) {
    return new Regularity(
        PathNorm.of(network),
        HalfSquaredNorm.of(network),
        HalfSquaredNorm.ofUnpaired(network),
        ActiveUnits.perPair(network));
  }

  /**
   * Counts the active units of all pairs together.
   *
   * @return the sum of {@link #activeUnits}
   */
  public int totalActiveUnits() {
    return activeUnits.stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Computes the objective of PathProx, loss + λ·Σ‖w_i‖‖v_i‖ + (λ/2)·Σ‖unpaired W‖².
   *
   * @param loss the mean data loss
   * @param lambda λ
   * @return the objective
   */
  public double objective(double loss, double lambda) {
    return loss + lambda * (pathNorm + halfSquaredUnpaired);
  }

  /**
   * Computes the objective of weight decay, loss + (λ/2)·Σ‖W‖² over all layers.
   *
   * @param loss the mean data loss
   * @param lambda λ
   * @return the objective, never less than {@link #objective} up to rounding
   */
  public double decayObjective(double loss, double lambda) {
    return loss + lambda * halfSquaredNorm;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "path norm %.6g, half the squared norm %.6g (unpaired layers %.6g), active units %s",
        pathNorm,
        halfSquaredNorm,
        halfSquaredUnpaired,
        activeUnits);
  }
}
