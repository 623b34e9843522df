package pathprox.matrix;

/**
 * A window that slides over an image, as convolution and pooling use it.
 *
 * @param vertical along the rows of the image
 * @param horizontal along its columns
 */
public record Window(Axis vertical, Axis horizontal) {
  /**
   * Lets a square window slide over an image with zeros around it. Windows that do not fit are left
   * out, so that the number of outputs along a side is ⌊(size + 2·padding − kernel)/stride⌋ + 1.
   *
   * @param height of the image, 1 or more
   * @param width of the image, 1 or more
   * @param kernel side of the window, 1 or more
   * @param stride distance between windows, 1 or more
   * @param padding zeros on each side, 0 to kernel − 1
   * @return the window
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

  /**
   * {@return the number of positions of the window; the pixels of an output; below 1 in one
   * direction if the window does not fit}
   */
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
    return "windows %d×%d over images %d×%d"
        .formatted(vertical.kernel(), horizontal.kernel(), vertical.size(), horizontal.size());
  }
}
