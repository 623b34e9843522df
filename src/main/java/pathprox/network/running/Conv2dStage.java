package pathprox.network.running;

import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Convolution;
import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;
import pathprox.matrix.Window;

/** A convolution at work; numbers of channels are those of the matrices at the time. */
public final class Conv2dStage implements ParametricStage {
  private final Parameter weights;
  private final Parameter bias;
  private final Transpose transpose;
  private final Window window;
  private final Convolution convolution;
  private final Buffer outputBuffer;
  private final Buffer gradientBuffer;
  private Matrix batch;

  /** Makes a stage of {@code parameters} over {@code window}, with buffers from {@code arena}. */
  public Conv2dStage(LayerParameters parameters, Window window, Arena arena) {
    outputBuffer = arena.buffer();
    gradientBuffer = arena.alternateBuffer();
    this.window = window;
    weights = parameters.weights();
    bias = parameters.bias();
    transpose = parameters.transpose();
    convolution = new Convolution(weights.value().type(), window, arena);
  }

  @Override
  public Matrix forward(Matrix inputs) {
    batch = inputs;
    return outputs(weights.value(), transpose, bias.value(), outputBuffer);
  }

  private Matrix outputs(Matrix w, Transpose turn, Matrix b, Buffer buffer) {
    int pixels = batch.rows() / window.pixels() * window.outputs();
    Matrix result = buffer.matrix(batch.type(), pixels, turn.columns(w));
    convolution.apply(batch, w, turn, b, result);
    return result;
  }

  @Override
  public Matrix inputGradient(Matrix outputGradient) {
    Matrix result = gradientBuffer.matrix(batch.type(), batch.rows(), batch.columns());
    convolution.inputGradient(outputGradient, weights.value(), transpose, result);
    return result;
  }

  @Override
  public void parameterGradients(Matrix outputGradient, GradientSink sink) {
    if (outputGradient.columns() == 0) {
      return; // no unit of the pair is in the working set
    }
    Matrix sum = sink.destination(weights);
    double factor = sink.factor(weights);
    double keep = sink.keep(weights);
    Matrix columnSums =
        convolution.addWeightGradient(factor, batch, outputGradient, keep, transpose, sum);
    sink.addColumnSums(bias, columnSums);
  }

  @Override
  public Matrix inactiveOutputs(Matrix inactive, Matrix inactiveBias, Buffer buffer) {
    return outputs(inactive, Transpose.YES, inactiveBias, buffer);
  }

  @Override
  public Matrix inactiveGradient(Matrix activations, Matrix outputGradient, Buffer buffer) {
    int inputs = window.taps() * activations.columns();
    Matrix result = buffer.matrix(batch.type(), inputs, outputGradient.columns());
    convolution.addWeightGradient(1, activations, outputGradient, 0, Transpose.NO, result);
    return result;
  }

  @Override
  public String toString() {
    return "stage of a " + convolution;
  }
}
