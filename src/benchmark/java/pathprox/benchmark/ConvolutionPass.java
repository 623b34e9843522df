package pathprox.benchmark;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.Conv2d;
import pathprox.network.LayerParameters;
import pathprox.network.Parameter;
import pathprox.network.ParametricStage;
import pathprox.network.Rows;
import pathprox.network.Shape;

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
  private final Matrix inputs;
  private final Matrix outputGradient;
  private final boolean isImage;

  private ConvolutionPass(int channels, int outputs, int side, int batch) {
    int patch = KERNEL * KERNEL * channels;
    Parameter weights = withOwnGradient(RandomMatrix.of(outputs, patch));
    Parameter bias = withOwnGradient(RandomMatrix.of(outputs, 1));
    stage =
        new Conv2d(channels, outputs, KERNEL, 1, 1)
            .stage(
                Shape.of(channels, side, side), new LayerParameters(weights, bias, Rows.OUTPUTS));
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

  private static Parameter withOwnGradient(Matrix value) {
    Parameter parameter = new Parameter(value);
    Matrix gradient = new Arena().zeros(DataType.FLOAT, value.rows(), value.columns());
    parameter.sendGradient(gradient, 0, 1);
    return parameter;
  }

  @Override
  public void run() {
    stage.forward(inputs);
    if (!isImage) {
      stage.inputGradient(outputGradient);
    }
    stage.sendParameterGradients(outputGradient);
  }
}
