package pathprox.notebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.data.Dataset;
import pathprox.plot.SignificantDigits;

/** The first samples of a dataset: images as pictures, anything else as rows of a table. */
final class DatasetPreview {
  private static final int MOST_IMAGES = 20;
  private static final int MOST_ROWS = 5;

  /** Some pixels of standardized images are so bright that all others would look the same. */
  private static final double OUTLIERS = 0.01;

  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  private DatasetPreview() {}

  static boolean hasImages(Dataset data) {
    List<Integer> shape = data.sampleShape();
    return shape.size() == 3 && Pixels.areColors(shape.get(0));
  }

  /** Pictures of some samples with their classes. */
  static PictureCard images(Dataset data, String title, List<String> facts) {
    int[] rows = rows(data);
    List<INDArray> images = IntStream.of(rows).mapToObj(row -> image(data, row)).toList();
    List<String> labels = IntStream.of(rows).mapToObj(row -> label(data, row)).toList();
    return ImageArray.card(title, facts, images, labels, OUTLIERS);
  }

  /** How many pictures {@link #images} has, or has of each class. */
  static String shown(Dataset data) {
    return Caption.shown(rows(data).length, data.size(), "image");
  }

  /** A few samples with the names of the features. */
  static HtmlTable table(Dataset data) {
    int rows = Math.min(MOST_ROWS, data.size());
    HtmlTable table = TableRendering.htmlTable(data.first(rows).table());
    String note = Caption.shown(rows, data.size(), "sample");
    int columns = table.columns().size();
    int all = data.inputs() + (data.isClassification() ? 1 : data.outputs());
    return new HtmlTable(
        table.columns(),
        columns == all
            ? note
            : note + String.format(Locale.ROOT, ", %d of %,d columns", columns, all));
  }

  private static INDArray image(Dataset data, int row) {
    long[] shape = data.sampleShape().stream().mapToLong(Integer::longValue).toArray();
    return data.features().getRow(row).dup().reshape('c', shape);
  }

  private static String label(Dataset data, int row) {
    return data.isClassification()
        ? data.classNames().get(data.classOf(row))
        : data.outputs() == 1 ? DIGITS.format(data.targets().getDouble(row, 0)) : "";
  }

  /** The first samples of each class, then the second ones; without classes the first samples. */
  private static int[] rows(Dataset data) {
    if (!data.isClassification()) {
      return IntStream.range(0, Math.min(MOST_IMAGES, data.size())).toArray();
    }
    int classes = Math.min(MOST_IMAGES, data.outputs());
    int each = Math.min(MOST_IMAGES / classes, 2);
    int[][] found = new int[each][classes]; // rows counted from 1, as 0 says that there is none
    int[] seen = new int[classes];
    for (int row = 0; row < data.size() && IntStream.of(seen).sum() < each * classes; row++) {
      int k = data.classOf(row);
      if (k < classes && seen[k] < each) {
        found[seen[k]++][k] = row + 1;
      }
    }
    return IntStream.range(0, each * classes)
        .map(i -> found[i / classes][i % classes] - 1)
        .filter(row -> row >= 0)
        .toArray();
  }
}
