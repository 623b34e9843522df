package pathprox.network;

import pathprox.matrix.Arena;
import pathprox.matrix.Pooling;
import pathprox.network.running.PoolStage;
import pathprox.network.running.Stage;

/**
 * The maximum of each channel over square windows that lie side by side; as in PyTorch, pixels at
 * the right and bottom that no whole window covers are left out. Outputs move no further than
 * inputs: |max x − max y|² ≤ max|x − y|² ≤ Σ|x − y|², and no pixel lies in two windows.
 *
 * @param size side of a window and distance between windows, 1 or more
 */
public record MaxPool2d(int size) implements Pool2d {
  /** Refuses a size below 1 by an {@code IllegalArgumentException}. */
  public MaxPool2d {
    Sliding.tiles(size); // refuses what is below 1
  }

  @Override
  public Stage stage(Shape input, Arena arena) {
    return new PoolStage(Sliding.tiles(size).over(input), Pooling.Kind.MAXIMUM, arena);
  }

  @Override
  public String toString() {
    return "max pool %s×%s".formatted(size, size);
  }
}
