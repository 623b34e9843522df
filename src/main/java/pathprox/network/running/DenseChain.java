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
  private final Buffer featureBuffer;
  private final Buffer featureGradientBuffer;
  private final Buffer outputBuffer;
  private final Buffer gradientBuffer;
  private final Buffer productBuffer;
  private final Buffer inactiveProductBuffer;
  private final Buffer sumBuffer;
  private final Buffer offsetBuffer;
  private final Buffer oldBuffer;
  private Matrix batch;
  private Matrix features;
  private Matrix featureGradient;
  private Matrix product;
  private boolean collapsed;

  /**
   * Makes a stage for {@code out}, which leads out of a pair, and {@code in}, which leads into the
   * next one; its buffers come from {@code arena}.
   */
  public DenseChain(LayerParameters out, LayerParameters in, Arena arena) {
    this.out = out;
    this.in = in;
    featureBuffer = arena.buffer();
    featureGradientBuffer = arena.buffer();
    outputBuffer = arena.buffer();
    gradientBuffer = arena.buffer();
    productBuffer = arena.buffer();
    inactiveProductBuffer = arena.buffer();
    sumBuffer = arena.buffer();
    offsetBuffer = arena.buffer();
    oldBuffer = arena.buffer();
  }

  private Matrix v() {
    return out.weights().value();
  }

  private Matrix w() {
    return in.weights().value();
  }

  @Override
  public Matrix forward(Matrix inputs) {
    batch = inputs;
    long features = v().columns();
    long direct = (long) v().rows() * w().rows() * (features + batch.rows());
    collapsed = direct < batch.rows() * features * (v().rows() + w().rows());
    if (!collapsed) {
      this.features =
          DenseStage.affine(batch, v(), Transpose.NO, out.bias().value(), featureBuffer);
    }
    product = collapsed ? DenseStage.times(w(), v(), Transpose.YES, productBuffer) : null;
    return outputs(product, w(), in.bias().value(), outputBuffer);
  }

  @Override
  public Matrix inactiveOutputs(Matrix weights, Matrix bias, Buffer buffer) {
    Matrix through =
        collapsed ? DenseStage.times(weights, v(), Transpose.YES, inactiveProductBuffer) : null;
    return outputs(through, weights, bias, buffer);
  }

  private Matrix outputs(Matrix through, Matrix weights, Matrix bias, Buffer buffer) {
    if (!collapsed) {
      return DenseStage.affine(features, weights, Transpose.YES, bias, buffer);
    }
    Matrix offset = offsetBuffer.copyRows(bias, 0, bias.rows());
    offset.gemm(1, weights, Transpose.NO, out.bias().value(), Transpose.NO, 1);
    return DenseStage.affine(batch, through, Transpose.YES, offset, buffer);
  }

  @Override
  public Matrix inputGradient(Matrix outputGradient) {
    if (collapsed) {
      return DenseStage.times(outputGradient, product, Transpose.NO, gradientBuffer);
    }
    featureGradient = DenseStage.times(outputGradient, w(), Transpose.NO, featureGradientBuffer);
    return DenseStage.times(featureGradient, v(), Transpose.YES, gradientBuffer);
  }

  @Override
  public Matrix inactiveGradient(Matrix activations, Matrix outputGradient, Buffer buffer) {
    if (!collapsed) {
      return DenseStage.transposedTimes(activations, featureGradient, buffer);
    }
    Matrix between = DenseStage.transposedTimes(activations, outputGradient, inactiveProductBuffer);
    return DenseStage.times(between, w(), Transpose.NO, buffer);
  }

  @Override
  public void parameterGradients(Matrix outputGradient, GradientSink sink) {
    if (collapsed) {
      gradientsThroughProduct(outputGradient, sink);
    } else {
      sink.addProduct(out.weights(), batch, Transpose.YES, featureGradient);
      sink.addColumnSums(out.bias(), featureGradient);
      sink.addProduct(in.weights(), outputGradient, Transpose.YES, features);
      sink.addColumnSums(in.bias(), outputGradient);
    }
  }

  /** The update of each layer needs the other one as it was. */
  private void gradientsThroughProduct(Matrix outputGradient, GradientSink sink) {
    Matrix g = DenseStage.transposedTimes(outputGradient, batch, productBuffer);
    Matrix sums = sumBuffer.matrix(batch.type(), outputGradient.columns(), 1);
    sums.columnSums(1, outputGradient, 0);
    Matrix oldW = oldBuffer.copyRows(w(), 0, w().rows());

    Parameter weights = in.weights();
    Matrix bias = out.bias().value();
    sink.addProduct(weights, g, Transpose.NO, v());
    sink.destination(weights)
        .gemm(sink.factor(weights), sums, Transpose.NO, bias, Transpose.YES, 1);
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
