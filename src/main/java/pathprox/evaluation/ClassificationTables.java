package pathprox.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The parts of a report on classes as tables, which its figures are drawn from. */
final class ClassificationTables {
  private static final int MOST_POINTS = 1000;

  private ClassificationTables() {}

  static Table confusion(ClassificationReport report) {
    List<String> names = report.classNames();
    int[][] counts = report.confusionMatrix();
    Table table = Table.create("confusion matrix", StringColumn.create("true class", names));
    Set<String> taken = new HashSet<>(Set.of("true class"));
    for (int k = 0; k < names.size(); k++) {
      int predicted = k;
      // Tablesaw takes columns whose names differ in case for the same one.
      boolean isNew = taken.add(names.get(k).toLowerCase(Locale.ROOT));
      String name = isNew ? names.get(k) : "%s (class %s)".formatted(names.get(k), k);
      int[] column = IntStream.range(0, counts.length).map(i -> counts[i][predicted]).toArray();
      table.addColumns(IntColumn.create(name, column));
    }
    return table;
  }

  static Table classes(ClassificationReport report) {
    List<ClassScore> scores = report.classes();
    return Table.create(
        "classes",
        StringColumn.create("class", scores.stream().map(ClassScore::name).toList()),
        DoubleColumn.create("precision", scores.stream().map(ClassScore::precision).toList()),
        DoubleColumn.create("recall", scores.stream().map(ClassScore::recall).toList()),
        DoubleColumn.create("F1", scores.stream().map(ClassScore::f1).toList()),
        IntColumn.create("support", scores.stream().mapToInt(ClassScore::support).toArray()));
  }

  static Table roc(ClassificationReport report) {
    StringColumn runs = StringColumn.create("run");
    DoubleColumn falsePositives = DoubleColumn.create("false_positive_rate");
    DoubleColumn truePositives = DoubleColumn.create("true_positive_rate");
    int classes = report.classNames().size();
    for (int k = classes == 2 ? 1 : 0; k < classes; k++) {
      RankingCurve curve = report.curve(k);
      int size = curve.points().size();
      String label =
          String.format(Locale.ROOT, "%s, AUC %.3f", report.classNames().get(k), curve.area());
      for (int i = 0; i < Math.min(size, MOST_POINTS); i++) {
        // With the first and the last one.
        long place = size <= MOST_POINTS ? i : (long) i * (size - 1) / (MOST_POINTS - 1);
        runs.append(label);
        falsePositives.append(curve.points().get((int) place).falsePositives());
        truePositives.append(curve.points().get((int) place).truePositives());
      }
    }
    return Table.create(
        classes == 2 ? "ROC curve" : "ROC curves, one class against the rest",
        runs,
        falsePositives,
        truePositives);
  }
}
