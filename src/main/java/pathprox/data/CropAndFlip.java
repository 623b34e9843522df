package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.util.List;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;

/**
 * Moves each image at random: out of the image with a border, a window of its own size is cut, all
 * (2·padding + 1)² equally likely; then left and right change places with probability ½. This is
 * {@code RandomCrop} and {@code RandomHorizontalFlip} of torchvision, where the border is black
 * before pixels are normalized. Numbers out of their range are an IllegalArgumentException.
 *
 * @param height pixel rows of an image, 1 or more
 * @param width pixels in a row, 1 or more
 * @param padding the width of the border in pixels, 0 or more
 * @param border its value in each channel, one or more
 */
public record CropAndFlip(int height, int width, int padding, List<Double> border)
    implements Augmentation {
  public CropAndFlip {
    border = List.copyOf(border);
    require(height >= 1 && width >= 1, "images must be 1×1 or larger, were %d×%d", height, width);
    require(padding >= 0, "padding must be >= 0, was %d", padding);
    require(!border.isEmpty(), "border must have a value for each channel, has none");
  }

  @Override
  public void check(Dataset dataset) {
    List<Integer> shape = List.of(border.size(), height, width);
    List<Integer> found = dataset.sampleShape();
    String message = "%s changes samples of shape %s, those of '%s' have %s";
    require(found.equals(shape), message, this, shape, dataset.name(), found);
  }

  @Override
  public void apply(Matrix samples, RandomNumbers random, Matrix changed) {
    for (int row = 0; row < samples.rows(); row++) {
      int down = random.nextInt(2 * padding + 1) - padding;
      int right = random.nextInt(2 * padding + 1) - padding;
      boolean flips = random.nextInt(2) == 1;
      for (int line = 0; line < border.size() * height; line++) {
        int from = line % height + down;
        int start = (line + down) * width;
        double outside = border.get(line / height);
        for (int x = 0; x < width; x++) {
          int at = (flips ? width - 1 - x : x) + right;
          boolean isInside = from >= 0 && from < height && at >= 0 && at < width;
          changed.set(row, line * width + x, isInside ? samples.get(row, start + at) : outside);
        }
      }
    }
  }

  @Override
  public String toString() {
    return "crops of %s×%s after a border of %s, flipped half the time"
        .formatted(height, width, padding);
  }
}
