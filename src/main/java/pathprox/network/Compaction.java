package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.Parameter;
import pathprox.network.running.Rows;
import pathprox.network.running.Stage;

/**
 * Leaves the units out that no output depends on. A unit with ‖w_i‖ = 0 gives the same activation
 * for every sample: what the outgoing layer makes of that is added to its bias, unless padding
 * makes it differ between pixels; such a unit is kept.
 */
final class Compaction {
  /** Roundings of a sum over a window, in float64 and relative to ‖v_i‖ times the activation. */
  private static final double ROUNDING = 1e-13;

  private final Network network;
  private final Architecture architecture;
  private final List<Layer> layers;
  private final List<INDArray> weights;
  private final List<INDArray> biases;

  private Compaction(Network network) {
    this.network = network;
    architecture = network.architecture();
    layers = new ArrayList<>(architecture.layers());
    weights = new ArrayList<>(network.weights());
    biases = new ArrayList<>(network.biases());
  }

  static Network of(Network network) {
    Compaction compaction = new Compaction(network);
    compaction.architecture.pairing().pairs().forEach(compaction::compact);
    Architecture smaller = new Architecture(compaction.architecture.input(), compaction.layers);
    return new Network(smaller, compaction.weights, compaction.biases);
  }

  private void compact(UnitPair pair) {
    double[] w = network.incomingNorms(pair.incoming());
    double[] v = network.outgoingNorms(pair.outgoing());
    INDArray bias = network.bias(pair.outgoing()).castTo(DataType.DOUBLE); // a copy
    long[] kept =
        IntStream.range(0, pair.units())
            .filter(i -> v[i] != 0 && !(w[i] == 0 && movedInto(bias, pair, i, v[i])))
            .asLongStream()
            .toArray();
    biases.set(pair.outgoing(), bias.castTo(network.type()));
    keep(pair, kept.length > 0 ? kept : new long[1]);
    if (kept.length == 0) { // layers cannot be empty, but the unit that stays must add nothing
      weights.get(pair.outgoing()).assign(0);
    }
  }

  /** Adds to the outgoing bias what a constant unit gives there; false if it gives no constant. */
  private boolean movedInto(INDArray bias, UnitPair pair, int unit, double vNorm) {
    double activation = biases.get(pair.incoming()).getDouble(unit);
    double[][] pixels = outputsOf(pair, unit, activation);
    double rounding = ROUNDING * vNorm * Math.abs(activation);
    for (double[] pixel : pixels) {
      for (int output = 0; output < pixel.length; output++) {
        if (!(Math.abs(pixel[output] - pixels[0][output]) <= rounding)) {
          return false;
        }
      }
    }
    bias.addi(Nd4j.createFromArray(pixels[0]));
    return true;
  }

  /** What the outgoing layer makes of one activation without its bias: [pixels, outputs]. */
  private double[][] outputsOf(UnitPair pair, int unit, double activation) {
    ParametricLayer outgoing = architecture.parametricLayers().get(pair.outgoing());
    int inputs = outgoing.weightShape().sizes().get(1) / pair.units();
    ParametricLayer ofUnit = outgoing.resized(inputs, outgoing.outputs());
    INDArray all = network.weights().get(pair.outgoing()).castTo(DataType.DOUBLE);
    INDArray v = units(all, outgoing.outputs(), pair, new long[] {unit}, ofUnit.weightShape());
    INDArray rows = ofUnit.toRows(v, Rows.OUTPUTS, 1);
    Shape ofUnits = architecture.shapes().get(architecture.place(pair.incoming()) + 1);
    try (Arena arena = new Arena()) {
      Matrix values = arena.zeros(DataType.DOUBLE, ofUnits.elements() / pair.units(), 1);
      values.fill(activation);
      for (Stage stage : new Assembly(network, arena).stagesBetween(pair)) {
        values = stage.forward(values);
      }
      LayerParameters parameters =
          new LayerParameters(
              new Parameter(0, arena.copyOf(rows, DataType.DOUBLE), arena),
              new Parameter(1, arena.zeros(DataType.DOUBLE, outgoing.outputs(), 1), arena),
              Rows.OUTPUTS,
              false,
              false);
      Shape input = architecture.shapes().get(architecture.place(pair.outgoing()));
      return ofUnit.stage(input, parameters, arena).forward(values).toArray().toDoubleMatrix();
    }
  }

  private void keep(UnitPair pair, long[] kept) {
    int in = pair.incoming();
    int out = pair.outgoing();
    ParametricLayer incoming = architecture.parametricLayers().get(in);
    ParametricLayer outgoing = architecture.parametricLayers().get(out);
    int inputs = outgoing.weightShape().sizes().get(1) / pair.units() * kept.length;
    incoming = incoming.resized(incoming.weightShape().sizes().get(1), kept.length);
    outgoing = outgoing.resized(inputs, outgoing.outputs());
    layers.set(architecture.place(in), incoming);
    layers.set(architecture.place(out), outgoing);
    weights.set(in, units(weights.get(in), 1, pair, kept, incoming.weightShape()));
    biases.set(in, units(biases.get(in), 1, pair, kept, Shape.of(kept.length)));
    Shape shape = outgoing.weightShape();
    weights.set(out, units(weights.get(out), outgoing.outputs(), pair, kept, shape));
  }

  /** The weights into some units, or out of them: their index comes after those {@code before}. */
  private static INDArray units(
      INDArray array, long before, UnitPair pair, long[] kept, Shape shape) {
    long after = array.length() / before / pair.units();
    INDArray all = array.reshape('c', before, pair.units(), after);
    INDArray some = all.get(NDArrayIndex.all(), NDArrayIndex.indices(kept), NDArrayIndex.all());
    return some.dup('c').reshape('c', shape.toArray());
  }
}
