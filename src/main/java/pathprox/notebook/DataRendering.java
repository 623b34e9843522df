package pathprox.notebook;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import pathprox.data.Dataset;
import pathprox.data.Split;

/** Datasets and splits: sizes, shapes and classes. */
final class DataRendering {
  private static final int MOST_CLASSES = 12;

  private DataRendering() {}

  static Rendering<Dataset> dataset() {
    return Rendering.html(Dataset.class, data -> table(List.of(data)).html(), Dataset::toString);
  }

  static Rendering<Split> split() {
    return Rendering.html(
        Split.class, data -> table(List.of(data.train(), data.test())).html(), Split::toString);
  }

  private static HtmlTable table(List<Dataset> sets) {
    return new HtmlTable(
        List.of(
            column("dataset", sets, false, Dataset::name),
            column("samples", sets, true, set -> String.format(Locale.ROOT, "%,d", set.size())),
            column("shape of a sample", sets, true, DataRendering::shape),
            column("targets", sets, false, DataRendering::targets)),
        "");
  }

  private static HtmlTable.Column column(
      String name, List<Dataset> sets, boolean numeric, Function<Dataset, String> cell) {
    return new HtmlTable.Column(name, sets.stream().map(cell).toList(), numeric);
  }

  private static String shape(Dataset set) {
    return set.sampleShape().stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }

  private static String targets(Dataset set) {
    if (!set.isClassification()) {
      return set.outputs() + (set.outputs() == 1 ? " value" : " values");
    }
    String classes =
        set.classNames().stream().limit(MOST_CLASSES).collect(Collectors.joining(", "));
    String more = set.outputs() > MOST_CLASSES ? ", …" : "";
    IntSummaryStatistics counts = Arrays.stream(set.countPerClass()).summaryStatistics();
    String samples =
        counts.getMin() == counts.getMax()
            ? String.valueOf(counts.getMin())
            : counts.getMin() + " to " + counts.getMax();
    return "%d classes (%s%s), %s samples each".formatted(set.outputs(), classes, more, samples);
  }
}
