package pathprox.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import pathprox.metrics.PathNorm;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import tech.tablesaw.api.Table;

/** The units of one pair, the strongest first, by their path norm ‖w_i‖‖v_i‖. */
public final class UnitTable {
  private UnitTable() {}

  /**
   * {@return a row for each unit of the {@code pair}, from 0, of {@code network}, by falling path
   * norm: {@code unit} (from 0), {@code w_norm}, {@code v_norm}, {@code path_norm}, 0 for dead
   * units; an IndexOutOfBoundsException if there is no such pair}
   */
  public static Table of(Network network, int pair) {
    UnitPair layers = network.architecture().pairing().pairs().get(pair);
    double[] w = network.incomingNorms(layers.incoming());
    double[] v = network.outgoingNorms(layers.outgoing());
    double[] norms = PathNorm.perUnit(network, layers);
    List<Integer> units =
        IntStream.range(0, norms.length)
            .boxed()
            .sorted(Comparator.comparingDouble(unit -> -norms[unit]))
            .toList();
    return RecordTable.of("units of pair " + (pair + 1), units)
        .whole("unit", unit -> unit)
        .number("w_norm", unit -> w[unit])
        .number("v_norm", unit -> v[unit])
        .number("path_norm", unit -> norms[unit])
        .table();
  }
}
