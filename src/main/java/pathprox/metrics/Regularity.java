package pathprox.metrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pathprox.matrix.Matrix;
import pathprox.matrix.Units;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.network.running.PairUnits;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.ProximablePenalty;

/**
 * The norms and active units of a network, of which the regularization of an objective is made.
 *
 * @param pathNorm Σ‖w_i‖‖v_i‖ over paired units
 * @param halfSquaredNorm ½·Σ‖W‖² over all layers
 * @param halfSquaredUnpaired ½·Σ‖W‖² over layers in no pair
 * @param activeUnits the number of active units of each pair
 * @param strongUnits the number of {@linkplain UnitPair strong} units of each pair
 * @param penalty Σf(‖w_i‖‖v_i‖) + (λ/2)·Σ‖unpaired W‖² for the penalty f that it was measured for,
 *     0 if for none
 */
public record Regularity(
    double pathNorm,
    double halfSquaredNorm,
    double halfSquaredUnpaired,
    List<Integer> activeUnits,
    List<Integer> strongUnits,
    double penalty)
    implements Serializable {
  public Regularity {
    activeUnits = List.copyOf(activeUnits);
    strongUnits = List.copyOf(strongUnits);
  }

  /** {@return the norms and active units of {@code network}, with the penalty 0} */
  public static Regularity of(Network network) {
    return of(network, new GroupLasso(0));
  }

  /** {@return the norms and active units of {@code network}, with f = {@code penalty}} */
  public static Regularity of(Network network, ProximablePenalty penalty) {
    try (WorkingNetwork working = network.working()) {
      return of(working, penalty);
    }
  }

  /** {@return the same of {@code network} in training, with f = {@code penalty}} */
  public static Regularity of(WorkingNetwork network, ProximablePenalty penalty) {
    double penalized = 0;
    double pathNorm = 0;
    List<Integer> activeUnits = new ArrayList<>();
    List<Integer> strongUnits = new ArrayList<>();
    double paired = 0;
    for (PairUnits pair : network.pairs()) {
      Matrix incoming = pair.incoming().weights().value();
      Matrix outgoing = pair.outgoing().weights().value();
      double[] pathNorms = new double[pair.active()];
      int active = 0;
      for (int i = 0; i < pathNorms.length; i++) {
        double w = Units.norm(incoming, i, pathNorms.length);
        double v = Units.norm(outgoing, i, pathNorms.length);
        pathNorms[i] = w * v;
        pathNorm += pathNorms[i];
        penalized += penalty.value(pathNorms[i]);
        active += w > 0 && v > 0 ? 1 : 0;
      }
      activeUnits.add(active);
      strongUnits.add(UnitPair.countStrong(pathNorms));
      paired += incoming.sumOfSquares();
      paired += outgoing.sumOfSquares();
      paired += pair.inactiveWeights().sumOfSquares();
    }
    double unpaired = 0;
    for (int i = 0; i < network.layers().size(); i++) {
      boolean counts = !network.parameters().isPaired(i);
      unpaired += counts ? network.layers().get(i).weights().value().sumOfSquares() : 0;
    }
    penalized += penalty.lambda() / 2 * unpaired;
    return new Regularity(
        pathNorm, (paired + unpaired) / 2, unpaired / 2, activeUnits, strongUnits, penalized);
  }

  /** {@return the number of active units of all pairs together} */
  public int totalActiveUnits() {
    return activeUnits.stream().mapToInt(Integer::intValue).sum();
  }

  /** {@return the number of strong units of all pairs together} */
  public int totalStrongUnits() {
    return strongUnits.stream().mapToInt(Integer::intValue).sum();
  }

  /** {@return the objective with the mean data loss {@code loss}: their sum with the penalty} */
  public double objective(double loss) {
    return loss + penalty;
  }

  /**
   * {@return the objective of weight decay, {@code loss} + (λ/2)·Σ‖W‖² over all layers with λ =
   * {@code lambda}, never less than {@link #objective} of the group lasso up to rounding}
   */
  public double decayObjective(double loss, double lambda) {
    return loss + lambda * halfSquaredNorm;
  }

  @Override
  public String toString() {
    String norms = "path norm %.6g, half the squared norm %.6g (unpaired layers %.6g)";
    String units = ", active units %s (strong %s)".formatted(activeUnits, strongUnits);
    String format = norms + units + (penalty == 0 ? "" : ", penalty %.6g");
    return String.format(
        Locale.ROOT, format, pathNorm, halfSquaredNorm, halfSquaredUnpaired, penalty);
  }
}
