package pathprox.network;

import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;

/** A dense layer at work: three products a batch. */
final class DenseStage implements ParametricStage {
  private final Parameter weights;
  private final Parameter bias;
  private final boolean rowsAreOutputs;
  private final Buffer outputBuffer = new Arena().buffer();
  private final Buffer gradientBuffer = new Arena().buffer();
  private Matrix batch;

  DenseStage(LayerParameters parameters) {
    weights = parameters.weights();
    bias = parameters.bias();
    rowsAreOutputs = parameters.rows() == Rows.OUTPUTS;
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
  public void sendParameterGradients(Matrix outputGradient) {
    bias.sendColumnSums(outputGradient);
    Matrix left = rowsAreOutputs ? outputGradient : batch;
    weights.send(left, Transpose.YES, rowsAreOutputs ? batch : outputGradient);
  }

  @Override
  public Matrix otherOutputs(Matrix otherWeights, Matrix otherBias, Buffer buffer) {
    Matrix result = buffer.matrix(batch.type(), batch.rows(), otherWeights.rows());
    result.fillRows(otherBias);
    result.gemm(1, batch, Transpose.NO, otherWeights, Transpose.YES, 1);
    return result;
  }

  @Override
  public Matrix otherGradient(Matrix activations, Matrix outputGradient, Buffer buffer) {
    Matrix result = buffer.matrix(batch.type(), activations.columns(), outputGradient.columns());
    result.gemm(1, activations, Transpose.YES, outputGradient, Transpose.NO, 0);
    return result;
  }
}
