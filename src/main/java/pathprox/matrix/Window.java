package pathprox.matrix;

/**
 * A window that slides over an image, as convolution and pooling use it.
 *
 * @param vertical along the rows of the image
 * @param horizontal along its columns
 */
public record Window(Axis vertical, Axis horizontal) {
  /**
   * {@return a square window over an image of {@code height} × {@code width} pixels with zeros
   * around it} The side {@code kernel} and the {@code stride} are 1 or more, {@code padding} is 0
   * to kernel − 1. Windows that do not fit are left out: along a side ⌊(size + 2·padding −
   * kernel)/stride⌋ + 1 remain.
   */
  public static Window over(int height, int width, int kernel, int stride, int padding) {
    return new Window(
        Axis.of(height, kernel, stride, padding), Axis.of(width, kernel, stride, padding));
  }

  /** The window along which gradients flow back, see {@link Axis#reversed}. */
  Window reversed() {
    return new Window(vertical.reversed(), horizontal.reversed());
  }

  /** {@return the number of pixels of an image, height × width} */
  public int pixels() {
    return vertical.size() * horizontal.size();
  }

  /** {@return the number of positions of the window; below 1 along a side that it does not fit} */
  public int outputs() {
    return vertical.outputs() * horizontal.outputs();
  }

  /** {@return the number of pixels of the window itself, its height × its width} */
  public int taps() {
    return vertical.kernel() * horizontal.kernel();
  }

  /** How many outputs a matrix of images has, one pixel a row; −1 if it ends within an image. */
  int outputs(Matrix images) {
    return images.rows() % pixels() == 0 ? images.rows() / pixels() * outputs() : -1;
  }

  @Override
  public String toString() {
    return "windows %s×%s over images %s×%s"
        .formatted(vertical.kernel(), horizontal.kernel(), vertical.size(), horizontal.size());
  }
}
