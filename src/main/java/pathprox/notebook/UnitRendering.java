package pathprox.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.metrics.UnitPictures;
import pathprox.plot.SignificantDigits;

/** Units as pictures of their weights. */
final class UnitRendering {
  private static final int MOST_UNITS = 100;
  private static final int LONGEST_SIDE = 96;
  private static final SignificantDigits DIGITS = new SignificantDigits(3);

  private UnitRendering() {}

  static Rendering<UnitPictures> pictures() {
    return Rendering.svg(
        UnitPictures.class, pictures -> card(pictures).svg(), UnitPictures::toString);
  }

  private static PictureCard card(UnitPictures pictures) {
    int count = Math.min(MOST_UNITS, pictures.units().size());
    List<Pixels> weights =
        IntStream.range(0, count)
            .mapToObj(i -> pixels(ArrayNumbers.part(pictures.weights(), 0, i, i + 1)))
            .toList();
    NumberSummary numbers = NumberSummary.of(weights.stream().map(Pixels::values)::iterator);
    double end = numbers.largest();
    List<Tile> tiles =
        IntStream.range(0, count)
            .mapToObj(i -> tile(pictures.units().get(i), weights.get(i), end))
            .toList();
    List<String> lines = new ArrayList<>();
    if (count < pictures.units().size()) {
      lines.add("shown: " + Caption.shown(count, pictures.units().size(), "unit"));
    }
    lines.add(colors(weights.get(0).channels(), end, numbers));
    return new PictureCard(pictures.title(), lines, tiles);
  }

  private static String colors(int channels, double end, NumberSummary numbers) {
    ColorScale scale = ColorScale.diverging(end);
    return channels == 1
        ? Caption.diverging(scale, numbers)
        : "weights of red, green and blue, 0 gray: " + Caption.gray(scale, numbers, numbers);
  }

  /** Dead units are nearly white, so that the others stand out. */
  private static Tile tile(UnitPictures.Unit unit, Pixels weights, double end) {
    return unit.isDead()
        ? new Tile(gray(weights), ColorScale.washedOut(end), "dead", true)
        : new Tile(weights, ColorScale.diverging(end), DIGITS.format(unit.norm()));
  }

  /** One channel of three, as colors would not be gray. */
  private static Pixels gray(Pixels weights) {
    int size = weights.height() * weights.width();
    double[] means = new double[size];
    for (int i = 0; i < weights.values().length; i++) {
      means[i % size] += weights.values()[i] / weights.channels();
    }
    return new Pixels(1, weights.height(), weights.width(), means);
  }

  private static Pixels pixels(INDArray weights) {
    return ImageArray.pixels(weights).reduced(LONGEST_SIDE);
  }
}
