package pathprox.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.matrix.Units;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.Parameters;
import pathprox.network.running.Rows;
import pathprox.network.running.WorkingNetwork;

/**
 * An architecture with parameters: an immutable value.
 *
 * <p>Layers are numbered from 0 among those with parameters. Arrays that go in or come out are
 * copies.
 */
public final class Network {
  private final Architecture architecture;
  private final DataType type;
  private final List<INDArray> weights;
  private final List<INDArray> biases;

  /**
   * Makes a network from its parameters.
   *
   * @param architecture the layers
   * @param weights one array for each layer with parameters, [outputs, inputs] for a dense layer;
   *     {@code FLOAT} or {@code DOUBLE}, all alike. Not modified, copied.
   * @param biases one vector for each of them, [outputs]. Not modified, copied.
   * @throws IllegalArgumentException if a number of arrays, a shape or a type does not fit
   */
  public Network(Architecture architecture, List<INDArray> weights, List<INDArray> biases) {
    this(
        architecture,
        weights.stream().map(array -> array.dup('c')).toList(),
        biases.stream().map(array -> array.dup('c')).toList(),
        weights.isEmpty() ? null : weights.get(0).dataType());
  }

  /**
   * Copies the present parameters of a network at work, with all units in their own order.
   *
   * @param architecture its layers
   * @param parameters what a training has come to. Not modified.
   * @return a new network
   */
  public static Network of(Architecture architecture, Parameters parameters) {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    try (Arena arena = new Arena()) {
      for (LayerParameters layer : parameters.copy(arena).layers()) {
        ParametricLayer shape = architecture.parametricLayers().get(weights.size());
        int channels = architecture.channels(weights.size());
        INDArray rows = layer.weights().value().toArray();
        weights.add(shape.fromRows(rows, layer.rows(), channels).dup('c'));
        biases.add(layer.bias().value().toArray().reshape(shape.outputs()));
      }
    }
    return new Network(architecture, weights, biases, parameters.type());
  }

  /**
   * Puts this network to work: copies its parameters into native memory, where they go forward and
   * backward and can be changed.
   *
   * @return a working network, to be closed
   */
  public WorkingNetwork working() {
    return new Assembly(this, new Arena()).whole();
  }

  /**
   * Puts this network to work, with another working network for all layers but the first one.
   *
   * @param other with the same layers after the first one, which has parameters in both; it runs
   *     and changes in both
   * @return a working network for forward passes, to be closed
   */
  public WorkingNetwork workingBefore(WorkingNetwork other) {
    return new Assembly(this, new Arena()).before(other);
  }

  private Network(
      Architecture architecture, List<INDArray> weights, List<INDArray> biases, DataType type) {
    List<ParametricLayer> layers = architecture.parametricLayers();
    if (weights.size() != layers.size() || biases.size() != layers.size()) {
      throw new IllegalArgumentException(
          "%d layers need as many weights and biases, found %d and %d"
              .formatted(layers.size(), weights.size(), biases.size()));
    }
    this.architecture = architecture;
    this.type = type;
    if (type != DataType.FLOAT && type != DataType.DOUBLE) {
      throw new IllegalArgumentException("parameters must be FLOAT or DOUBLE, were " + type);
    }
    for (int i = 0; i < layers.size(); i++) {
      check("weights", i, weights.get(i), layers.get(i).weightShape());
      check("bias", i, biases.get(i), Shape.of(layers.get(i).outputs()));
    }
    this.weights = List.copyOf(weights);
    this.biases = List.copyOf(biases);
  }

  private void check(String what, int layer, INDArray array, Shape expected) {
    long[] sizes = expected.toArray();
    if (!Arrays.equals(sizes, array.shape()) || array.dataType() != type) {
      throw new IllegalArgumentException(
          "%s of layer %d must be %s of %s, found %s of %s"
              .formatted(
                  what,
                  layer,
                  Arrays.toString(sizes),
                  type,
                  Arrays.toString(array.shape()),
                  array.dataType()));
    }
  }

