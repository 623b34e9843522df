package pathprox.network.running;

import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.Pooling;
import pathprox.matrix.Window;

/** A pooling layer at work. */
public final class PoolStage implements Stage {
  /** What becomes of the pixels in a window. */
  public enum Kind {
    /** The largest one is left. */
    MAXIMUM,
    /** Their mean is left. */
    AVERAGE
  }

  private final Window window;
  private final Kind kind;
  private final Buffer outputBuffer;
  private final Buffer gradientBuffer;
  private Pooling pooling;
  private Matrix batch;

  /**
   * Makes a stage that slides {@code window} over the images, {@code kind} saying what becomes of
   * the pixels in it; its buffers come from {@code arena}.
   */
  public PoolStage(Window window, Kind kind, Arena arena) {
    outputBuffer = arena.buffer();
    gradientBuffer = arena.buffer();
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

  @Override
  public String toString() {
    return "pooling stage, " + kind;
  }
}
