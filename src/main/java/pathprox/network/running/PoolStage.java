package pathprox.network.running;

import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.Pooling;
import pathprox.matrix.Window;

/** A pooling layer at work. */
public final class PoolStage implements Stage {
  private final Window window;
  private final Pooling.Kind kind;
  private final Buffer outputBuffer;
  private final Buffer gradientBuffer;
  private Pooling pooling;
  private Matrix batch;

  /** Makes a stage of {@code kind} over {@code window}, with buffers from {@code arena}. */
  public PoolStage(Window window, Pooling.Kind kind, Arena arena) {
    outputBuffer = arena.buffer();
    gradientBuffer = arena.alternateBuffer();
    this.window = window;
    this.kind = kind;
  }

  @Override
  public Matrix forward(Matrix inputs) {
    if (batch == null || batch.type() != inputs.type()) {
      pooling = new Pooling(inputs.type(), window, kind);
    }
    batch = inputs;
    int outputs = batch.rows() / window.pixels() * window.outputs();
    Matrix result = outputBuffer.matrix(batch.type(), outputs, batch.columns());
    pooling.apply(batch, result);
    return result;
  }

  @Override
  public Matrix inputGradient(Matrix outputGradient) {
    Matrix result = gradientBuffer.matrix(batch.type(), batch.rows(), batch.columns());
    pooling.gradient(batch, outputGradient, result);
    return result;
  }

  @Override
  public String toString() {
    return "pooling stage, " + kind;
  }
}
