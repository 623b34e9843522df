package pathprox.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.metrics.PathNorm;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import tech.tablesaw.api.Table;

/** The units of one pair, the strongest first, by their path norm ‖w_i‖‖v_i‖. */
public final class UnitTable {
  private UnitTable() {}

  /**
   * Lists all units of a pair with their norms.
   *
   * @param network Not modified.
   * @param pair the number of the pair, from 0
   * @return one row a unit, by falling path norm: {@code unit} (from 0), {@code w_norm}, {@code
   *     v_norm}, {@code path_norm}; dead units have a path norm of 0
   * @throws IndexOutOfBoundsException if there is no such pair
   */
  public static Table of(Network network, int pair) {
    UnitPair layers = network.architecture().pairing().pairs().get(pair);
    double[] w = network.incomingNorms(layers.incoming());
    double[] v = network.outgoingNorms(layers.outgoing());
    return RecordTable.of("units of pair " + (pair + 1), byPathNorm(network, layers))
        .whole("unit", unit -> unit)
        .number("w_norm", unit -> w[unit])
        .number("v_norm", unit -> v[unit])
        .number("path_norm", unit -> w[unit] * v[unit])
        .table();
  }

  /**
   * Lists the weights into the strongest units of a pair, for pictures of what they look at.
   *
   * @param network Not modified.
   * @param pair the number of the pair, from 0
   * @param count how many units; all if there are fewer
   * @return one row a unit, by falling path norm: {@code label} ("unit 17"), then its weights
   * @throws IndexOutOfBoundsException if there is no such pair
   */
  public static Table strongest(Network network, int pair, int count) {
    UnitPair layers = network.architecture().pairing().pairs().get(pair);
    INDArray weights = network.weights(layers.incoming()).reshape('c', layers.units(), -1);
    RecordTable<Integer> table =
        RecordTable.of(
                "strongest units of pair " + (pair + 1),
                byPathNorm(network, layers).stream().limit(count).toList())
            .text("label", unit -> "unit " + unit);
    for (int i = 0; i < weights.columns(); i++) {
      int input = i;
      table.number("w" + input, unit -> weights.getDouble(unit, input));
    }
    return table.table();
  }

  private static List<Integer> byPathNorm(Network network, UnitPair pair) {
    double[] norms = PathNorm.perUnit(network, pair);
    return IntStream.range(0, norms.length)
        .boxed()
        .sorted(Comparator.comparingDouble(unit -> -norms[unit]))
        .toList();
  }
}
