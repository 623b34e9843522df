package pathprox.notebook.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.notebook.view.HtmlTable.Column;

/** Datasets and splits: sizes, shapes, classes, and a few samples. */
final class DataView {
  private static final int MOST_CLASSES = 12;
  private static final int MOST_IMAGES = 20;
  private static final int MOST_ROWS = 5;
  // Some pixels of standardized images are so bright that all others would look the same.
  private static final double OUTLIERS = 0.01;

  private DataView() {}

  static View of(Dataset data) {
    return view(List.of(data), data.toString());
  }

  static View of(Split data) {
    return view(List.of(data.train(), data.test()), data.toString());
  }

  private static View view(List<Dataset> sets, String text) {
    List<Integer> shape = sets.get(0).sampleShape();
    return shape.size() == 3 && Pixels.areColors(shape.get(0))
        ? View.svg(svg(sets), text)
        : View.html(table(sets).html() + "\n" + samples(sets.get(0)).html(), text);
  }

  private static String svg(List<Dataset> sets) {
    Dataset first = sets.get(0);
    boolean alone = sets.size() == 1;
    List<Integer> rows = rows(first);
    int[] shape = first.sampleShape().stream().mapToInt(Integer::intValue).toArray();
    List<Pixels> images =
        rows.stream()
            .map(row -> Pixels.of(first.features().getRow(row).reshape('c', shape)))
            .toList();
    List<String> labels = rows.stream().map(row -> label(first, row)).toList();
    String title = sets.stream().map(Dataset::name).collect(Collectors.joining(" and "));
    List<String> lines = new ArrayList<>();
    sets.forEach(set -> lines.add((alone ? "" : set.name() + ": ") + facts(set)));
    String shown = Numerals.shown(rows.size(), first.size(), "image");
    lines.add("shown: " + shown + (alone ? "" : " of " + first.name()));
    return Images.svg(title, lines, images, labels, OUTLIERS);
  }

  private static String facts(Dataset set) {
    String images = Numerals.count(set.size(), "image");
    return images + " of " + Numerals.shape(set.sampleShape()) + ", " + targets(set);
  }

  private static HtmlTable table(List<Dataset> sets) {
    return HtmlTable.of(
        "",
        Column.words("dataset", sets, Dataset::name),
        Column.numbers("samples", sets, set -> Numerals.whole(set.size())),
        Column.numbers("shape of a sample", sets, set -> Numerals.shape(set.sampleShape())),
        Column.words("targets", sets, DataView::targets));
  }

  private static String targets(Dataset set) {
    if (!set.isClassification()) {
      return set.outputs() + (set.outputs() == 1 ? " value" : " values");
    }
    String classes =
        set.classNames().stream().limit(MOST_CLASSES).collect(Collectors.joining(", "));
    String more = set.outputs() > MOST_CLASSES ? ", …" : "";
    IntSummaryStatistics counts = Arrays.stream(set.countPerClass()).summaryStatistics();
    String least = Numerals.whole(counts.getMin());
    String most =
        counts.getMin() == counts.getMax() ? "" : " to " + Numerals.whole(counts.getMax());
    return "%s classes (%s%s), %s%s samples each"
        .formatted(set.outputs(), classes, more, least, most);
  }

  private static HtmlTable samples(Dataset data) {
    int rows = Math.min(MOST_ROWS, data.size());
    List<Column> columns = HtmlTable.of(data.first(rows).table(), false).columns();
    int all = data.inputs() + (data.isClassification() ? 1 : data.outputs());
    String cut = columns.size() == all ? "" : ", " + Numerals.shown(columns.size(), all, "column");
    return new HtmlTable(Numerals.shown(rows, data.size(), "sample") + cut, columns);
  }

  private static String label(Dataset data, int row) {
    return data.isClassification()
        ? data.classNames().get(data.classOf(row))
        : data.outputs() == 1 ? Numerals.rounded(data.targets().getDouble(row, 0)) : "";
  }

  /** The first samples of each class, then the second ones; without classes the first samples. */
  private static List<Integer> rows(Dataset data) {
    if (!data.isClassification()) {
      return IntStream.range(0, Math.min(MOST_IMAGES, data.size())).boxed().toList();
    }
    int classes = Math.min(MOST_IMAGES, data.outputs());
    int each = Math.min(MOST_IMAGES / classes, 2);
    int[] found = new int[classes];
    Map<Integer, Integer> rows = new TreeMap<>();
    for (int row = 0; row < data.size() && rows.size() < each * classes; row++) {
      int k = data.classOf(row);
      if (k < classes && found[k] < each) {
        rows.put(found[k]++ * classes + k, row);
      }
    }
    return List.copyOf(rows.values());
  }
}
