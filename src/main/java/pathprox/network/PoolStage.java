package pathprox.network;

import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.Pooling;
import pathprox.matrix.Window;

/** A pooling layer at work. */
final class PoolStage implements Stage {
  /** What becomes of the pixels in a window. */
  enum Kind {
    MAXIMUM,
    AVERAGE
  }

  private final Window window;
  private final Kind kind;
  private final Buffer outputBuffer = new Arena().buffer();
  private final Buffer gradientBuffer = new Arena().buffer();
  private Pooling pooling;
  private Matrix batch;

  PoolStage(Window window, Kind kind) {
    this.window = window;
    this.kind = kind;
  }

  @Override
  public Matrix forward(Matrix inputs) {
    if (batch == null || batch.type() != inputs.type()) {
      pooling = Pooling.of(inputs.type(), window);
    }
    batch = inputs;
    int outputs = batch.rows() / window.pixels() * window.outputs();
    Matrix result = outputBuffer.matrix(batch.type(), outputs, batch.columns());
    switch (kind) {
      case MAXIMUM -> pooling.maximum(batch, result);
      case AVERAGE -> pooling.average(batch, result);
    }
    return result;
  }

  @Override
  public Matrix inputGradient(Matrix outputGradient) {
    Matrix result = gradientBuffer.matrix(batch.type(), batch.rows(), batch.columns());
    switch (kind) {
      case MAXIMUM -> pooling.maximumGradient(batch, outputGradient, result);
      case AVERAGE -> pooling.averageGradient(outputGradient, result);
    }
    return result;
  }
}
