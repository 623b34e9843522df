package pathprox.network;

import pathprox.matrix.Arena;
import pathprox.matrix.Pooling;
import pathprox.network.running.PoolStage;
import pathprox.network.running.Stage;

/**
 * The mean of each channel over square windows that lie side by side; as in PyTorch, pixels at the
 * right and bottom that no whole window covers are left out.
 *
 * @param size side of a window and distance between windows, 1 or more
 */
public record AvgPool2d(int size) implements Pool2d {
  /** Refuses a size below 1 by an {@code IllegalArgumentException}. */
  public AvgPool2d {
    Sliding.tiles(size); // refuses what is below 1
  }

  /** The square of a mean of n = size² numbers is at most the sum of their squares over n. */
  @Override
  public double lipschitz() {
    return 1.0 / size;
  }

  @Override
  public Stage stage(Shape input, Arena arena) {
    return new PoolStage(Sliding.tiles(size).over(input), Pooling.Kind.AVERAGE, arena);
  }

  @Override
  public String toString() {
    return "average pool %s×%s".formatted(size, size);
  }
}
