package pathprox.notebook.view;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pathprox.data.Dataset;
import pathprox.data.Split;

/** Datasets and splits: sizes, shapes, classes, and a few samples. */
final class DataView {
  private static final int MOST_CLASSES = 12;

  private DataView() {}

  static View of(Dataset data) {
    return view(List.of(data), data.toString());
  }

  static View of(Split data) {
    return view(List.of(data.train(), data.test()), data.toString());
  }

  /** The facts of all sets with samples of the first. */
  private static View view(List<Dataset> sets, String text) {
    Dataset shown = sets.get(0);
    return Samples.areImages(shown)
        ? View.svg(card(sets).svg(), text)
        : View.html(table(sets).html() + "\n" + Samples.table(shown).html(), text);
  }

  private static PictureCard card(List<Dataset> sets) {
    Dataset shown = sets.get(0);
    boolean alone = sets.size() == 1;
    String title = sets.stream().map(Dataset::name).collect(Collectors.joining(" and "));
    Stream<String> facts = sets.stream().map(set -> (alone ? "" : set.name() + ": ") + facts(set));
    String pictures = "shown: " + Samples.shown(shown) + (alone ? "" : " of " + shown.name());
    return Samples.images(shown, title, Stream.concat(facts, Stream.of(pictures)).toList());
  }

  private static String facts(Dataset set) {
    return "%s of %s, %s".formatted(Counts.of(set.size(), "image"), shape(set), targets(set));
  }

  private static HtmlTable table(List<Dataset> sets) {
    return new HtmlTable(
        List.of(
            HtmlTable.Column.words("dataset", sets, Dataset::name),
            HtmlTable.Column.numbers("samples", sets, set -> Counts.whole(set.size())),
            HtmlTable.Column.numbers("shape of a sample", sets, DataView::shape),
            HtmlTable.Column.words("targets", sets, DataView::targets)),
        "");
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
    String least = Counts.whole(counts.getMin());
    String most = counts.getMin() == counts.getMax() ? "" : " to " + Counts.whole(counts.getMax());
    return "%s classes (%s%s), %s%s samples each"
        .formatted(set.outputs(), classes, more, least, most);
  }
}
