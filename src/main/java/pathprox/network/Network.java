package pathprox.network;

import static pathprox.matrix.Arguments.require;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.Arena;
import pathprox.matrix.Fingerprint;
import pathprox.matrix.Matrix;
import pathprox.matrix.Units;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.Parameters;
import pathprox.network.running.Rows;
import pathprox.network.running.WorkingNetwork;

/**
 * An architecture with parameters: an immutable value. Layers are numbered from 0 among those with
 * parameters; a number that there is not throws an {@code IndexOutOfBoundsException}. Arrays that
 * go in or come out are copies.
 */
@SuppressWarnings("serial") // it travels as what it is made from
public final class Network implements Serializable {
  private final Architecture architecture;
  private final DataType type;
  private final List<INDArray> weights;
  private final List<INDArray> biases;

  /** Networks at work that wait for the next question: as many as there were at the same time. */
  private final Queue<WorkingNetwork> idle = new ConcurrentLinkedQueue<>();

  /**
   * Makes a network of {@code architecture} with an array of {@code weights}, such as [outputs,
   * inputs], and of {@code biases}, [outputs], a layer; {@code FLOAT} or {@code DOUBLE}, all alike.
   *
   * @throws IllegalArgumentException if a number of arrays, a shape or a type does not fit
   */
  public Network(Architecture architecture, List<INDArray> weights, List<INDArray> biases) {
    List<ParametricLayer> layers = architecture.parametricLayers();
    boolean fits = weights.size() == layers.size() && biases.size() == layers.size();
    String message = "%s layers need as many weights and biases, found %s and %s";
    require(fits, message, layers.size(), weights.size(), biases.size());
    this.architecture = architecture;
    type = weights.get(0).dataType();
    boolean isReal = type == DataType.FLOAT || type == DataType.DOUBLE;
    require(isReal, "parameters must be FLOAT or DOUBLE, were %s", type);
    for (int i = 0; i < layers.size(); i++) {
      check("weights", i, weights.get(i), layers.get(i).weightShape());
      check("bias", i, biases.get(i), Shape.of(layers.get(i).outputs()));
    }
    this.weights = weights.stream().map(array -> array.dup('c')).toList();
    this.biases = biases.stream().map(array -> array.dup('c')).toList();
  }

  private void check(String what, int layer, INDArray array, Shape expected) {
    String needed = "%s of %s".formatted(expected.sizes(), type);
    String found = "%s of %s".formatted(Arrays.toString(array.shape()), array.dataType());
    String message = "%s of layer %s must be %s, found %s";
    require(found.equals(needed), message, what, layer, needed, found);
  }

  /** {@return a network of {@code architecture} with a copy of {@code parameters}, in its order} */
  public static Network of(Architecture architecture, Parameters parameters) {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    try (Arena arena = new Arena()) {
      for (LayerParameters layer : parameters.copy(arena).layers()) {
        ParametricLayer shape = architecture.parametricLayers().get(weights.size());
        int channels = architecture.channels(weights.size());
        INDArray rows = layer.weights().value().toArray();
        weights.add(shape.fromRows(rows, layer.rows(), channels));
        biases.add(layer.bias().value().toArray().reshape(shape.outputs()));
      }
    }
    return new Network(architecture, weights, biases);
  }

  /** {@return this network at work, with its parameters in native memory; to be closed} */
  public WorkingNetwork working() {
    return new Assembly(this, new Arena()).whole();
  }

  /**
   * {@return this network at work, for forward passes, with the parameters of {@code other}, live,
   * for all layers after the first one, which has parameters in both; to be closed}
   */
  public WorkingNetwork workingBefore(WorkingNetwork other) {
    return new Assembly(this, new Arena()).before(other);
  }

  /** {@return 64 hexadecimal digits that differ where layers, type or any bit of a number do} */
  public String fingerprint() {
    Fingerprint fingerprint = new Fingerprint().with(architecture.layers()).with(type);
    for (int layer = 0; layer < weights.size(); layer++) {
      fingerprint.with(weights.get(layer).ravel().reshape(1, -1));
      fingerprint.with(biases.get(layer).reshape(1, -1));
    }
    return fingerprint.hex();
  }

  private record Written(Architecture architecture, List<INDArray> weights, List<INDArray> biases)
      implements Serializable {
    private Object readResolve() {
      return new Network(architecture, weights, biases);
    }
  }

