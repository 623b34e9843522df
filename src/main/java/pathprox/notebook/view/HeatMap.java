package pathprox.notebook.view;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A large matrix as a picture with a pixel for each number, or for each block of numbers. */
final class HeatMap {
  private static final int LONGEST_SIDE = 300;

  private HeatMap() {}

  static PictureCard of(INDArray matrix, NumberSummary numbers) {
    int down = Pixels.blocks((int) matrix.size(0), LONGEST_SIDE);
    int across = Pixels.blocks((int) matrix.size(1), LONGEST_SIDE);
    Pixels pixels = reduced(matrix, down, across);
    NumberSummary shown = NumberSummary.of(pixels.values());
    boolean bothSigns = numbers.min() < 0 && numbers.max() > 0;
    ColorScale scale =
        bothSigns
            ? ColorScale.diverging(shown.largest())
            : ColorScale.gray(shown.min(), shown.max());
    List<String> lines = new ArrayList<>();
    lines.add(numbers.toString());
    if (down > 1 || across > 1) {
      String mean = "a pixel is the mean of up to %s × %s numbers, %s";
      lines.add(mean.formatted(down, across, shown.range()));
    }
    lines.add(scale.caption(shown, numbers));
    Mosaic.Tile tile = new Mosaic.Tile(pixels, scale, "", false);
    return new PictureCard(ArrayNumbers.title(matrix), lines, List.of(tile));
  }

  /** Reads as many rows at a time as become one row of pixels. */
  private static Pixels reduced(INDArray matrix, int down, int across) {
    int height = (int) matrix.size(0);
    int width = (int) matrix.size(1);
    int rows = Pixels.blocks(height, down);
    int columns = Pixels.blocks(width, across);
    double[] means = new double[rows * columns];
    for (int row = 0; row < rows; row++) {
      int from = row * down;
      int to = Math.min(height, from + down);
      double[] values = ArrayNumbers.values(ArrayNumbers.part(matrix, 0, from, to));
      double[] line = new Pixels(1, to - from, width, values).reduced(down, across).values();
      System.arraycopy(line, 0, means, row * columns, columns);
    }
    return new Pixels(1, rows, columns, means);
  }
}
