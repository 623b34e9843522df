package pathprox.network;

import static pathprox.matrix.Arguments.require;

import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.matrix.Arena;
import pathprox.matrix.Window;
import pathprox.network.running.Conv2dStage;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.ParametricStage;
import pathprox.network.running.Rows;

/**
 * A convolution over images, y[o] = Σ_c w[o, c] ⋆ x[c] + b[o], with zeros around the images; as in
 * PyTorch ⋆ is the cross-correlation, and windows that do not fit are left out.
 *
 * @param inputs the number of input channels, 1 or more
 * @param outputs the number of output channels, 1 or more
 * @param kernel side of the square window, 1 or more
 * @param stride distance between windows, 1 or more
 * @param padding zeros on each side, 0 to kernel − 1
 */
public record Conv2d(int inputs, int outputs, int kernel, int stride, int padding)
    implements ParametricLayer {
  /** Refuses a size out of its range by an {@code IllegalArgumentException}. */
  public Conv2d {
    boolean hasSizes = inputs >= 1 && outputs >= 1 && kernel >= 1 && stride >= 1;
    String sizes = "a convolution needs sizes >= 1, was %s → %s, kernel %s, stride %s";
    require(hasSizes, sizes, inputs, outputs, kernel, stride);
    String zeros = "padding must be 0 to %s for kernel %s, was %s";
    require(padding >= 0 && padding < kernel, zeros, kernel - 1, kernel, padding);
  }

  /**
   * {@return a convolution from {@code inputs} to {@code outputs} channels that keeps height and
   * width: stride 1 and zeros of half the {@code kernel}, which must be odd}
   */
  public static Conv2d same(int inputs, int outputs, int kernel) {
    require(kernel % 2 != 0, "only an odd kernel keeps height and width, was %s", kernel);
    return new Conv2d(inputs, outputs, kernel, 1, kernel / 2);
  }

  @Override
  public Shape weightShape() {
    return Shape.of(outputs, inputs, kernel, kernel);
  }

  @Override
  public Shape outputShape(Shape input) {
    boolean fits = input.sizes().get(0) == inputs;
    require(fits, "%s takes images of %s channels, found %s", this, inputs, input);
    return sliding().shapeAfter(this, input, outputs);
  }

  @Override
  public INDArray toRows(INDArray weights, Rows rows, int channels) {
    INDArray matrix =
        weights.permute(0, 2, 3, 1).dup('c').reshape('c', outputs, kernel * kernel * inputs);
    return rows == Rows.OUTPUTS ? matrix : matrix.transpose();
  }

  @Override
  public INDArray fromRows(INDArray matrix, Rows rows, int channels) {
    INDArray weights = rows == Rows.OUTPUTS ? matrix : matrix.transpose();
    INDArray channelsLast = weights.dup('c').reshape('c', outputs, kernel, kernel, inputs);
    return channelsLast.permute(0, 3, 1, 2).dup('c');
  }

  /** Along a side windows start every stride pixels, so at most ⌈kernel/stride⌉ share a pixel. */
  @Override
  public int overlap(Shape input) {
    Window window = sliding().over(input);
    int along = (kernel - 1) / stride + 1;
    return Math.min(along, window.vertical().outputs())
        * Math.min(along, window.horizontal().outputs());
  }

  @Override
  public Conv2d resized(int newInputs, int newOutputs) {
    return new Conv2d(newInputs, newOutputs, kernel, stride, padding);
  }

  @Override
  public ParametricStage stage(Shape input, LayerParameters parameters, Arena arena) {
    return new Conv2dStage(parameters, sliding().over(input), arena);
  }

  private Sliding sliding() {
    return new Sliding(kernel, stride, padding);
  }

  @Override
  public String toString() {
    return "conv %s×%s, %s → %s".formatted(kernel, kernel, inputs, outputs)
        + (stride == 1 ? "" : ", stride " + stride);
  }
}