  private Object writeReplace() {
    return new Written(architecture, weights, biases);
  }

  /** {@return the layers} */
  public Architecture architecture() {
    return architecture;
  }

  /** {@return the type of the parameters, {@code FLOAT} or {@code DOUBLE}} */
  public DataType type() {
    return type;
  }

  /** {@return a copy of the weights of {@code layer}, [outputs, inputs] for a dense layer} */
  public INDArray weights(int layer) {
    return weights.get(layer).dup();
  }

  /** {@return a copy of the bias of {@code layer}, [outputs]} */
  public INDArray bias(int layer) {
    return biases.get(layer).dup();
  }

  /** {@return ‖w_i‖, the norm of the weights into each output of {@code layer}, without biases} */
  public double[] incomingNorms(int layer) {
    return norms(layer, Rows.OUTPUTS, weights.get(layer).size(0));
  }

  /** {@return ‖v_i‖, the norm of the weights out of each input channel of {@code layer}} */
  public double[] outgoingNorms(int layer) {
    return norms(layer, Rows.INPUTS, architecture.channels(layer));
  }

  private double[] norms(int layer, Rows rows, long units) {
    double[] norms = new double[(int) units];
    try (Arena arena = new Arena()) {
      Units.norms(rowsOf(layer, rows, arena), norms.length, norms);
    }
    return norms;
  }

  /** {@return the number of units of {@code pair} with both ‖w_i‖ and ‖v_i‖ above 0} */
  public int activeUnits(UnitPair pair) {
    double[] w = incomingNorms(pair.incoming());
    double[] v = outgoingNorms(pair.outgoing());
    return (int) IntStream.range(0, pair.units()).filter(i -> w[i] > 0 && v[i] > 0).count();
  }

  /** {@return the number of {@linkplain UnitPair strong} units of {@code pair}} */
  public int strongUnits(UnitPair pair) {
    double[] v = outgoingNorms(pair.outgoing());
    double[] pathNorms = incomingNorms(pair.incoming());
    Arrays.setAll(pathNorms, i -> pathNorms[i] * v[i]);
    return UnitPair.countStrong(pathNorms);
  }

  /** The arrays themselves, not to be modified. */
  List<INDArray> weights() {
    return weights;
  }

  List<INDArray> biases() {
    return biases;
  }

  /** The weights of a layer as a matrix with one unit a row: a copy. */
  Matrix rowsOf(int layer, Rows rows, Arena arena) {
    ParametricLayer shape = architecture.parametricLayers().get(layer);
    return arena.copyOf(shape.toRows(weights.get(layer), rows, architecture.channels(layer)), type);
  }

  /** {@return this network in the type {@code newType}, {@code FLOAT} or {@code DOUBLE}} */
  public Network withType(DataType newType) {
    return new Network(
        architecture,
        weights.stream().map(array -> array.castTo(newType)).toList(),
        biases.stream().map(array -> array.castTo(newType)).toList());
  }

  /**
   * {@return the outputs, [samples, outputs], for {@code inputs}, [samples, …], or a vector that is
   * one sample, not modified, in the type of this network; an empty array for no samples} Memory
   * for the answer to many questions, one by one or on several threads, is kept as long as the
   * network is.
   *
   * @throws IllegalArgumentException if a sample has the wrong number of values
   */
  public INDArray outputs(INDArray inputs) {
    return isNone(inputs)
        ? Nd4j.create(type, 0, architecture.output().elements())
        : answer(network -> network.outputs(samples(inputs)), Matrix::toArray);
  }

  /**
   * {@return the class of each sample of {@code inputs}, as {@link #outputs(INDArray)} takes them:
   * the number of its largest output, from 0, the first of equal ones}
   *
   * @throws IllegalArgumentException if a sample has the wrong number of values, or outputs of NaN
   * @throws IllegalStateException if there is one output, which is a number and no class
   */
  public int[] classify(INDArray inputs) {
    if (architecture.output().elements() == 1) {
      throw new IllegalStateException(
          "a network with one output predicts a number and no class; ask for its outputs");
    }
    return isNone(inputs)
        ? new int[0]
        : answer(network -> network.outputs(samples(inputs)), Network::classes);
  }