  static Network draw(
      Architecture architecture, long seed, DataType type, Initialization initialization) {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (ParametricLayer layer : architecture.parametricLayers()) {
      RandomNumbers random = RandomNumbers.of(seed, "initialization", weights.size());
      int fanIn = layer.fanIn();
      weights.add(draw(layer.weightShape(), type, () -> initialization.draw(random, fanIn)));
      biases.add(
          draw(Shape.of(layer.outputs()), type, () -> initialization.drawBias(random, fanIn)));
    }
    return new Network(architecture, weights, biases);
  }

  private static INDArray draw(Shape shape, DataType type, DoubleSupplier value) {
    double[] values = new double[shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.getAsDouble();
    }
    return Nd4j.createFromArray(values).reshape('c', shape.toArray()).castTo(type);
  }

  /** {@return the layers} */
  public Architecture architecture() {
    return architecture;
  }

  /** {@return the type of the parameters, {@code FLOAT} or {@code DOUBLE}} */
  public DataType type() {
    return type;
  }

  /**
   * Returns the weights of a layer.
   *
   * @param layer its number among the layers with parameters, from 0
   * @return a copy, [outputs, inputs] for a dense layer
   * @throws IndexOutOfBoundsException if there is no such layer
   */
  public INDArray weights(int layer) {
    return weights.get(layer).dup();
  }

  /**
   * Returns the bias of a layer.
   *
   * @param layer its number among the layers with parameters, from 0
   * @return a copy, [outputs]
   * @throws IndexOutOfBoundsException if there is no such layer
   */
  public INDArray bias(int layer) {
    return biases.get(layer).dup();
  }

  /**
   * Computes the Euclidean norms of the weights into each output of a layer, without biases.
   *
   * @param layer its number among the layers with parameters, from 0
   * @return one norm for each output, ‖w_i‖ for the incoming layer of a pair
   * @throws IndexOutOfBoundsException if there is no such layer
   */
  public double[] incomingNorms(int layer) {
    return norms(layer, Rows.OUTPUTS, weights.get(layer).size(0));
  }

  /**
   * Computes the Euclidean norms of the weights out of each input channel of a layer.
   *
   * @param layer its number among the layers with parameters, from 0
   * @return one norm for each input channel, ‖v_i‖ for the outgoing layer of a pair
   * @throws IndexOutOfBoundsException if there is no such layer
   */
  public double[] outgoingNorms(int layer) {
    return norms(layer, Rows.INPUTS, architecture.channels(layer));
  }

  private double[] norms(int layer, Rows rows, long units) {
    try (Arena arena = new Arena()) {
      Matrix matrix = rowsOf(layer, rows, arena);
      double[] norms = new double[(int) units];
      Units.norms(matrix, norms.length, norms);
      return norms;
    }
  }

  /**
   * Counts the active units of a pair: those with both ‖w_i‖ and ‖v_i‖ above 0.
   *
   * @param pair one of the pairs of this network
   * @return 0 to the number of units of the pair
   */
  public int activeUnits(UnitPair pair) {
    double[] w = incomingNorms(pair.incoming());
    double[] v = outgoingNorms(pair.outgoing());
    return (int) IntStream.range(0, pair.units()).filter(i -> w[i] > 0 && v[i] > 0).count();
  }

  /**
   * Counts the {@linkplain StrongUnits strong} units of a pair: those whose path norm is above
   * 1/1000 of the largest.
   *
   * @param pair one of the pairs of this network
   * @return 0 to the number of active units of the pair
   */
  public int strongUnits(UnitPair pair) {
    double[] w = incomingNorms(pair.incoming());
    double[] v = outgoingNorms(pair.outgoing());
    return StrongUnits.count(
        IntStream.range(0, pair.units()).mapToDouble(i -> w[i] * v[i]).toArray());
  }

