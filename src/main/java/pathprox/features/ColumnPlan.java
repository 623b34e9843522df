package pathprox.features;

import static pathprox.matrix.Arguments.require;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.columns.Column;

/**
 * What becomes of one column.
 *
 * @param missingWords texts that stand for a missing value
 * @param missing the number of training rows without a value
 */
record ColumnPlan(
    String name,
    Encoding encoding,
    MissingValues missingValues,
    List<String> missingWords,
    int missing) {
  ColumnPlan {
    missingWords = List.copyOf(missingWords);
    require(missing >= 0, "column '%s': missing values must be >= 0, were %s", name, missing);
  }

  static ColumnPlan of(Cells cells, int[] rows, Encoding encoding) {
    String name = cells.column().name();
    int missing = (int) IntStream.of(rows).filter(cells::isMissing).count();
    return new ColumnPlan(name, encoding, MissingValues.FILL, cells.missingWords(), missing);
  }

  ColumnPlan with(MissingValues choice) {
    return new ColumnPlan(name, encoding, choice, missingWords, missing);
  }

  ColumnPlan learned(Column<?> column, int[] rows) {
    Encoding learned = encoding.learned(cells(column), rows);
    return new ColumnPlan(name, learned, missingValues, missingWords, missing);
  }

  Cells cells(Column<?> column) {
    return new Cells(column, missingWords);
  }

  boolean isUsed() {
    return !features().isEmpty();
  }

  /** Whether a column of 0 and 1 says where a value was missing. */
  private boolean hasIndicator() {
    return missing > 0 && missingValues == MissingValues.FILL;
  }

  List<String> features() {
    List<String> features = encoding.features(name);
    return features.isEmpty() || !hasIndicator()
        ? features
        : Stream.concat(features.stream(), Stream.of(name + " is missing")).toList();
  }

  /** Whether no training is possible for want of values. */
  boolean refusesTraining() {
    return isUsed() && missing > 0 && missingValues == MissingValues.REFUSE;
  }

  /** False if the row gets no prediction for want of this value of a column that is used. */
  boolean allows(Cells cells, int row) {
    if (!cells.isMissing(row)) {
      return true;
    }
    String refused =
        "column '%s', row %d: there is no value; write one, or choose MissingValues.FILL or DROP_ROW"
            + " for the column by withMissingValues of its plan";
    require(missingValues != MissingValues.REFUSE, refused, name, row + 1);
    return missingValues == MissingValues.FILL;
  }

  /** Writes the features of a cell to a target of their number that holds zeros. */
  void encode(Cells cells, int row, double[] target) {
    boolean isMissing = cells.isMissing(row);
    if (isMissing) {
      encoding.fill(target, 0);
    } else {
      encoding.encode(cells, row, target, 0);
    }
    if (isMissing && hasIndicator()) {
      target[target.length - 1] = 1;
    }
  }

  /** What {@link #encode} does, if it needs nothing but numbers. */
  Optional<NumericInput> numeric() {
    boolean fills = missingValues == MissingValues.FILL;
    if (encoding instanceof Numbers it) {
      return Optional.of(
          new NumericInput(
              name, false, it.mean(), it.deviation(), it.median(), fills, hasIndicator()));
    }
    return encoding instanceof YesNo it
        ? Optional.of(
            new NumericInput(name, true, 0, 1, it.mostlyYes() ? 1 : 0, fills, hasIndicator()))
        : Optional.empty();
  }

  /** What is unusual about a cell of a column that is used; empty if nothing is. */
  String note(Cells cells, int row) {
    if (cells.isMissing(row)) {
      boolean isNew = missingValues == MissingValues.DROP_ROW || missing == 0;
      return isNew ? name + " is missing" : "";
    }
    String unusual = encoding.unusual(cells, row);
    return unusual.isEmpty() ? "" : name + " " + unusual;
  }

  /** What happens, in words. */
  String text() {
    String words =
        missingWords.isEmpty() ? "" : "; '" + String.join("', '", missingWords) + "' is missing";
    if (!isUsed() || missing == 0) {
      return encoding + words;
    }
    return encoding
        + words
        + switch (missingValues) {
          case FILL -> "; missing: " + encoding.filler() + ", marked in a column";
          case DROP_ROW -> "; missing: the row is left out";
          case REFUSE -> "; missing: refused";
        };
  }
}
