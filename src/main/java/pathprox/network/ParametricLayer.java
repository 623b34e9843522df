package pathprox.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.matrix.Arena;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.ParametricStage;
import pathprox.network.running.Rows;

/** A layer with weights and a bias, whose output channels are the units of the network. */
public interface ParametricLayer extends Layer {
  /**
   * {@return the shape of the weights; [outputs, inputs] or [output channels, input channels,
   * height, width]}
   */
  Shape weightShape();

  /**
   * Makes this layer ready to run on parameters.
   *
   * @param input the shape of a sample before it
   * @param parameters of this layer, which the stage reads
   * @param arena what its buffers come from
   * @return a new stage
   */
  ParametricStage stage(Shape input, LayerParameters parameters, Arena arena);

  /**
   * Brings weights into the order that {@link #stage} works on, [outputs × inputs] or [inputs ×
   * outputs], with the input channel running fastest among the inputs.
   *
   * @param weights of shape {@link #weightShape}. Not modified.
   * @param rows whether a row belongs to an output or to an input channel
   * @param channels the number of channels of the input, a divisor of the number of inputs
   * @return the same numbers in two dimensions, possibly sharing memory; row r belongs to channel r
   *     modulo the number of channels
   */
  INDArray toRows(INDArray weights, Rows rows, int channels);

  /**
   * Undoes {@link #toRows}.
   *
   * @param matrix what {@link #toRows} gave. Not modified.
   * @param rows as it was given there
   * @param channels as it was given there
   * @return the weights in {@link #weightShape}, possibly sharing memory
   */
  INDArray fromRows(INDArray matrix, Rows rows, int channels);

  /**
   * Makes the same kind of layer in another size.
   *
   * @param newInputs the number of inputs, or of input channels, 1 or more
   * @param newOutputs the number of outputs, or of output channels, 1 or more
   * @return a new layer
   */
  ParametricLayer resized(int newInputs, int newOutputs);

  /**
   * Bounds how often an output channel reads one number of the input: for weights w into it and
   * inputs x without bias, ‖outputs‖² ≤ overlap·‖w‖²‖x‖².
   *
   * @param input the shape of a sample before this layer
   * @return 1 for a dense layer; for a convolution the most windows that share a pixel
   */
  int overlap(Shape input);

  /** {@return the number of output channels, the first size of the weights} */
  default int outputs() {
    return weightShape().sizes().get(0);
  }

  /** {@return how many numbers training may change, weights and biases together} */
  default long parameterCount() {
    return (long) weightShape().elements() + outputs();
  }

  /** {@return how many weights lead into one unit} */
  default int fanIn() {
    return weightShape().elements() / outputs();
  }
}