  private static int[] classes(Matrix outputs) {
    for (int row = 0; row < outputs.rows(); row++) {
      for (int column = 0; column < outputs.columns(); column++) {
        String message =
            "sample %s has no class, output %s is NaN; look for NaN or huge values in the sample,"
                + " and in the weights";
        boolean isNumber = !Double.isNaN(outputs.get(row, column));
        require(isNumber, message, row + 1, column + 1);
      }
    }
    return outputs.largestColumns();
  }

  private boolean isNone(INDArray inputs) {
    int values = architecture.input().elements();
    long[] shape = inputs.shape();
    boolean fits = shape.length > 1 && shape[0] == 0;
    long found = Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact);
    String message = "an empty array must be [0, %s], no samples of so many values, found %s";
    require(!inputs.isEmpty() || fits && found == values, message, values, Arrays.toString(shape));
    return inputs.isEmpty();
  }

  /** A vector is one sample: where samples are single numbers, it could be many as well. */
  private INDArray samples(INDArray inputs) {
    int values = architecture.input().elements();
    String message =
        "a vector is one sample, of %s values here, found %s; many samples are an array [samples,"
            + " %1$s], such as vector.reshape(-1, %1$s)";
    require(inputs.rank() > 1 || inputs.length() == values, message, values, inputs.length());
    return inputs.rank() > 1 ? inputs : inputs.reshape(1, values);
  }

  /**
   * {@return the outputs for one {@code sample}, whose numbers are not modified} For many samples
   * one by one: an array of ND4J, however small, leaves 2 KB behind until a full garbage
   * collection.
   *
   * @throws IllegalArgumentException if its length is not that of a sample
   */
  public double[] outputs(double[] sample) {
    return answer(
        network -> network.outputs(sample),
        outputs ->
            IntStream.range(0, outputs.columns()).mapToDouble(i -> outputs.get(0, i)).toArray());
  }

  private <T> T answer(Function<WorkingNetwork, Matrix> question, Function<Matrix, T> reader) {
    WorkingNetwork kept = idle.poll();
    WorkingNetwork network = kept == null ? working() : kept;
    try {
      return reader.apply(question.apply(network));
    } finally {
      idle.add(network);
    }
  }

  /**
   * {@return a network with the same outputs up to rounding, without the units that are not
   * {@linkplain #activeUnits active}: those with ‖v_i‖ = 0 are dropped, and those with ‖w_i‖ = 0,
   * which are constant, move into the bias of the outgoing layer} A constant that padding makes
   * differ between the pixels of an image is kept, and one unit of a pair without an active one.
   */
  public Network compact() {
    return Compaction.of(this);
  }

  /**
   * {@return a network with the same outputs up to rounding, in which dense layers with nothing
   * between them are one, W₂W₁, where that has fewer parameters} Of all ways to cut such a chain of
   * layers the one with the fewest parameters is taken; without a gain it is this network. Layers
   * whose product is not finite in the type of the network are kept as they are. A form to predict
   * with, best after {@link #compact}: pairs and path norms are others than before, so a training
   * does not go on from it.
   */
  public Network merged() {
    return Merging.of(this);
  }

  /**
   * {@return a network with (αw_i, αb_i, v_i/α) in place of (w_i, b_i, v_i) of the pair number
   * {@code pair}, from 0, with α from {@code factors}, one for each unit, above 0 and finite, not
   * modified; it has the same outputs, exactly where all α are powers of two, else up to rounding}
   *
   * @throws IllegalArgumentException if a factor, or a unit times its factor, is out of its range
   */
  public Network rescaled(int pair, double... factors) {
    return Rescaling.of(this, architecture.pairing().pairs().get(pair), factors);
  }

  /**
   * {@return a network with the same outputs up to rounding whose units are rescaled by α =
   * √(‖v_i‖/‖w_i‖): both norms are the same, and ½(‖w_i‖² + ‖v_i‖²) is as small as it can be,
   * ‖w_i‖‖v_i‖} Units with one norm of 0, which no α balances, stay as they are.
   */
  public Network balanced() {
    return Rescaling.balanced(this);
  }

  /** {@return how many numbers training may change, weights and biases together} */
  public long parameterCount() {
    List<ParametricLayer> layers = architecture.parametricLayers();
    return layers.stream().mapToLong(ParametricLayer::parameterCount).sum();
  }

  /** {@return shapes, parameters, pairs and active units, as a table that prints itself} */
  public Summary summary() {
    return Summary.of(this);
  }

  @Override
  public String toString() {
    return summary().toString();
  }
}
