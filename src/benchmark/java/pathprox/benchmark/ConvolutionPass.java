package pathprox.benchmark;

import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.Conv2d;
import pathprox.network.Shape;
import pathprox.network.running.Gradients;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.Parameter;
import pathprox.network.running.ParametricStage;
import pathprox.network.running.Rows;

/**
 * One 3×3 convolution, forward and backward: {@code convolution-INPUTS-OUTPUTS-SIDE-BATCH}.
 *
 * <p>Three inputs are an image, which needs no gradient.
 */
final class ConvolutionPass implements Work {
  static final String PREFIX = "convolution-";

  private static final int IMAGE_CHANNELS = 3;
  private static final int KERNEL = 3;

  private final ParametricStage stage;
  private final Gradients gradients;
  private final Matrix inputs;
  private final Matrix outputGradient;
  private final boolean isImage;

  private ConvolutionPass(int channels, int outputs, int side, int batch) {
    int patch = KERNEL * KERNEL * channels;
    Arena arena = new Arena();
    Parameter weights = new Parameter(0, RandomMatrix.of(outputs, patch), arena);
    Parameter bias = new Parameter(1, RandomMatrix.of(outputs, 1), arena);
    LayerParameters parameters = new LayerParameters(weights, bias, Rows.OUTPUTS, true, true);
    gradients = new Gradients(parameters);
    stage =
        new Conv2d(channels, outputs, KERNEL, 1, 1)
            .stage(Shape.of(channels, side, side), parameters, arena);
    inputs = RandomMatrix.of(batch * side * side, channels);
    outputGradient = RandomMatrix.of(batch * side * side, outputs);
    isImage = channels == IMAGE_CHANNELS;
  }

  static Work of(String name) {
    String[] sizes = name.substring(PREFIX.length()).split("-");
    return new ConvolutionPass(
        Integer.parseInt(sizes[0]),
        Integer.parseInt(sizes[1]),
        Integer.parseInt(sizes[2]),
        Integer.parseInt(sizes[3]));
  }

  @Override
  public void run() {
    stage.forward(inputs);
    if (!isImage) {
      stage.inputGradient(outputGradient);
    }
    stage.parameterGradients(outputGradient, gradients);
  }
}
