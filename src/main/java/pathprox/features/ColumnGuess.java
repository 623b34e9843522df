package pathprox.features;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.LongColumn;

/** What a column is, by its type, its values and its name. */
final class ColumnGuess {
  /** Fewer rows may differ by chance. */
  private static final int FEWEST_ROWS = 10;

  private static final double MOSTLY = 0.9;
  private static final double MERGED = 0.01; // part of the values that float32 may not tell apart

  /** From as many rows on, different whole numbers lie close together by no chance. */
  private static final int MANY_ROWS = 20;

  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(?i:(.*[_. -])?(ids?|uuid|guid|idx|index|key|nr|no|num|number|row|row ?names?|serial|#)_?"
              + "|sample|subject|case|record|unnamed: 0)"
              + "|(?i:(person|patient|customer|client|user|student|sample|subject|case|record|order)"
              + "(id|no|nr|num|number))|.*[a-z](Id|ID|No|Nr|Number)");

  /** Texts such as 007 are names; 31.960 may be 31,960, and only the reader of its file knows. */
  private static final Predicate<String> AMBIGUOUS =
      Pattern.compile("[+-]?(0\\d.*|[1-9]\\d{0,2}([.,]\\d{3})+)").asMatchPredicate();

  private ColumnGuess() {}

  static ColumnPlan of(Cells cells, int[] rows) {
    if (cells.isTime()) {
      Times times = Times.of(cells, rows);
      return times.parts().isEmpty()
          ? leftOut(cells, rows, "it has one value or none")
          : ColumnPlan.of(cells, rows, times);
    }
    return cells.isText() ? text(cells, rows) : number(cells, rows);
  }

  private static ColumnPlan text(Cells cells, int[] rows) {
    Map<String, Long> counts = Categories.counts(cells, rows);
    long present = counts.values().stream().mapToLong(Long::longValue).sum();
    if (counts.size() < 2) {
      return leftOut(cells, rows, "it has one value or none");
    }
    YesNo yesNo = YesNo.of(counts.keySet());
    if (yesNo != null) {
      return ColumnPlan.of(cells, rows, yesNo.learned(cells, rows));
    }
    List<String> words =
        counts.keySet().stream().filter(it -> !Cells.isNumber(it)).sorted().toList();
    long numbers = present - words.stream().mapToLong(counts::get).sum();
    if (numbers >= MOSTLY * present && counts.keySet().stream().noneMatch(AMBIGUOUS)) {
      return number(new Cells(cells.column(), words), rows);
    }
    boolean isOwn = present >= FEWEST_ROWS && 2L * counts.size() > present;
    String texts = counts.size() + " different texts in " + present + " rows";
    return isOwn
        ? leftOut(cells, rows, texts)
        : ColumnPlan.of(cells, rows, Categories.of(cells, rows));
  }

  private static ColumnPlan number(Cells cells, int[] rows) {
    int[] present = Arrays.stream(rows).filter(row -> !cells.isMissing(row)).toArray();
    double[] values = Arrays.stream(present).mapToDouble(cells::number).toArray();
    long different = different(cells, present);
    if (different < 2) {
      return leftOut(cells, rows, "it has one value or none");
    }
    if (different == 2) {
      YesNo yesNo = YesNo.of(Categories.counts(cells, present).keySet());
      if (yesNo != null) {
        return ColumnPlan.of(cells, rows, yesNo.learned(cells, rows));
      }
    }
    boolean allDiffer = different == values.length && values.length >= FEWEST_ROWS;
    if (allDiffer && Arrays.stream(values).allMatch(value -> value == Math.rint(value))) {
      if (IDENTIFIER.matcher(cells.column().name()).matches()) {
        return leftOut(cells, rows, "all differ, and its name is that of an identifier");
      }
      if (countsRows(values)) {
        return leftOut(
            cells, rows, "it counts the rows: whole numbers, all different, side by side");
      }
    }
    Numbers numbers = Numbers.of(cells.column().name(), values);
    long merged = different - different(values, numbers);
    String cannot = "float32 cannot tell apart " + merged + " of its numbers, they are too close";
    return merged > MERGED * values.length
        ? leftOut(cells, rows, cannot)
        : ColumnPlan.of(cells, rows, numbers);
  }

  /** In their order, or in any and with gaps, as where rows were taken out. */
  private static boolean countsRows(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double span = sorted[sorted.length - 1] - sorted[0];
    boolean areClose = values.length >= MANY_ROWS && span < 2.0 * values.length;
    return areClose
        || IntStream.range(1, values.length).allMatch(i -> values[i] == values[i - 1] + 1);
  }

  /** How many different numbers there are; double cannot tell all long ones apart. */
  private static long different(Cells cells, int[] rows) {
    return cells.column() instanceof LongColumn longs
        ? different(Arrays.stream(rows).mapToLong(longs::getLong).toArray())
        : different(Arrays.stream(rows).mapToDouble(cells::number));
  }

  private static long different(long[] values) {
    Arrays.sort(values);
    return IntStream.range(0, values.length)
        .filter(i -> i == 0 || values[i] != values[i - 1])
        .count();
  }

  /** −0 is 0. */
  private static long different(DoubleStream values) {
    double[] sorted = values.map(value -> value + 0.0).sorted().toArray();
    return IntStream.range(0, sorted.length)
        .filter(i -> i == 0 || sorted[i] != sorted[i - 1])
        .count();
  }

  /** How many different numbers a network gets. */
  private static long different(double[] values, Numbers numbers) {
    return different(Arrays.stream(values).map(it -> (float) numbers.standardized(it)));
  }

  private static ColumnPlan leftOut(Cells cells, int[] rows, String reason) {
    return ColumnPlan.of(cells, rows, new LeftOut(reason));
  }
}
