package pathprox.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays of images, [channels, height, width] or [images, channels, height, width]. */
final class ImageArray {
  private static final int MOST_IMAGES = 100;
  private static final int LONGEST_SIDE_ALONE = 300;
  private static final int LONGEST_SIDE = 96;

  private ImageArray() {}

  static PictureCard of(INDArray array) {
    long count = array.rank() == 4 ? array.size(0) : 1;
    int shown = (int) Math.min(MOST_IMAGES, count);
    List<INDArray> images =
        IntStream.range(0, shown)
            .mapToObj(i -> array.rank() == 4 ? ArrayNumbers.part(array, 0, i, i + 1) : array)
            .toList();
    List<String> labels = Collections.nCopies(shown, "");
    List<String> lines = List.of(Caption.shown(shown, count, "image"));
    return card(ArrayNumbers.title(array), lines, images, labels, 0);
  }

  /**
   * Images of one size in the same grays or colors.
   *
   * @param cut which share of the pixels may be darker than black, and as many lighter than white
   */
  static PictureCard card(
      String title, List<String> facts, List<INDArray> images, List<String> labels, double cut) {
    List<Pixels> originals = images.stream().map(ImageArray::pixels).toList();
    int longest = images.size() == 1 ? LONGEST_SIDE_ALONE : LONGEST_SIDE;
    List<Pixels> pictures = originals.stream().map(image -> image.reduced(longest)).toList();
    NumberSummary numbers = summary(originals);
    NumberSummary drawn = summary(pictures);
    ColorScale scale = scale(pictures, drawn, cut);
    List<String> lines = new ArrayList<>(facts);
    if (pictures.get(0) != originals.get(0)) {
      lines.add(
          "drawn smaller, %d × %d pixels"
              .formatted(pictures.get(0).height(), pictures.get(0).width()));
    }
    lines.add(Caption.gray(scale, drawn, numbers));
    return new PictureCard(title, lines, tiles(pictures, scale, labels));
  }

  private static ColorScale scale(List<Pixels> pictures, NumberSummary drawn, double cut) {
    double[] sorted =
        pictures.stream()
            .flatMapToDouble(picture -> Arrays.stream(picture.values()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    int outside = (int) (cut * sorted.length);
    boolean equal = sorted.length == 0 || sorted[outside] == sorted[sorted.length - 1 - outside];
    return equal
        ? ColorScale.gray(drawn)
        : ColorScale.gray(sorted[outside], sorted[sorted.length - 1 - outside]);
  }

  private static List<Tile> tiles(List<Pixels> pictures, ColorScale scale, List<String> labels) {
    return IntStream.range(0, pictures.size())
        .mapToObj(i -> new Tile(pictures.get(i), scale, labels.get(i)))
        .toList();
  }

  private static NumberSummary summary(List<Pixels> pictures) {
    return NumberSummary.of(pictures.stream().map(Pixels::values)::iterator);
  }

  /** Takes [channels, height, width], also as the only one of its array. */
  static Pixels pixels(INDArray image) {
    int rank = image.rank();
    return new Pixels(
        (int) image.size(rank - 3),
        (int) image.size(rank - 2),
        (int) image.size(rank - 1),
        ArrayNumbers.values(image));
  }
}
