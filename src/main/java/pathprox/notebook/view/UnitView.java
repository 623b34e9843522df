package pathprox.notebook.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pathprox.metrics.UnitPictures;
import pathprox.plot.SignificantDigits;

/** Units as pictures of their weights. */
final class UnitView {
  private static final int MOST_UNITS = 100;
  private static final int LONGEST_SIDE = 96;
  private static final SignificantDigits DIGITS = new SignificantDigits(3);

  private UnitView() {}

  static View of(UnitPictures pictures) {
    int count = Math.min(MOST_UNITS, pictures.units().size());
    List<Pixels> weights =
        Images.first(pictures.weights(), count).stream()
            .map(unit -> unit.reduced(LONGEST_SIDE))
            .toList();
    NumberSummary numbers = NumberSummary.of(weights.stream().map(Pixels::values));
    double end = numbers.largest();
    boolean colored = weights.get(0).channels() > 1;
    ColorScale scale = colored ? ColorScale.gray(-end, end) : ColorScale.diverging(end);
    List<Mosaic.Tile> tiles =
        IntStream.range(0, count)
            .mapToObj(i -> tile(pictures.units().get(i), weights.get(i), scale))
            .toList();
    List<String> lines = new ArrayList<>();
    if (count < pictures.units().size()) {
      lines.add("shown: " + Numerals.shown(count, pictures.units().size(), "unit"));
    }
    String meaning = colored ? "weights of red, green and blue, 0 gray: " : "";
    lines.add(meaning + scale.caption(numbers, numbers));
    String svg = new PictureCard(pictures.title(), lines, tiles).svg();
    return View.svg(svg, pictures.toString());
  }

  /** Dead units are gray and nearly white, so that the others stand out. */
  private static Mosaic.Tile tile(UnitPictures.Unit unit, Pixels weights, ColorScale scale) {
    return unit.isDead()
        ? new Mosaic.Tile(weights.gray(), ColorScale.washedOut(scale.high()), "dead", true)
        : new Mosaic.Tile(weights, scale, DIGITS.format(unit.norm()), false);
  }
}
