package pathprox.notebook;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A large matrix as a picture with a pixel for each number, or for each block of numbers. */
final class HeatMap {
  private static final int LONGEST_SIDE = 300;

  private HeatMap() {}

  static PictureCard of(INDArray matrix, NumberSummary numbers) {
    int height = (int) matrix.size(0);
    int width = (int) matrix.size(1);
    // Columns that lie together in memory are read together.
    Pixels pixels =
        matrix.stride(0) < matrix.stride(1)
            ? reduced(matrix.transpose(), width, height).transposed()
            : reduced(matrix, height, width);
    NumberSummary shown = NumberSummary.of(pixels.values());
    boolean diverging = numbers.hasBothSigns();
    ColorScale scale = diverging ? ColorScale.diverging(shown.largest()) : ColorScale.gray(shown);
    List<String> lines = new ArrayList<>();
    lines.add(numbers.toString());
    if (pixels.height() < height || pixels.width() < width) {
      lines.add(
          "a pixel is the mean of up to %d × %d numbers, %s"
              .formatted(
                  Pixels.blocks(height, LONGEST_SIDE),
                  Pixels.blocks(width, LONGEST_SIDE),
                  shown.range()));
    }
    lines.add(diverging ? Caption.diverging(scale, numbers) : Caption.gray(scale, shown, numbers));
    return new PictureCard(ArrayNumbers.title(matrix), lines, List.of(new Tile(pixels, scale, "")));
  }

  /** Reads as many rows at a time as become one row of pixels. */
  private static Pixels reduced(INDArray matrix, int height, int width) {
    int block = Pixels.blocks(height, LONGEST_SIDE);
    int rows = Pixels.blocks(height, block);
    double[] means = {};
    for (int row = 0; row < rows; row++) {
      int from = row * block;
      int to = Math.min(height, from + block);
      INDArray part = ArrayNumbers.part(matrix, 0, from, to);
      double[] line = rowOfMeans(ArrayNumbers.values(part), to - from, width);
      means = row == 0 ? new double[rows * line.length] : means;
      System.arraycopy(line, 0, means, row * line.length, line.length);
    }
    return new Pixels(1, rows, means.length / rows, means);
  }

  private static double[] rowOfMeans(double[] values, int height, int width) {
    int block = Pixels.blocks(width, LONGEST_SIDE);
    double[] means = new double[Pixels.blocks(width, block)];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        means[column / block] += values[row * width + column];
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= height * (double) Math.min(block, width - i * block);
    }
    return means;
  }
}
