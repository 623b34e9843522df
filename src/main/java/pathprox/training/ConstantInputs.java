package pathprox.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.network.Architecture;
import pathprox.network.Dense;
import pathprox.network.Layer;
import pathprox.network.Network;
import pathprox.network.Shape;
import pathprox.tensor.Matrix;

/**
 * Trains without the inputs that are the same in all samples, such as the border of MNIST's images.
 *
 * <p>Of a unit's weights on constant inputs c, only the part along c changes the outputs, and only
 * that part has a gradient. Two inputs take their place: one of value ‖c‖, whose weight is the part
 * along c, and one of value 0, whose weight is the length of the rest. This is a rotation of each
 * row, so all norms, steps, decays and proximal operators are the same up to rounding.
 */
final class ConstantInputs {
  private final int[] varying;
  private final int[] constant;

  /** The constant inputs divided by their length. */
  private final double[] along;

  private final double length;
  private final Architecture full;

  /** The direction of what is not along the constant inputs, one row for each unit. */
  private double[][] rest;

  private ConstantInputs(Architecture full, Matrix inputs, boolean[] constantColumns) {
    this.full = full;
    int[] columns = IntStream.range(0, constantColumns.length).toArray();
    constant = IntStream.of(columns).filter(i -> constantColumns[i]).toArray();
    varying = IntStream.of(columns).filter(i -> !constantColumns[i]).toArray();
    double[] values = IntStream.of(constant).mapToDouble(i -> inputs.get(0, i)).toArray();
    length = norm(values);
    along = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      along[i] = length > 0 ? values[i] / length : i == 0 ? 1 : 0;
    }
  }

  /**
   * Finds the constant inputs of the training samples.
   *
   * @return null where leaving them out gains nothing, or the first layer is not dense
   */
  static ConstantInputs of(Architecture architecture, Matrix inputs) {
    if (!(architecture.layers().get(0) instanceof Dense)) {
      return null;
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
    return count > 2 ? new ConstantInputs(architecture, inputs, constant) : null;
  }

  private static double norm(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  /** The samples with the two inputs in the place of the constant ones. */
  Matrix reduce(Matrix inputs) {
    Matrix reduced = Matrix.zeros(inputs.type(), inputs.rows(), varying.length + 2);
    for (int row = 0; row < inputs.rows(); row++) {
      for (int i = 0; i < varying.length; i++) {
        reduced.set(row, i, inputs.get(row, varying[i]));
      }
      reduced.set(row, varying.length, length);
    }
    return reduced;
  }

  /** The network for the reduced samples, which gives the same outputs. */
  Network reduce(Network network) {
    double[][] weights = network.weights(0).toDoubleMatrix();
    double[][] reduced = new double[weights.length][varying.length + 2];
    rest = new double[weights.length][constant.length];
    for (int unit = 0; unit < weights.length; unit++) {
      for (int i = 0; i < varying.length; i++) {
        reduced[unit][i] = weights[unit][varying[i]];
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
    return withFirstLayer(network, varying.length + 2, reduced);
  }

  /** The network for the samples as they were. */
  Network expand(Network reduced) {
    double[][] weights = reduced.weights(0).toDoubleMatrix();
    double[][] expanded = new double[weights.length][varying.length + constant.length];
    for (int unit = 0; unit < weights.length; unit++) {
      for (int i = 0; i < varying.length; i++) {
        expanded[unit][varying[i]] = weights[unit][i];
      }
      for (int i = 0; i < constant.length; i++) {
        expanded[unit][constant[i]] =
            weights[unit][varying.length] * along[i]
                + weights[unit][varying.length + 1] * rest[unit][i];
      }
    }
    return withFirstLayer(reduced, varying.length + constant.length, expanded);
  }

  private Network withFirstLayer(Network network, int inputs, double[][] first) {
    List<Layer> layers = new ArrayList<>(network.architecture().layers());
    layers.set(0, new Dense(inputs, first.length));
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (int i = 0; i < full.parametricLayers().size(); i++) {
      weights.add(i == 0 ? Nd4j.createFromArray(first).castTo(network.type()) : network.weights(i));
      biases.add(network.bias(i));
    }
    return new Network(new Architecture(Shape.of(inputs), layers), weights, biases);
  }
}
