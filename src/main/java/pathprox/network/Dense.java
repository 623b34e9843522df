package pathprox.network;

import static pathprox.matrix.Arguments.require;

import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.matrix.Arena;
import pathprox.network.running.DenseStage;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.ParametricStage;
import pathprox.network.running.Rows;

/**
 * A fully connected layer, y = Wx + b.
 *
 * @param inputs the number of inputs, 1 or more
 * @param outputs the number of outputs, 1 or more
 */
public record Dense(int inputs, int outputs) implements ParametricLayer {
  /** Refuses a size below 1 by an {@code IllegalArgumentException}. */
  public Dense {
    boolean fits = inputs >= 1 && outputs >= 1;
    require(fits, "a dense layer needs sizes >= 1, was %s → %s", inputs, outputs);
  }

  @Override
  public Shape weightShape() {
    return Shape.of(outputs, inputs);
  }

  @Override
  public Shape outputShape(Shape input) {
    boolean fits = input.equals(Shape.of(inputs));
    String cure = input.sizes().size() > 1 ? "; flatten images first" : "";
    require(fits, "dense takes %s inputs, found %s%s", inputs, input, cure);
    return Shape.of(outputs);
  }

  @Override
  public INDArray toRows(INDArray weights, Rows rows, int channels) {
    INDArray matrix = swapped(weights, channels, inputs / channels);
    return rows == Rows.OUTPUTS ? matrix : matrix.transpose();
  }

  @Override
  public INDArray fromRows(INDArray matrix, Rows rows, int channels) {
    INDArray weights = rows == Rows.OUTPUTS ? matrix : matrix.transpose();
    return swapped(weights, inputs / channels, channels);
  }

  /** Lets the slower of the two indices that a column stands for run faster, the other slower. */
  private INDArray swapped(INDArray weights, int slow, int fast) {
    if (slow == 1 || fast == 1) {
      return weights;
    }
    INDArray swapped = weights.reshape('c', outputs, slow, fast).permute(0, 2, 1).dup('c');
    return swapped.reshape('c', outputs, inputs);
  }

  @Override
  public int overlap(Shape input) {
    return 1;
  }

  @Override
  public Dense resized(int newInputs, int newOutputs) {
    return new Dense(newInputs, newOutputs);
  }

  @Override
  public ParametricStage stage(Shape input, LayerParameters parameters, Arena arena) {
    return new DenseStage(parameters, arena);
  }

  @Override
  public String toString() {
    return "dense %s → %s".formatted(inputs, outputs);
  }
}
