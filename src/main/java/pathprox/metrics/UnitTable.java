package pathprox.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Network;
import pathprox.network.Rows;
import pathprox.network.UnitPair;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
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
    double[] w = network.norms(layers.incoming(), Rows.OUTPUTS);
    double[] v = network.norms(layers.outgoing(), Rows.INPUTS);
    List<Integer> order = order(w, v);
    return Table.create(
        "units of pair " + (pair + 1),
        IntColumn.create("unit", order.stream().mapToInt(i -> i).toArray()),
        DoubleColumn.create("w_norm", order.stream().mapToDouble(i -> w[i]).toArray()),
        DoubleColumn.create("v_norm", order.stream().mapToDouble(i -> v[i]).toArray()),
        DoubleColumn.create("path_norm", order.stream().mapToDouble(i -> w[i] * v[i]).toArray()));
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
    int[] units = of(network, pair).first(count).intColumn("unit").asIntArray();
    INDArray weights =
        network.weights(layers.incoming()).reshape('c', layers.units(), -1).getRows(units);
    StringColumn labels =
        StringColumn.create("label", IntStream.of(units).mapToObj(i -> "unit " + i).toList());
    Table table = Table.create("strongest units of pair " + (pair + 1), labels);
    for (int input = 0; input < weights.columns(); input++) {
      table.addColumns(
          DoubleColumn.create("w" + input, weights.getColumn(input).dup().data().asDouble()));
    }
    return table;
  }

  private static List<Integer> order(double[] w, double[] v) {
    return IntStream.range(0, w.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -w[i] * v[i]))
        .toList();
  }
}
