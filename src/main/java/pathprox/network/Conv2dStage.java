package pathprox.network;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Convolution;
import pathprox.matrix.Matrix;
import pathprox.matrix.MirroredWeights;
import pathprox.matrix.Transpose;
import pathprox.matrix.Window;

/** A convolution at work; numbers of channels are those of the matrices at the time. */
final class Conv2dStage implements ParametricStage {
  private final Parameter weights;
  private final Parameter bias;
  private final boolean rowsAreOutputs;
  private final Window window;
  private final Convolution convolution;
  private final Convolution reversed;
  private final MirroredWeights mirrored = new MirroredWeights(new Arena());
  private final Buffer outputBuffer = new Arena().buffer();
  private final Buffer gradientBuffer = new Arena().buffer();
  private final Convolution.Blocks biasGradient;
  private Matrix batch;

  Conv2dStage(LayerParameters parameters, Window window) {
    this.window = window;
    weights = parameters.weights();
    bias = parameters.bias();
    rowsAreOutputs = parameters.rows() == Rows.OUTPUTS;
    DataType type = weights.value().type();
    convolution = new Convolution(type, window, new Arena());
    reversed = convolution.reversed();
    biasGradient =
        (rows, first) ->
            bias.destination().columnSums(bias.factor(), rows, first ? bias.keep() : 1);
  }

  @Override
  public Matrix forward(Matrix inputs) {
    batch = inputs;
    return outputs(weights.value(), rowsAreOutputs, bias.value(), outputBuffer);
  }

  private Matrix outputs(Matrix w, boolean isOutputsByInputs, Matrix b, Buffer buffer) {
    int images = batch.rows() / window.pixels();
    int outputs = isOutputsByInputs ? w.rows() : w.columns();
    Matrix result = buffer.matrix(batch.type(), images * window.outputs(), outputs);
    convolution.apply(batch, w, isOutputsByInputs ? Transpose.YES : Transpose.NO, b, result);
    return result;
  }

  @Override
  public Matrix inputGradient(Matrix outputGradient) {
    Matrix result = gradientBuffer.matrix(batch.type(), batch.rows(), batch.columns());
    Matrix mirror = mirrored.of(weights.value(), window.taps(), rowsAreOutputs);
    Transpose turn = rowsAreOutputs ? Transpose.NO : Transpose.YES;
    reversed.apply(outputGradient, mirror, turn, null, result);
    return result;
  }

  @Override
  public void sendParameterGradients(Matrix outputGradient) {
    if (outputGradient.columns() == 0) {
      return; // no unit of the pair is in the working set
    }
    convolution.addWeightGradient(
        weights.factor(),
        batch,
        outputGradient,
        weights.keep(),
        rowsAreOutputs ? Transpose.YES : Transpose.NO,
        weights.destination(),
        biasGradient);
  }

  @Override
  public Matrix otherOutputs(Matrix otherWeights, Matrix otherBias, Buffer buffer) {
    return outputs(otherWeights, true, otherBias, buffer);
  }

  @Override
  public Matrix otherGradient(Matrix activations, Matrix outputGradient, Buffer buffer) {
    int inputs = window.taps() * activations.columns();
    Matrix result = buffer.matrix(batch.type(), inputs, outputGradient.columns());
    convolution.addWeightGradient(
        1, activations, outputGradient, 0, Transpose.NO, result, (rows, first) -> {});
    return result;
  }
}