  /** The bias of a layer as a matrix: a copy. */
  Matrix biasOf(int layer, Arena arena) {
    return arena.copyOf(biases.get(layer), type);
  }

  /** The weights of a layer as a matrix with one unit a row: a copy. */
  Matrix rowsOf(int layer, Rows rows, Arena arena) {
    ParametricLayer shape = architecture.parametricLayers().get(layer);
    return arena.copyOf(shape.toRows(weights.get(layer), rows, architecture.channels(layer)), type);
  }

  /**
   * Returns this network with parameters of another type.
   *
   * @param newType {@code FLOAT} or {@code DOUBLE}
   * @return a new network; its parameters are rounded if the type is the smaller one
   * @throws IllegalArgumentException for another type
   */
  public Network withType(DataType newType) {
    return new Network(
        architecture,
        weights.stream().map(array -> array.castTo(newType)).toList(),
        biases.stream().map(array -> array.castTo(newType)).toList());
  }

  /**
   * Computes the outputs for samples.
   *
   * @param inputs one sample a row, [samples, …]; converted to the type of the network. Not
   *     modified.
   * @return [samples, outputs]
   * @throws IllegalArgumentException if a sample has the wrong number of values
   */
  public INDArray outputs(INDArray inputs) {
    try (WorkingNetwork network = working()) {
      return network.outputs(network.arena().copyOf(inputs, type)).toArray();
    }
  }

  /**
   * Says which class each sample belongs to: the one with the largest output.
   *
   * @param inputs one sample a row, [samples, …]. Not modified.
   * @return one class number for each sample, from 0
   * @throws IllegalArgumentException if a sample has the wrong number of values
   */
  public int[] classify(INDArray inputs) {
    return outputs(inputs).argMax(1).toIntVector();
  }

  /**
   * Leaves out the units that no output depends on: those that are not {@linkplain #activeUnits
   * active}.
   *
   * <p>Units with ‖v_i‖ = 0 are dropped. Units with ‖w_i‖ = 0 but ‖v_i‖ &gt; 0 are constant and
   * move into the bias of the outgoing layer; one that padding makes differ between the pixels of
   * an image is kept. A pair without an active unit keeps one. Training can start from the smaller
   * network as from any other.
   *
   * @return a network with the same outputs up to rounding
   */
  public Network compact() {
    return Compaction.of(this);
  }

  /**
   * Divides the strength of each unit of a pair differently between its two layers: (αw_i, αb_i,
   * v_i/α) in place of (w_i, b_i, v_i).
   *
   * @param pair the number of the pair, from 0
   * @param factors α of each unit, above 0 and finite. Not modified.
   * @return a network with the same outputs, exactly where all α are powers of two, else up to
   *     rounding
   * @throws IndexOutOfBoundsException if there is no such pair
   * @throws IllegalArgumentException if there is not one factor for each unit, one is out of its
   *     range, or a unit leaves the range of the parameters' type
   */
  public Network rescaled(int pair, double... factors) {
    return Rescaling.of(this, architecture.pairing().pairs().get(pair), factors);
  }

  /**
   * Balances the units of all pairs: rescaled by α = √(‖v_i‖/‖w_i‖), both norms are the same, and
   * ½(‖w_i‖² + ‖v_i‖²) is as small as it can be, ‖w_i‖‖v_i‖.
   *
   * <p>Units with one norm of 0 stay as they are, since no α balances them; {@link #compact} leaves
   * them out.
   *
   * @return a network with the same outputs up to rounding
   */
  public Network balanced() {
    return Rescaling.balanced(this);
  }

  /** {@return how many numbers training may change, weights and biases together} */
  public long parameterCount() {
    return architecture.parametricLayers().stream()
        .mapToLong(ParametricLayer::parameterCount)
        .sum();
  }

  /**
   * Describes the layers: shapes, parameters, pairs and active units.
   *
   * @return a table that prints itself
   */
  public Summary summary() {
    return Summary.of(this);
  }

  @Override
  public String toString() {
    return summary().toString();
  }
}
