package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.Parameter;
import pathprox.network.running.ParametricStage;
import pathprox.network.running.Rows;
import pathprox.network.running.Stage;

/**
 * Leaves the units out that no output depends on, and moves constant units into biases.
 *
 * <p>A unit with ‖w_i‖ = 0 gives the same activation for every sample. What the outgoing layer
 * makes of that is added to its bias, unless padding makes it differ between pixels; such a unit is
 * kept.
 */
final class Compaction {
  private final Architecture architecture;
  private final List<ParametricLayer> layers;
  private final List<INDArray> weights = new ArrayList<>();
  private final List<INDArray> biases = new ArrayList<>();

  private Compaction(Network network) {
    architecture = network.architecture();
    layers = new ArrayList<>(architecture.parametricLayers());
    for (int i = 0; i < layers.size(); i++) {
      weights.add(network.weights(i));
      biases.add(network.bias(i));
    }
  }

  static Network of(Network network) {
    Compaction compaction = new Compaction(network);
    for (UnitPair pair : network.architecture().pairing().pairs()) {
      compaction.compact(pair, network);
    }
    List<Layer> all = new ArrayList<>();
    int next = 0;
    for (Layer layer : network.architecture().layers()) {
      all.add(layer instanceof ParametricLayer ? compaction.layers.get(next++) : layer);
    }
    Architecture smaller = new Architecture(network.architecture().input(), all);
    return new Network(smaller, compaction.weights, compaction.biases);
  }

  private void compact(UnitPair pair, Network network) {
    double[] w = network.incomingNorms(pair.incoming());
    double[] v = network.outgoingNorms(pair.outgoing());
    boolean[] keeps = new boolean[pair.units()];
    for (int i = 0; i < keeps.length; i++) {
      boolean constant = w[i] == 0 && v[i] > 0;
      keeps[i] = v[i] > 0 && !(constant && movedIntoBias(pair, i));
    }
    int[] kept = IntStream.range(0, keeps.length).filter(i -> keeps[i]).toArray();
    keep(pair, kept.length > 0 ? kept : new int[1]);
  }

  /** Adds to the outgoing bias what a constant unit gives there; false if it gives no constant. */
  private boolean movedIntoBias(UnitPair pair, int unit) {
    Shape shape = architecture.outputOfParametric(pair.incoming());
    DataType type = weights.get(0).dataType();
    try (Arena arena = new Arena()) {
      Matrix values = arena.zeros(type, shape.elements() / pair.units(), pair.units());
      for (int pixel = 0; pixel < values.rows(); pixel++) {
        values.set(pixel, unit, biases.get(pair.incoming()).getDouble(unit));
      }
      for (Stage stage :
          new Assembly(architecture, arena).stagesAfter(architecture.index(pair.incoming()))) {
        values = stage.forward(values);
      }
      Matrix outputs = outgoingWithoutBias(pair, type, arena).forward(values);
      for (int i = 0; i < outputs.rows() * outputs.columns(); i++) {
        if (outputs.get(i / outputs.columns(), i % outputs.columns())
            != outputs.get(0, i % outputs.columns())) {
          return false;
        }
      }
      for (int output = 0; output < outputs.columns(); output++) {
        INDArray bias = biases.get(pair.outgoing());
        bias.putScalar(output, bias.getDouble(output) + outputs.get(0, output));
      }
      return true;
    }
  }

  private ParametricStage outgoingWithoutBias(UnitPair pair, DataType type, Arena arena) {
    ParametricLayer layer = layers.get(pair.outgoing());
    INDArray rows = layer.toRows(weights.get(pair.outgoing()), Rows.OUTPUTS, pair.units());
    LayerParameters parameters =
        new LayerParameters(
            new Parameter(0, arena.copyOf(rows, type), arena),
            new Parameter(1, arena.zeros(type, layer.outputs(), 1), arena),
            Rows.OUTPUTS,
            false,
            false);
    return layer.stage(architecture.inputOfParametric(pair.outgoing()), parameters, arena);
  }

  /** Layers cannot be empty: one dead unit stays where all are dead. */
  private void keep(UnitPair pair, int[] kept) {
    int in = pair.incoming();
    int out = pair.outgoing();
    ParametricLayer incoming = layers.get(in);
    ParametricLayer outgoing = layers.get(out);
    int inputs = outgoing.weightShape().sizes().get(1) / pair.units() * kept.length;
    layers.set(in, incoming.resized(incoming.weightShape().sizes().get(1), kept.length));
    layers.set(out, outgoing.resized(inputs, outgoing.outputs()));
    weights.set(in, rows(weights.get(in), kept, layers.get(in).weightShape()));
    biases.set(in, rows(biases.get(in), kept, Shape.of(kept.length)));
    weights.set(out, columns(weights.get(out), pair.units(), kept, layers.get(out).weightShape()));
  }

  private static INDArray rows(INDArray array, int[] kept, Shape shape) {
    INDArray matrix = array.reshape('c', array.size(0), array.length() / array.size(0));
    return matrix.getRows(kept).dup('c').reshape('c', shape.toArray());
  }

  /** The second index of weights is the input channel, or the pixel of a channel. */
  private static INDArray columns(INDArray array, int units, int[] kept, Shape shape) {
    long outputs = array.size(0);
    long rest = array.length() / outputs / units;
    INDArray unitsFirst = array.reshape('c', outputs, units, rest).permute(1, 0, 2).dup('c');
    return rows(unitsFirst, kept, Shape.of(kept.length, (int) outputs, (int) rest))
        .permute(1, 0, 2)
        .dup('c')
        .reshape('c', shape.toArray());
  }
}
