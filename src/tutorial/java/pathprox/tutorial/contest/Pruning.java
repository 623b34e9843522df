package pathprox.tutorial.contest;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.table.UnitTable;
import tech.tablesaw.api.IntColumn;

/** Structured pruning by magnitude: a network without its weakest units. */
public final class Pruning {
  private Pruning() {}

  /**
   * Keeps the units of the largest path norms ‖w_i‖‖v_i‖ in each pair of dense layers.
   *
   * @param network what is pruned
   * @param units how many units each pair keeps, 1 or more; a pair that has fewer keeps all
   * @return the smaller network, the weights of its units unchanged, to be trained on
   * @throws IllegalArgumentException if {@code units} is below 1
   */
  public static Network strongest(Network network, int units) {
    if (units < 1) {
      throw new IllegalArgumentException("units must be >= 1, was " + units);
    }
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (int layer = 0; layer < network.architecture().parametricLayers().size(); layer++) {
      weights.add(network.weights(layer));
      biases.add(network.bias(layer));
    }
    List<UnitPair> pairs = network.architecture().pairing().pairs();
    for (int pair = 0; pair < pairs.size(); pair++) {
      IntColumn byStrength = UnitTable.of(network, pair).intColumn("unit");
      INDArray out = weights.get(pairs.get(pair).outgoing());
      for (int place = units; place < byStrength.size(); place++) {
        out.getColumn(byStrength.getInt(place)).assign(0); // a view: v_i becomes 0
      }
    }
    return new Network(network.architecture(), weights, biases).compact();
  }
}
