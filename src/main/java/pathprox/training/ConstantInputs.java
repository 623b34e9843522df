package pathprox.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.Architecture;
import pathprox.network.Dense;
import pathprox.network.Layer;
import pathprox.network.Network;
import pathprox.network.Shape;
import pathprox.network.running.WorkingNetwork;

/**
 * The inputs that are the same in all samples, such as the border of MNIST's images: what trains
 * without them.
 *
 * <p>Of a unit's weights on constant inputs c, only the part along c changes the outputs, and only
 * that part has a gradient. Two inputs take their place: one of value ‖c‖, whose weight is the part
 * along c, and one of value 0, whose weight is the length of the rest. This is a rotation of each
 * row, so all norms, steps, decays and proximal operators are the same up to rounding.
 */
public final class ConstantInputs {
  /** The inputs that take the place of the constant ones. */
  private static final int EXTRA = 2;

  private final int[] varying;
  private final int[] constant;

  /** The constant inputs divided by their length. */
  private final double[] along;

  private final double length;

  /** What every sample loses; 0 where inputs are not centered. */
  private final double[] means;

  private final Architecture full;

  /** The direction of what is not along the constant inputs, one row for each unit. */
  private double[][] rest;

  private ConstantInputs(
      Architecture full, Matrix inputs, boolean[] constantColumns, boolean centers) {
    this.full = full;
    int[] columns = IntStream.range(0, constantColumns.length).toArray();
    constant = IntStream.of(columns).filter(i -> constantColumns[i]).toArray();
    varying = IntStream.of(columns).filter(i -> !constantColumns[i]).toArray();
    means = centers ? means(inputs) : new double[columns.length];
    double[] values =
        IntStream.of(constant).mapToDouble(i -> centers ? 0 : inputs.get(0, i)).toArray();
    length = norm(values);
    along = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      along[i] = length > 0 ? values[i] / length : i == 0 ? 1 : 0;
    }
  }

  private static double[] means(Matrix inputs) {
    double[] means = new double[inputs.columns()];
    for (int row = 0; row < inputs.rows(); row++) {
      for (int i = 0; i < means.length; i++) {
        means[i] += inputs.get(row, i) / inputs.rows();
      }
    }
    return means;
  }

  /**
   * Finds the constant inputs of samples, and may take the mean of each input from it.
   *
   * @param architecture of the network that takes them
   * @param inputs one sample a row. Not modified.
   * @param centers whether inputs lose their mean, so that constant ones are 0: x − μ in place of x
   *     and b + Wμ in place of b
   * @return what trains in place of the samples; none where that gains nothing, or the first layer
   *     is not dense
   */
  public static Optional<ConstantInputs> of(
      Architecture architecture, Matrix inputs, boolean centers) {
    if (!(architecture.layers().get(0) instanceof Dense)) {
      return Optional.empty();
    }
    boolean[] constant = new boolean[inputs.columns()];
    int count = 0;
    for (int column = 0; column < constant.length; column++) {
      constant[column] = true;
      for (int row = 1; row < inputs.rows() && constant[column]; row++) {
        constant[column] = inputs.get(row, column) == inputs.get(0, column);
      }
      count += constant[column] ? 1 : 0;
    }
    if (count <= EXTRA) {
      Arrays.fill(constant, false);
    }
    return count > EXTRA || centers
        ? Optional.of(new ConstantInputs(architecture, inputs, constant, centers))
        : Optional.empty();
  }

  private static double norm(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  /**
   * Puts the two inputs into the place of the constant ones.
   *
   * @param inputs the samples that were given to {@link #of}. Not modified.
   * @param arena what its memory comes from
   * @return a new matrix, one sample a row
   */
  public Matrix reduce(Matrix inputs, Arena arena) {
    Matrix reduced = arena.zeros(inputs.type(), inputs.rows(), reducedInputs());
    for (int row = 0; row < inputs.rows(); row++) {
      for (int i = 0; i < varying.length; i++) {
        reduced.set(row, i, inputs.get(row, varying[i]) - means[varying[i]]);
      }
      if (constant.length > 0) {
        reduced.set(row, varying.length, length);
      }
    }
    return reduced;
  }

  private int reducedInputs() {
    return varying.length + (constant.length > 0 ? EXTRA : 0);
  }

  /**
   * Makes the network for the reduced samples, which gives the same outputs.
   *
   * @param network for the samples as they were. Not modified.
   * @return a new network, and the only one that {@link #expand} can undo
   */
  public Network reduce(Network network) {
    double[][] weights = network.weights(0).toDoubleMatrix();
    double[][] reduced = new double[weights.length][reducedInputs()];
    INDArray bias = network.bias(0).dup();
    rest = new double[weights.length][constant.length];
    for (int unit = 0; unit < weights.length; unit++) {
      for (int i = 0; i < varying.length; i++) {
        reduced[unit][i] = weights[unit][varying[i]];
      }
      bias.putScalar(unit, bias.getDouble(unit) + atMeans(weights[unit]));
      if (constant.length == 0) {
        continue;
      }
      double part = 0;
      for (int i = 0; i < constant.length; i++) {
        part += weights[unit][constant[i]] * along[i];
      }
      for (int i = 0; i < constant.length; i++) {
        rest[unit][i] = weights[unit][constant[i]] - part * along[i];
      }
      double restNorm = norm(rest[unit]);
      for (int i = 0; i < constant.length && restNorm > 0; i++) {
        rest[unit][i] /= restNorm;
      }
      reduced[unit][varying.length] = part;
      reduced[unit][varying.length + 1] = restNorm;
    }
    return withFirstLayer(
        network, reducedInputs(), Nd4j.createFromArray(reduced).castTo(network.type()), bias);
  }

  private double atMeans(double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * means[i];
    }
    return sum;
  }

  /**
   * Makes the network for the samples as they were.
   *
   * @param reduced what {@link #reduce(Network)} gave, after any training. Not modified.
   * @return a new network
   */
  public Network expand(Network reduced) {
    try (Arena arena = new Arena()) {
      Matrix rows = arena.copyOf(reduced.weights(0), reduced.type());
      Matrix expanded = arena.zeros(rows.type(), rows.rows(), varying.length + constant.length);
      INDArray bias = reduced.bias(0);
      for (int unit = 0; unit < rows.rows(); unit++) {
        expandRow(rows, unit, unit, expanded);
        bias.putScalar(unit, bias.getDouble(unit) - atMeans(expanded, unit));
      }
      return withFirstLayer(reduced, expanded.columns(), expanded.toArray(), bias);
    }
  }

  /**
   * Lets the first layer of a working network for the samples as they were follow that of one for
   * reduced samples, in whatever order its units are.
   *
   * @param reduced in training. Not modified.
   * @param expanded with the same parameters in all other layers. Its first layer is modified.
   */
  public void expand(WorkingNetwork reduced, WorkingNetwork expanded) {
    Matrix from = reduced.layers().get(0).weights().value();
    Matrix weights = expanded.layers().get(0).weights().value();
    Matrix fromBias = reduced.layers().get(0).bias().value();
    Matrix bias = expanded.layers().get(0).bias().value();
    weights.reshape(from.rows(), weights.columns());
    bias.reshape(fromBias.rows(), 1);
    for (int row = 0; row < from.rows(); row++) {
      int unit = reduced.parameters().isPaired(0) ? reduced.pairs().get(0).unit(row) : row;
      expandRow(from, row, unit, weights);
      bias.set(row, 0, fromBias.get(row, 0) - atMeans(weights, row));
    }
  }

  /** Wμ of one row, which its bias loses when the samples are as they were. */
  private double atMeans(Matrix expanded, int row) {
    double sum = 0;
    for (int i = 0; i < means.length; i++) {
      sum += means[i] == 0 ? 0 : expanded.get(row, i) * means[i];
    }
    return sum;
  }

  /** Expands one row, that of a unit which may lie at another place. */
  private void expandRow(Matrix reduced, int row, int unit, Matrix expanded) {
    for (int i = 0; i < varying.length; i++) {
      expanded.set(row, varying[i], reduced.get(row, i));
    }
    if (constant.length == 0) {
      return;
    }
    double part = reduced.get(row, varying.length);
    double restNorm = reduced.get(row, varying.length + 1);
    for (int i = 0; i < constant.length; i++) {
      expanded.set(row, constant[i], part * along[i] + restNorm * rest[unit][i]);
    }
  }

  private Network withFirstLayer(Network network, int inputs, INDArray first, INDArray bias) {
    List<Layer> layers = new ArrayList<>(network.architecture().layers());
    layers.set(0, new Dense(inputs, (int) first.size(0)));
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (int i = 0; i < full.parametricLayers().size(); i++) {
      weights.add(i == 0 ? first : network.weights(i));
      biases.add(i == 0 ? bias : network.bias(i));
    }
    return new Network(new Architecture(Shape.of(inputs), layers), weights, biases);
  }

  @Override
  public String toString() {
    return "%d of %d inputs are constant"
        .formatted(constant.length, constant.length + varying.length);
  }
}
