package pathprox.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.matrix.Arena;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.ParametricStage;
import pathprox.network.running.Rows;

/** A layer with weights and a bias, whose output channels are the units of the network. */
public interface ParametricLayer extends Layer {
  /** {@return [outputs, inputs], or [output channels, input channels, height, width]} */
  Shape weightShape();

  /**
   * {@return a new stage of this layer that reads {@code parameters}, for samples of the shape
   * {@code input} before it; its buffers come from {@code arena}}
   */
  ParametricStage stage(Shape input, LayerParameters parameters, Arena arena);

  /**
   * {@return {@code weights}, of shape {@link #weightShape}, not modified, in the order that {@link
   * #stage} works on: [outputs × inputs] or [inputs × outputs], as {@code rows} says, possibly
   * sharing memory} The input channel, one of {@code channels}, runs fastest among the inputs: row
   * r belongs to channel r modulo {@code channels}, a divisor of the number of inputs.
   */
  INDArray toRows(INDArray weights, Rows rows, int channels);

  /**
   * {@return the weights in {@link #weightShape} of which {@link #toRows} made {@code matrix} with
   * the same {@code rows} and {@code channels}; possibly sharing its memory} It is not modified.
   */
  INDArray fromRows(INDArray matrix, Rows rows, int channels);

  /** {@return this kind of layer with {@code newInputs} and {@code newOutputs}, 1 or more each} */
  ParametricLayer resized(int newInputs, int newOutputs);

  /**
   * {@return how often at most an output channel reads one number of a sample of the shape {@code
   * input}: without bias ‖outputs‖² ≤ overlap·‖w‖²‖inputs‖² for the weights w into it}
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
