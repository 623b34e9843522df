package pathprox.network;

import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.running.Stage;

/** The rectifier, y = max(x, 0) element by element; its derivative at 0 is taken as 0. */
public record Relu() implements ChannelwiseLayer {
  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Stage stage(Shape input, Arena arena) {
    return new ReluStage();
  }

  @Override
  public String toString() {
    return "ReLU";
  }

  /** Works in place: the layer before needs its outputs no more. */
  private static final class ReluStage implements Stage {
    private Matrix activations;

    @Override
    public Matrix forward(Matrix inputs) {
      inputs.relu();
      activations = inputs;
      return inputs;
    }

    @Override
    public Matrix inputGradient(Matrix outputGradient) {
      outputGradient.maskByRelu(activations);
      return outputGradient;
    }
  }
}
