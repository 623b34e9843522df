package pathprox.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.tensor.Buffer;
import pathprox.tensor.Matrix;
import pathprox.tensor.Transpose;

/**
 * A fully connected layer, y = Wx + b.
 *
 * @param inputs the number of inputs, 1 or more
 * @param outputs the number of outputs, 1 or more
 */
public record Dense(int inputs, int outputs) implements ParametricLayer {
  /**
   * Checks the sizes.
   *
   * @param inputs the number of inputs, 1 or more
   * @param outputs the number of outputs, 1 or more
   * @throws IllegalArgumentException if a size is below 1
   */
  public Dense {
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "a dense layer needs sizes >= 1, was %d → %d".formatted(inputs, outputs));
    }
  }

  @Override
  public Shape weightShape() {
    return Shape.of(outputs, inputs);
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.elements() != inputs) {
      throw new IllegalArgumentException(
          "dense takes %d inputs, found %d".formatted(inputs, input.elements()));
    }
    return Shape.of(outputs);
  }

  @Override
  public INDArray toRows(INDArray weights, Rows rows) {
    return rows == Rows.OUTPUTS ? weights : weights.transpose();
  }

  @Override
  public INDArray fromRows(INDArray matrix, Rows rows) {
    return rows == Rows.OUTPUTS ? matrix : matrix.transpose();
  }

  @Override
  public Stage stage(Shape input, LayerParameters parameters) {
    return new DenseStage(parameters);
  }

  @Override
  public String toString() {
    return "dense %d → %d".formatted(inputs, outputs);
  }

  private final class DenseStage implements Stage {
    private final Parameter weights;
    private final Parameter bias;
    private final boolean rowsAreOutputs;
    private final Buffer outputBuffer = new Buffer();
    private final Buffer gradientBuffer = new Buffer();
    private Matrix batch;

    DenseStage(LayerParameters parameters) {
      weights = parameters.weights();
      bias = parameters.bias();
      rowsAreOutputs = parameters.rows() == Rows.OUTPUTS;
    }

    @Override
    public Matrix forward(Matrix batchInputs) {
      batch = batchInputs;
      Matrix result = outputBuffer.matrix(batch.type(), batch.rows(), outputs);
      result.fillRows(bias.value());
      Transpose turn = rowsAreOutputs ? Transpose.YES : Transpose.NO;
      result.gemm(1, batch, Transpose.NO, weights.value(), turn, 1);
      return result;
    }

    @Override
    public Matrix inputGradient(Matrix outputGradient) {
      Matrix result = gradientBuffer.matrix(batch.type(), batch.rows(), inputs);
      Transpose turn = rowsAreOutputs ? Transpose.NO : Transpose.YES;
      result.gemm(1, outputGradient, Transpose.NO, weights.value(), turn, 0);
      return result;
    }

    @Override
    public void sendParameterGradients(Matrix outputGradient) {
      bias.destination().columnSums(bias.factor(), outputGradient, bias.keep());
      Matrix left = rowsAreOutputs ? outputGradient : batch;
      Matrix right = rowsAreOutputs ? batch : outputGradient;
      weights
          .destination()
          .gemm(weights.factor(), left, Transpose.YES, right, Transpose.NO, weights.keep());
    }
  }
}
