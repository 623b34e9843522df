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

  /** Makes a stage that reads {@code parameters}; its buffers come from {@code arena}. */
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
    Transpose turn = rowsAreOutputs ? Transpose.YES : Transpose.NO;
    return affine(batch, weights.value(), turn, bias.value(), outputBuffer);
  }

  @Override
  public Matrix inputGradient(Matrix outputGradient) {
    Transpose turn = rowsAreOutputs ? Transpose.NO : Transpose.YES;
    return times(outputGradient, weights.value(), turn, gradientBuffer);
  }

  @Override
  public void parameterGradients(Matrix outputGradient, GradientSink sink) {
    sink.addColumnSums(bias, outputGradient);
    Matrix left = rowsAreOutputs ? outputGradient : batch;
    sink.addProduct(weights, left, Transpose.YES, rowsAreOutputs ? batch : outputGradient);
  }

  @Override
  public Matrix inactiveOutputs(Matrix inactive, Matrix inactiveBias, Buffer buffer) {
    return affine(batch, inactive, Transpose.YES, inactiveBias, buffer);
  }

  @Override
  public Matrix inactiveGradient(Matrix activations, Matrix outputGradient, Buffer buffer) {
    return transposedTimes(activations, outputGradient, buffer);
  }

  /** inputs·op(weights) + bias, one sample a row. */
  static Matrix affine(Matrix inputs, Matrix weights, Transpose turn, Matrix bias, Buffer buffer) {
    int outputs = turn == Transpose.YES ? weights.rows() : weights.columns();
    Matrix result = buffer.matrix(inputs.type(), inputs.rows(), outputs);
    result.fillRows(bias);
    result.gemm(1, inputs, Transpose.NO, weights, turn, 1);
    return result;
  }

  static Matrix times(Matrix left, Matrix right, Transpose turn, Buffer buffer) {
    int columns = turn == Transpose.YES ? right.rows() : right.columns();
    Matrix result = buffer.matrix(left.type(), left.rows(), columns);
    result.gemm(1, left, Transpose.NO, right, turn, 0);
    return result;
  }

  static Matrix transposedTimes(Matrix left, Matrix right, Buffer buffer) {
    Matrix result = buffer.matrix(left.type(), left.columns(), right.columns());
    result.gemm(1, left, Transpose.YES, right, Transpose.NO, 0);
    return result;
  }

  @Override
  public String toString() {
    return "dense stage, " + weights;
  }
}
