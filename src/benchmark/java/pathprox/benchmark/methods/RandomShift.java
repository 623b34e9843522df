package pathprox.benchmark.methods;

import pathprox.data.Augmentation;
import pathprox.data.Dataset;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;

/** Moves each image of one channel by up to {@code most} pixels up or down, and left or right. */
record RandomShift(int height, int width, int most, double border) implements Augmentation {
  @Override
  public void check(Dataset dataset) {
    if (dataset.inputs() != height * width) {
      throw new IllegalArgumentException(
          "%s holds %d pixels a sample, expected %d×%d"
              .formatted(dataset.name(), dataset.inputs(), height, width));
    }
  }

  @Override
  public void apply(Matrix samples, RandomNumbers random, Matrix changed) {
    for (int row = 0; row < samples.rows(); row++) {
      int down = random.nextInt(2 * most + 1) - most;
      int right = random.nextInt(2 * most + 1) - most;
      for (int pixel = 0; pixel < height * width; pixel++) {
        int y = pixel / width + down;
        int x = pixel % width + right;
        boolean isInside = y >= 0 && y < height && x >= 0 && x < width;
        changed.set(row, pixel, isInside ? samples.get(row, y * width + x) : border);
      }
    }
  }
}
