package pathprox.metrics;

import pathprox.data.Examples;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.network.running.WorkingNetwork;

/**
 * Gaussian noise: each input moves on its own by strength·z, z normal with mean 0 and deviation 1,
 * so that the strength is the standard deviation of the noise.
 *
 * <p>The z of a sample depend on the seed and its row alone: all networks and all strengths are
 * tried on the same noise.
 *
 * @param seed any value
 */
public record InputNoise(long seed) implements Perturbation {
  @Override
  public void direct(WorkingNetwork network, Examples examples, int from, Matrix directions) {
    for (int row = 0; row < directions.rows(); row++) {
      RandomNumbers random = RandomNumbers.of(seed, "input noise", from + row);
      for (int input = 0; input < directions.columns(); input++) {
        directions.set(row, input, random.nextGaussian());
      }
    }
  }

  @Override
  public String toString() {
    return "Gaussian noise";
  }
}
