package pathprox.network.running;

import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;

/** A dense layer at work: three products a batch. */
public final class DenseStage implements ParametricStage {
  private final Parameter weights;
  private final Parameter bias;
  private final Transpose transpose;
  private final Buffer outputBuffer;
  private final Buffer gradientBuffer;
  private Matrix batch;

  /** Makes a stage that reads {@code parameters}; its buffers come from {@code arena}. */
  public DenseStage(LayerParameters parameters, Arena arena) {
    weights = parameters.weights();
    bias = parameters.bias();
    transpose = parameters.transpose();
    outputBuffer = arena.buffer();
    gradientBuffer = arena.buffer();
  }

  @Override
  public Matrix forward(Matrix inputs) {
    batch = inputs;
    return affine(batch, weights.value(), transpose, bias.value(), outputBuffer);
  }

  @Override
  public Matrix inputGradient(Matrix outputGradient) {
    return gradientBuffer.product(outputGradient, Transpose.NO, weights.value(), transpose.other());
  }

  @Override
  public void parameterGradients(Matrix outputGradient, GradientSink sink) {
    sink.addColumnSums(bias, outputGradient);
    boolean rowsAreOutputs = transpose == Transpose.YES;
    Matrix left = rowsAreOutputs ? outputGradient : batch;
    sink.addProduct(weights, left, Transpose.YES, rowsAreOutputs ? batch : outputGradient);
  }

  @Override
  public Matrix inactiveOutputs(Matrix inactive, Matrix inactiveBias, Buffer buffer) {
    return affine(batch, inactive, Transpose.YES, inactiveBias, buffer);
  }

  @Override
  public Matrix inactiveGradient(Matrix activations, Matrix outputGradient, Buffer buffer) {
    return buffer.product(activations, Transpose.YES, outputGradient, Transpose.NO);
  }

  /** inputs·op(weights) + bias, one sample a row. */
  static Matrix affine(Matrix inputs, Matrix weights, Transpose turn, Matrix bias, Buffer buffer) {
    Matrix result = buffer.matrix(inputs.type(), inputs.rows(), turn.columns(weights));
    result.fillRows(bias);
    result.gemm(1, inputs, Transpose.NO, weights, turn, 1);
    return result;
  }

  @Override
  public String toString() {
    return "dense stage, " + weights;
  }
}
