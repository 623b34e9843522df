package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * The linear maps of the algorithm F(2×2, 3×3) around its 16 products (Lavin and Gray, "Fast
 * algorithms for convolutional neural networks", CVPR 2016), and their transposes.
 *
 * <p>A tile is a square of 2×2 outputs; tiles are counted line by line through all images. A matrix
 * in the transformed domain holds 16 matrices below each other.
 */
abstract sealed class WinogradKernels permits FloatWinogradKernels, DoubleWinogradKernels {
  static final int SIDE = 4;
  static final int POINTS = SIDE * SIDE;

  static WinogradKernels of(DataType type, Window window) {
    return type == DataType.FLOAT
        ? new FloatWinogradKernels(window)
        : new DoubleWinogradKernels(window);
  }

  /** transformed [16 · tiles, channels] ← BᵀdB for the 4×4 pixels d under each tile. */
  abstract void images(Matrix images, int from, int tiles, Matrix transformed);

  /** outputs ← AᵀmA + bias for each tile; bias may be null. */
  abstract void outputs(Matrix transformed, Matrix bias, int from, int tiles, Matrix outputs);

  /** transformed [16 · tiles, channels] ← AdAᵀ for the 2×2 gradients d of each tile. */
  abstract void outputGradients(Matrix gradients, int from, int tiles, Matrix transformed);

  /**
   * transformed ← GgGᵀ for the 3×3 weights g of each pair of channels; weights come in groups of
   * nine runs, one for each tap, of {@code run} numbers.
   */
  abstract void weights(Matrix weights, int run, Matrix transformed);

  /** destination ← alpha·GᵀgG + beta·destination, the transpose of {@link #weights}. */
  abstract void weightGradients(
      double alpha, Matrix transformed, int run, double beta, Matrix destination);
}
