package pathprox.notebook;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pathprox.data.Dataset;
import pathprox.data.Split;

/** Datasets and splits: sizes, shapes, classes, and a few samples. */
final class DataRendering {
  private static final int MOST_CLASSES = 12;

  private DataRendering() {}

  static Rendering<Dataset> dataset() {
    return new Rendering<>(Dataset.class, data -> view(data, List.of(data), data.toString()));
  }

  static Rendering<Split> split() {
    return new Rendering<>(
        Split.class,
        data -> view(data.train(), List.of(data.train(), data.test()), data.toString()));
  }

  /** The facts of all sets with samples of the first. */
  private static Rendering.View view(Dataset shown, List<Dataset> sets, String text) {
    return DatasetPreview.hasImages(shown)
        ? Rendering.View.svg(card(shown, sets).svg(), text)
        : Rendering.View.html(table(sets).html() + "\n" + DatasetPreview.table(shown).html(), text);
  }

  private static PictureCard card(Dataset shown, List<Dataset> sets) {
    String title = sets.stream().map(Dataset::name).collect(Collectors.joining(" and "));
    Stream<String> facts =
        sets.stream().map(set -> sets.size() == 1 ? facts(set) : set.name() + ": " + facts(set));
    String pictures =
        "shown: " + DatasetPreview.shown(shown) + (sets.size() == 1 ? "" : " of " + shown.name());
    return DatasetPreview.images(shown, title, Stream.concat(facts, Stream.of(pictures)).toList());
  }

  private static String facts(Dataset set) {
    return String.format(
        Locale.ROOT,
        "%s of %s, %s",
        Caption.shown(set.size(), set.size(), "image"),
        shape(set),
        targets(set));
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
    return ArrayNumbers.shape(set.sampleShape());
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
            ? String.format(Locale.ROOT, "%,d", counts.getMin())
            : String.format(Locale.ROOT, "%,d to %,d", counts.getMin(), counts.getMax());
    return "%d classes (%s%s), %s samples each".formatted(set.outputs(), classes, more, samples);
  }
}
