package pathprox.network;

import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.running.Stage;

/** Turns an image into one row of numbers, as a dense layer takes it. */
public record Flatten() implements ChannelwiseLayer {
  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(input.elements());
  }

  @Override
  public Stage stage(Shape input, Arena arena) {
    return new FlattenStage(input.elements() / input.sizes().get(0));
  }

  @Override
  public String toString() {
    return "flatten";
  }

  /** Works in place: with the channels last, the pixels of a sample already lie side by side. */
  private static final class FlattenStage implements Stage {
    private final int pixels;
    private Matrix batch;

    FlattenStage(int pixels) {
      this.pixels = pixels;
    }

    @Override
    public Matrix forward(Matrix inputs) {
      batch = inputs;
      return inputs.reshape(inputs.rows() / pixels, inputs.columns() * pixels);
    }

    @Override
    public Matrix inputGradient(Matrix outputGradient) {
      int rows = outputGradient.rows() * pixels;
      int channels = outputGradient.columns() / pixels;
      batch.reshape(rows, channels); // the layer before may remember its outputs
      return outputGradient.reshape(rows, channels);
    }
  }
}
