package pathprox.notebook.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pathprox.data.Dataset;
import pathprox.plot.SignificantDigits;

/** The first samples of a dataset: images as pictures, anything else as rows of a table. */
final class Samples {
  private static final int MOST_IMAGES = 20;
  private static final int MOST_ROWS = 5;

  /** Some pixels of standardized images are so bright that all others would look the same. */
  private static final double OUTLIERS = 0.01;

  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  private Samples() {}

  static boolean areImages(Dataset data) {
    List<Integer> shape = data.sampleShape();
    return shape.size() == 3 && Pixels.areColors(shape.get(0));
  }

  /** Pictures of some samples with their classes. */
  static PictureCard images(Dataset data, String title, List<String> facts) {
    List<Integer> rows = rows(data);
    List<Pixels> images = rows.stream().map(row -> image(data, row)).toList();
    List<String> labels = rows.stream().map(row -> label(data, row)).toList();
    return Images.card(title, facts, images, labels, OUTLIERS);
  }

  /** How many pictures {@link #images} has. */
  static String shown(Dataset data) {
    return Counts.shown(rows(data).size(), data.size(), "image");
  }

  /** A few samples with the names of the features. */
  static HtmlTable table(Dataset data) {
    int rows = Math.min(MOST_ROWS, data.size());
    List<HtmlTable.Column> columns = HtmlTable.of(data.first(rows).table()).columns();
    int all = data.inputs() + (data.isClassification() ? 1 : data.outputs());
    String cut = columns.size() == all ? "" : ", " + Counts.shown(columns.size(), all, "column");
    return new HtmlTable(columns, Counts.shown(rows, data.size(), "sample") + cut);
  }

  private static Pixels image(Dataset data, int row) {
    List<Integer> shape = data.sampleShape();
    double[] values = ArrayNumbers.values(data.features().getRow(row));
    return new Pixels(shape.get(0), shape.get(1), shape.get(2), values);
  }

  private static String label(Dataset data, int row) {
    return data.isClassification()
        ? data.classNames().get(data.classOf(row))
        : data.outputs() == 1 ? DIGITS.format(data.targets().getDouble(row, 0)) : "";
  }

  /** The first samples of each class, then the second ones; without classes the first samples. */
  private static List<Integer> rows(Dataset data) {
    if (!data.isClassification()) {
      return IntStream.range(0, Math.min(MOST_IMAGES, data.size())).boxed().toList();
    }
    int classes = Math.min(MOST_IMAGES, data.outputs());
    int each = Math.min(MOST_IMAGES / classes, 2);
    List<List<Integer>> ofClass = new ArrayList<>();
    IntStream.range(0, classes).forEach(k -> ofClass.add(new ArrayList<>()));
    for (int row = 0, found = 0; row < data.size() && found < each * classes; row++) {
      int k = data.classOf(row);
      if (k < classes && ofClass.get(k).size() < each) {
        ofClass.get(k).add(row);
        found++;
      }
    }
    return IntStream.range(0, each)
        .boxed()
        .flatMap(i -> ofClass.stream().filter(rows -> rows.size() > i).map(rows -> rows.get(i)))
        .toList();
  }
}
