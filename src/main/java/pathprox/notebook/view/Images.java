package pathprox.notebook.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.metrics.UnitPictures;
import pathprox.notebook.view.PictureCard.Tile;
import pathprox.plot.SignificantDigits;

/** Images of one size in the same grays or colors: of arrays, samples, and weights of units. */
final class Images {
  private static final int MOST_IMAGES = 100;
  private static final int LONGEST_SIDE_ALONE = 300;
  private static final int LONGEST_SIDE = 96;

  private Images() {}

  /** An array [channels, height, width] or [images, channels, height, width]. */
  static String svg(INDArray array, String title) {
    long count = array.rank() == 4 ? array.size(0) : 1;
    int shown = (int) Math.min(MOST_IMAGES, count);
    List<Pixels> images = array.rank() == 4 ? first(array, shown) : List.of(Pixels.of(array));
    List<String> facts = List.of(Numerals.shown(shown, count, "image"));
    return svg(title, facts, images, Collections.nCopies(shown, ""), 0);
  }

  private static List<Pixels> first(INDArray array, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Pixels.of(Pixels.part(array, 0, i, i + 1)))
        .toList();
  }

  /** The strongest units; those at zero are gray and nearly white, so that the others stand out. */
  static View of(UnitPictures pictures) {
    List<UnitPictures.Unit> units = pictures.units();
    int count = Math.min(MOST_IMAGES, units.size());
    List<Pixels> weights =
        first(pictures.weights(), count).stream().map(unit -> unit.reduced(LONGEST_SIDE)).toList();
    NumberSummary numbers = NumberSummary.of(weights.stream().map(Pixels::values));
    double end = numbers.largest();
    boolean colored = weights.get(0).channels() > 1;
    ColorScale scale = colored ? ColorScale.gray(-end, end) : ColorScale.diverging(end);
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String norm = new SignificantDigits(3).format(units.get(i).norm());
      tiles.add(
          units.get(i).isDead()
              ? new Tile(weights.get(i).gray(), ColorScale.washedOut(end), "zero", true)
              : new Tile(weights.get(i), scale, norm, false));
    }
    List<String> lines = new ArrayList<>();
    if (count < units.size()) {
      lines.add("shown: " + Numerals.shown(count, units.size(), "unit"));
    }
    String meaning = colored ? "weights of red, green and blue, 0 gray: " : "";
    lines.add(meaning + scale.caption(numbers, numbers));
    return View.svg(new PictureCard(tiles).svg(pictures.title(), lines), pictures.toString());
  }

  /** A share {@code cut} of the pixels may be darker than black, and as many lighter than white. */
  static String svg(
      String title, List<String> facts, List<Pixels> images, List<String> labels, double cut) {
    int longest = images.size() == 1 ? LONGEST_SIDE_ALONE : LONGEST_SIDE;
    List<Pixels> pictures = images.stream().map(image -> image.reduced(longest)).toList();
    NumberSummary drawn = NumberSummary.of(pictures.stream().map(Pixels::values));
    double[] sorted =
        pictures.stream()
            .flatMapToDouble(picture -> Arrays.stream(picture.values()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    int black = (int) (cut * sorted.length);
    int white = sorted.length - 1 - black;
    ColorScale scale =
        sorted.length == 0 || sorted[black] == sorted[white]
            ? ColorScale.gray(drawn.getMin(), drawn.getMax())
            : ColorScale.gray(sorted[black], sorted[white]);
    List<String> lines = new ArrayList<>(facts);
    Pixels first = pictures.get(0);
    if (first != images.get(0)) {
      lines.add("drawn smaller, " + first.height() + " × " + first.width() + " pixels");
    }
    lines.add(scale.caption(drawn, NumberSummary.of(images.stream().map(Pixels::values))));
    List<Tile> tiles =
        IntStream.range(0, pictures.size())
            .mapToObj(i -> new Tile(pictures.get(i), scale, labels.get(i), false))
            .toList();
    return new PictureCard(tiles).svg(title, lines);
  }
}
