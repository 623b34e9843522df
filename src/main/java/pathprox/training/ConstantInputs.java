package pathprox.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.Architecture;
import pathprox.network.Dense;
import pathprox.network.Layer;
import pathprox.network.Network;
import pathprox.network.Shape;
import pathprox.network.running.WorkingNetwork;

/**
 * The inputs that are the same in all samples, such as the border of MNIST's images: two inputs
 * take the place of those c, one of value ‖c‖, whose weight is a unit's part along c, and one of
 * value 0, whose weight is the length of the rest. This is a rotation of each row, so all norms,
 * steps, decays and proximal operators are the same up to rounding.
 */
public final class ConstantInputs {
  private static final int EXTRA = 2; // the inputs that take the place of the constant ones

  private final int[] varying;
  private final int[] constant;
  private final double length;
  private final double[] along; // the constant inputs divided by their length
  private final double[] means; // what every sample loses; 0 where inputs are not centered
  private double[][] rest; // the direction of what is not along them, one row for each unit

  private ConstantInputs(Matrix inputs, int[] constant, boolean centers) {
    this.constant = constant;
    varying =
        IntStream.range(0, inputs.columns())
            .filter(i -> Arrays.binarySearch(constant, i) < 0)
            .toArray();
    means = new double[inputs.columns()];
    for (int row = 0; row < inputs.rows() && centers; row++) {
      for (int i = 0; i < means.length; i++) {
        means[i] += inputs.get(row, i) / inputs.rows();
      }
    }
    along = IntStream.of(constant).mapToDouble(i -> centers ? 0 : inputs.get(0, i)).toArray();
    length = normalize(along);
    if (length == 0 && constant.length > 0) {
      along[0] = 1;
    }
  }

  /**
   * {@return what trains in place of {@code inputs}, one sample a row, of a network; none where
   * that gains nothing, or the first layer of {@code architecture} is not dense}
   *
   * @param centers whether inputs lose their mean μ, so that constant ones are 0, and b gains Wμ
   */
  public static Optional<ConstantInputs> of(
      Architecture architecture, Matrix inputs, boolean centers) {
    if (!(architecture.layers().get(0) instanceof Dense)) {
      return Optional.empty();
    }
    int[] constant =
        IntStream.range(0, inputs.columns()).filter(i -> isConstant(inputs, i)).toArray();
    boolean gains = constant.length > EXTRA;
    return gains || centers
        ? Optional.of(new ConstantInputs(inputs, gains ? constant : new int[0], centers))
        : Optional.empty();
  }

  private static boolean isConstant(Matrix inputs, int column) {
    double first = inputs.get(0, column);
    return IntStream.range(1, inputs.rows()).allMatch(row -> inputs.get(row, column) == first);
  }

  private static double dot(IntToDoubleFunction left, double[] right) {
    double sum = 0;
    for (int i = 0; i < right.length; i++) {
      sum += left.applyAsDouble(i) * right[i];
    }
    return sum;
  }

  /** Divides by the norm unless that is 0, and returns it. */
  private static double normalize(double[] values) {
    double norm = Math.sqrt(dot(i -> values[i], values));
    for (int i = 0; i < values.length && norm > 0; i++) {
      values[i] /= norm;
    }
    return norm;
  }

  /** {@return {@code inputs}, those given to {@link #of}, with the two, in {@code arena}} */
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

  /** {@return the network with the outputs of {@code network} for reduced samples} */
  public Network reduce(Network network) {
    try (Arena arena = new Arena()) {
      Matrix weights = arena.copyOf(network.weights(0), network.type());
      Matrix reduced = arena.zeros(weights.type(), weights.rows(), reducedInputs());
      INDArray bias = network.bias(0);
      rest = new double[weights.rows()][constant.length];
      for (int unit = 0; unit < weights.rows(); unit++) {
        bias.putScalar(unit, bias.getDouble(unit) + reduceRow(weights, unit, reduced));
      }
      return withFirstLayer(network, reduced.toArray(), bias);
    }
  }

  /** Reduces the row of a unit and gives its Wμ, which b gains. */
  private double reduceRow(Matrix weights, int unit, Matrix reduced) {
    for (int i = 0; i < varying.length; i++) {
      reduced.set(unit, i, weights.get(unit, varying[i]));
    }
    if (constant.length > 0) {
      double part = dot(i -> weights.get(unit, constant[i]), along);
      for (int i = 0; i < constant.length; i++) {
        rest[unit][i] = weights.get(unit, constant[i]) - part * along[i];
      }
      reduced.set(unit, varying.length, part);
      reduced.set(unit, varying.length + 1, normalize(rest[unit]));
    }
    return dot(i -> weights.get(unit, i), means);
  }

  /** {@return the network for full samples of {@code reduced}, from here or trained since} */
  public Network expand(Network reduced) {
    try (Arena arena = new Arena()) {
      Matrix rows = arena.copyOf(reduced.weights(0), reduced.type());
      Matrix expanded = arena.zeros(rows.type(), rows.rows(), varying.length + constant.length);
      INDArray bias = reduced.bias(0);
      for (int unit = 0; unit < rows.rows(); unit++) {
        bias.putScalar(unit, bias.getDouble(unit) - expandRow(rows, unit, unit, expanded));
      }
      return withFirstLayer(reduced, expanded.toArray(), bias);
    }
  }

  /**
   * Lets the first layer of {@code expanded}, which has the same parameters in all other layers,
   * follow that of {@code reduced} in training, in whatever order its units are. Modified.
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
      bias.set(row, 0, fromBias.get(row, 0) - expandRow(from, row, unit, weights));
    }
  }

  /** Expands one row, that of a unit which may lie elsewhere, and gives its Wμ, which b loses. */
  private double expandRow(Matrix reduced, int row, int unit, Matrix expanded) {
    for (int i = 0; i < varying.length; i++) {
      expanded.set(row, varying[i], reduced.get(row, i));
    }
    for (int i = 0; i < constant.length; i++) {
      double part = reduced.get(row, varying.length);
      double restNorm = reduced.get(row, varying.length + 1);
      expanded.set(row, constant[i], part * along[i] + restNorm * rest[unit][i]);
    }
    return dot(i -> expanded.get(row, i), means);
  }

  private static Network withFirstLayer(Network network, INDArray first, INDArray bias) {
    int inputs = (int) first.size(1);
    List<Layer> layers = new ArrayList<>(network.architecture().layers());
    layers.set(0, new Dense(inputs, (int) first.size(0)));
    List<INDArray> weights = new ArrayList<>(List.of(first));
    List<INDArray> biases = new ArrayList<>(List.of(bias));
    for (int i = 1; i < network.architecture().parametricLayers().size(); i++) {
      weights.add(network.weights(i));
      biases.add(network.bias(i));
    }
    return new Network(new Architecture(Shape.of(inputs), layers), weights, biases);
  }

  @Override
  public String toString() {
    return "%s of %s inputs are constant"
        .formatted(constant.length, constant.length + varying.length);
  }
}
