package pathprox.metrics;

import pathprox.data.Examples;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.network.running.WorkingNetwork;

/**
 * Gaussian noise: each input moves on its own by strength·z, z normal with mean 0 and deviation 1,
 * so that the strength is the standard deviation of the noise.
 *
 * @param seed with the row of a sample decides its z: networks and strengths meet the same noise
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
