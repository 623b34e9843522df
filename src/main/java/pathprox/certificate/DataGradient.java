package pathprox.certificate;

import java.util.ArrayList;
import java.util.List;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.network.LayerParameters;
import pathprox.network.Parameter;
import pathprox.network.WorkingCopy;

/**
 * The gradient of the mean loss over all samples, ∇L = (1/N)·Σ_n ∇ℓ_n, in chunks of fixed memory.
 *
 * <p>Its arrays are made once and overwritten by each {@link #measure}.
 */
public final class DataGradient {
  private final WorkingCopy network;
  private final Examples examples;
  private final Loss loss;
  private final List<Matrix> weights = new ArrayList<>();
  private final List<Matrix> biases = new ArrayList<>();
  private final Buffer targetBuffer = new Arena().buffer();
  private final Buffer gradientBuffer = new Arena().buffer();

  /**
   * Makes the arrays.
   *
   * @param network what to differentiate, with all units in its working sets; its gradients are
   *     sent here from now on, its parameters are left alone
   * @param examples samples of the same type. Not modified.
   * @param loss what to average
   */
  public DataGradient(WorkingCopy network, Examples examples, Loss loss) {
    this.network = network;
    this.examples = examples;
    this.loss = loss;
    for (LayerParameters layer : network.parameters()) {
      weights.add(zerosLike(layer.weights()));
      biases.add(zerosLike(layer.bias()));
    }
  }

  private static Matrix zerosLike(Parameter parameter) {
    Matrix value = parameter.value();
    return new Arena().zeros(value.type(), value.rows(), value.columns());
  }

  /**
   * Differentiates at the present parameters.
   *
   * @return the mean loss over all samples
   */
  public double measure() {
    weights.forEach(matrix -> matrix.fill(0));
    biases.forEach(matrix -> matrix.fill(0));
    double sum = 0;
    for (int from = 0; from < examples.size(); ) {
      Matrix outputs = network.forward(examples.inputs(), from);
      int count = outputs.rows();
      Matrix targets = targetBuffer.copyRows(examples.targets(), from, count);
      Matrix gradient = gradientBuffer.matrix(outputs.type(), count, outputs.columns());
      sum += count * loss.gradient(outputs, targets, gradient);
      send((double) count / examples.size()); // the loss is the mean over the chunk
      network.backward(gradient);
      from += count;
    }
    return sum / examples.size();
  }

  private void send(double share) {
    for (int layer = 0; layer < weights.size(); layer++) {
      LayerParameters parameters = network.parameters().get(layer);
      parameters.weights().sendGradient(weights.get(layer), 1, share);
      parameters.bias().sendGradient(biases.get(layer), 1, share);
    }
  }

  /** {@return the working copy that is differentiated} */
  public WorkingCopy network() {
    return network;
  }

  /**
   * Returns the gradient of a layer's weights.
   *
   * @param layer its number among the layers with parameters, from 0
   * @return in the shape and order of the working copy; overwritten by {@link #measure}
   * @throws IndexOutOfBoundsException if there is no such layer
   */
  public Matrix weights(int layer) {
    return weights.get(layer);
  }

  /**
   * Returns the gradient of a layer's bias.
   *
   * @param layer its number among the layers with parameters, from 0
   * @return one row for each output; overwritten by {@link #measure}
   * @throws IndexOutOfBoundsException if there is no such layer
   */
  public Matrix bias(int layer) {
    return biases.get(layer);
  }

  @Override
  public String toString() {
    return "gradient of %s over %d samples".formatted(loss, examples.size());
  }
}
