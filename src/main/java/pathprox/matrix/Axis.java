package pathprox.matrix;

/**
 * How a window slides along one direction of an image: its outputs start every {@code stride}
 * pixels of a line that holds the image's pixels, {@code spacing} apart after a margin, and zeros.
 *
 * @param size pixels of the image
 * @param spacing distance between pixels in the line, 1 or more
 * @param margin zeros before the first pixel
 * @param kernel length of the window
 * @param stride distance between windows, 1 or more
 * @param outputs how many windows
 */
public record Axis(int size, int spacing, int margin, int kernel, int stride, int outputs) {
  static Axis of(int size, int kernel, int stride, int padding) {
    return new Axis(
        size, 1, padding, kernel, stride, Math.floorDiv(size + 2 * padding - kernel, stride) + 1);
  }

  /**
   * Turns outputs into inputs, along which gradients flow back: where a window reads pixel i of the
   * line for output j, the reversed and mirrored window reads output j for pixel i. Its margin is
   * negative if this one's is not below the kernel.
   */
  Axis reversed() {
    return new Axis(outputs, stride, kernel - 1 - margin, kernel, 1, size);
  }

  /** The outputs as pixels of an image without margin. */
  Axis ofOutputs() {
    return new Axis(outputs, 1, 0, 1, 1, outputs);
  }

  /** The length of the line, up to the end of the last window. */
  int line() {
    return (outputs - 1) * stride + kernel;
  }

  /** Where pixel {@code i} lies in the line. */
  int place(int i) {
    return margin + i * spacing;
  }

  /** How many pixels lie in the line; windows that do not fit leave out the last ones. */
  int pixelsInLine() {
    return Math.min(size, Math.floorDiv(line() - 1 - margin, spacing) + 1);
  }
}
