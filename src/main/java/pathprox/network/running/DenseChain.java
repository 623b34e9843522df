package pathprox.network.running;

import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;

/**
 * Two dense layers with nothing between them at work: z = W(Vᵀh + b) + c, the way out of one pair
 * and into the next.
 *
 * <p>Where that takes fewer multiplications, M = WVᵀ is formed first: z = Mh + (Wb + c); with G =
 * Σ_batch δhᵀ and s = Σ_batch δ the gradients are GᵀW for V and GV + sbᵀ for W, the same up to
 * rounding.
 */
public final class DenseChain implements ParametricStage {
  private final LayerParameters out;
  private final LayerParameters in;
  private final Matrix v;
  private final Matrix w;
  private final Buffer middleBuffer;
  private final Buffer otherBuffer;
  private final Buffer vectorBuffer;
  private final Buffer outputBuffer;
  private final Buffer gradientBuffer;
  private final Buffer oldBuffer;
  private Matrix batch;
  private boolean collapsed;
  private Matrix middle; // M if collapsed, or else the features
  private Matrix featureGradient;

  /**
   * Makes a stage for {@code out}, which leads out of a pair, and {@code in}, which leads into the
   * next one; its buffers come from {@code arena}.
   */
  public DenseChain(LayerParameters out, LayerParameters in, Arena arena) {
    this.out = out;
    this.in = in;
    v = out.weights().value();
    w = in.weights().value();
    middleBuffer = arena.buffer();
    otherBuffer = arena.buffer();
    vectorBuffer = arena.buffer();
    outputBuffer = arena.buffer();
    gradientBuffer = arena.buffer();
    oldBuffer = arena.buffer();
  }

  @Override
  public Matrix forward(Matrix inputs) {
    batch = inputs;
    long features = v.columns();
    long direct = (long) v.rows() * w.rows() * (features + batch.rows());
    collapsed = direct < batch.rows() * features * (v.rows() + w.rows());
    middle =
        collapsed
            ? middleBuffer.product(w, Transpose.NO, v, Transpose.YES)
            : DenseStage.affine(batch, v, Transpose.NO, out.bias().value(), middleBuffer);
    return outputs(middle, w, in.bias().value(), outputBuffer);
  }

  @Override
  public Matrix inactiveOutputs(Matrix weights, Matrix bias, Buffer buffer) {
    Matrix through =
        collapsed ? otherBuffer.product(weights, Transpose.NO, v, Transpose.YES) : middle;
    return outputs(through, weights, bias, buffer);
  }

  private Matrix outputs(Matrix through, Matrix weights, Matrix bias, Buffer buffer) {
    if (!collapsed) {
      return DenseStage.affine(through, weights, Transpose.YES, bias, buffer);
    }
    Matrix offset = vectorBuffer.copyRows(bias, 0, bias.rows());
    offset.gemm(1, weights, Transpose.NO, out.bias().value(), Transpose.NO, 1);
    return DenseStage.affine(batch, through, Transpose.YES, offset, buffer);
  }

  @Override
  public Matrix inputGradient(Matrix outputGradient) {
    if (collapsed) {
      return gradientBuffer.product(outputGradient, Transpose.NO, middle, Transpose.NO);
    }
    featureGradient = otherBuffer.product(outputGradient, Transpose.NO, w, Transpose.NO);
    return gradientBuffer.product(featureGradient, Transpose.NO, v, Transpose.YES);
  }

  @Override
  public Matrix inactiveGradient(Matrix activations, Matrix outputGradient, Buffer buffer) {
    if (!collapsed) {
      return buffer.product(activations, Transpose.YES, featureGradient, Transpose.NO);
    }
    Matrix sums = otherBuffer.product(activations, Transpose.YES, outputGradient, Transpose.NO);
    return buffer.product(sums, Transpose.NO, w, Transpose.NO);
  }

  @Override
  public void parameterGradients(Matrix outputGradient, GradientSink sink) {
    if (collapsed) {
      gradientsThroughProduct(outputGradient, sink);
      return;
    }
    sink.addProduct(out.weights(), batch, Transpose.YES, featureGradient);
    sink.addColumnSums(out.bias(), featureGradient);
    sink.addProduct(in.weights(), outputGradient, Transpose.YES, middle);
    sink.addColumnSums(in.bias(), outputGradient);
  }

  /** The update of each layer needs the other one as it was. */
  private void gradientsThroughProduct(Matrix outputGradient, GradientSink sink) {
    Matrix g = middleBuffer.product(outputGradient, Transpose.YES, batch, Transpose.NO);
    Matrix sums = vectorBuffer.matrix(batch.type(), outputGradient.columns(), 1);
    sums.columnSums(1, outputGradient, 0);
    Matrix oldW = oldBuffer.copyRows(w, 0, w.rows());
    Parameter weights = in.weights();
    Matrix b = out.bias().value();
    sink.addProduct(weights, g, Transpose.NO, v);
    sink.destination(weights).gemm(sink.factor(weights), sums, Transpose.NO, b, Transpose.YES, 1);
    sink.destination(in.bias()).scale(sink.keep(in.bias()));
    sink.destination(in.bias()).axpy(sink.factor(in.bias()), sums);
    sink.addProduct(out.weights(), g, Transpose.YES, oldW);
    sink.addProduct(out.bias(), oldW, Transpose.YES, sums);
  }

  @Override
  public String toString() {
    return "two dense stages, " + out.weights() + " and " + in.weights();
  }
}
