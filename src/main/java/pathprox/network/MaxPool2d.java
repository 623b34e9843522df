package pathprox.network;

import pathprox.matrix.Arena;
import pathprox.network.running.PoolStage;
import pathprox.network.running.Stage;

/**
 * The maximum of each channel over square windows that lie side by side; as in PyTorch, pixels at
 * the right and bottom that no whole window covers are left out.
 *
 * @param size side of a window and distance between windows, 1 or more
 */
public record MaxPool2d(int size) implements ParameterFreeLayer {
  /**
   * @throws IllegalArgumentException if it is below 1
   */
  public MaxPool2d {
    if (size < 1) {
      throw new IllegalArgumentException("a pooling window needs a size >= 1, was " + size);
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return Sliding.tiles(size).shapeBehind(this, input, input.sizes().get(0));
  }

  @Override
  public boolean keepsUnits() {
    return true;
  }

  /** |max x − max y|² ≤ max|x − y|² ≤ Σ|x − y|², and no pixel lies in two windows. */
  @Override
  public double lipschitz() {
    return 1;
  }

  @Override
  public Stage stage(Shape input, Arena arena) {
    return new PoolStage(Sliding.tiles(size).over(input), PoolStage.Kind.MAXIMUM, arena);
  }

  @Override
  public String toString() {
    return "max pool %d×%d".formatted(size, size);
  }
}
