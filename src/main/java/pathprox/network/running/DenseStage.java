package pathprox.network.running;

import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;

/** A dense layer at work: three products a batch. */
public final class DenseStage implements ParametricStage {
  private final Parameter weights;
  private final Parameter bias;
  private final boolean rowsAreOutputs;
  private final Buffer outputBuffer;
  private final Buffer gradientBuffer;
  private Matrix batch;

  /**
   * Makes a stage.
   *
   * @param parameters what it reads and what its backward pass is about
   * @param arena what its buffers come from
   */
  public DenseStage(LayerParameters parameters, Arena arena) {
    weights = parameters.weights();
    bias = parameters.bias();
    rowsAreOutputs = parameters.rows() == Rows.OUTPUTS;
    outputBuffer = arena.buffer();
    gradientBuffer = arena.buffer();
  }

  @Override
  public Matrix forward(Matrix inputs) {
    batch = inputs;
    Matrix w = weights.value();
    int outputs = rowsAreOutputs ? w.rows() : w.columns();
    Matrix result = outputBuffer.matrix(batch.type(), batch.rows(), outputs);
    result.fillRows(bias.value());
    result.gemm(1, batch, Transpose.NO, w, rowsAreOutputs ? Transpose.YES : Transpose.NO, 1);
    return result;
  }

  @Override
  public Matrix inputGradient(Matrix outputGradient) {
    Matrix result = gradientBuffer.matrix(batch.type(), batch.rows(), batch.columns());
    Transpose turn = rowsAreOutputs ? Transpose.NO : Transpose.YES;
    result.gemm(1, outputGradient, Transpose.NO, weights.value(), turn, 0);
    return result;
  }

  @Override
  public void parameterGradients(Matrix outputGradient, GradientSink sink) {
    sink.addColumnSums(bias, outputGradient);
    Matrix left = rowsAreOutputs ? outputGradient : batch;
    sink.addProduct(weights, left, Transpose.YES, rowsAreOutputs ? batch : outputGradient);
  }

  @Override
  public Matrix inactiveOutputs(Matrix inactive, Matrix inactiveBias, Buffer buffer) {
    Matrix result = buffer.matrix(batch.type(), batch.rows(), inactive.rows());
    result.fillRows(inactiveBias);
    result.gemm(1, batch, Transpose.NO, inactive, Transpose.YES, 1);
    return result;
  }

  @Override
  public Matrix inactiveGradient(Matrix activations, Matrix outputGradient, Buffer buffer) {
    Matrix result = buffer.matrix(batch.type(), activations.columns(), outputGradient.columns());
    result.gemm(1, activations, Transpose.YES, outputGradient, Transpose.NO, 0);
    return result;
  }

  @Override
  public String toString() {
    return "dense stage, " + weights;
  }
}
