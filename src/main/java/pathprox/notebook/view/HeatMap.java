package pathprox.notebook.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A large matrix as a picture with a pixel for each number, or for each block of numbers. */
final class HeatMap {
  private static final int LONGEST_SIDE = 300;

  private HeatMap() {}

  static PictureCard of(INDArray matrix, NumberSummary numbers) {
    int down = Pixels.blocks(matrix.rows(), LONGEST_SIDE);
    int across = Pixels.blocks(matrix.columns(), LONGEST_SIDE);
    Pixels pixels = reduced(matrix, down, across);
    NumberSummary shown = NumberSummary.of(Stream.of(pixels.values()));
    ColorScale scale =
        numbers.min() < 0 && numbers.max() > 0
            ? ColorScale.diverging(shown.largest())
            : ColorScale.gray(shown.min(), shown.max());
    List<String> lines = new ArrayList<>(List.of(numbers.toString()));
    if (down > 1 || across > 1) {
      String mean = "a pixel is the mean of up to %s × %s numbers, %s";
      lines.add(mean.formatted(down, across, shown.range()));
    }
    lines.add(scale.caption(shown, numbers));
    Mosaic picture = new Mosaic(List.of(new Mosaic.Tile(pixels, scale, "", false)));
    return new PictureCard(ArrayNumbers.title(matrix), lines, picture);
  }

  /** Reads as many rows at a time as become one row of pixels. */
  private static Pixels reduced(INDArray matrix, int down, int across) {
    int rows = Pixels.blocks(matrix.rows(), down);
    double[] means =
        IntStream.range(0, rows)
            .mapToObj(
                row ->
                    ArrayNumbers.part(
                        matrix, 0, row * down, Math.min(matrix.rows(), (row + 1) * down)))
            .flatMapToDouble(band -> Arrays.stream(Pixels.of(band).reduced(down, across).values()))
            .toArray();
    return new Pixels(1, rows, Pixels.blocks(matrix.columns(), across), means);
  }
}
