package pathprox.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What every dataset fulfills, each condition with its message. */
final class Checks {
  private Checks() {}

  /** Throws an {@link IllegalArgumentException} with the formatted message unless it holds. */
  static void require(boolean holds, String format, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, format, values));
    }
  }

  /** Requires float32 or float64. */
  static void type(String what, DataType type) {
    boolean isReal = type == DataType.FLOAT || type == DataType.DOUBLE;
    require(isReal, "%s must be FLOAT or DOUBLE, found %s", what, type);
  }

  /** Requires float32 or float64 values in two dimensions, neither of them empty. */
  static void matrix(String what, INDArray values) {
    require(values != null, "%s must not be null", what);
    type(what, values.dataType());
    require(
        values.rank() == 2 && values.length() > 0,
        "%s must be a matrix with a row for each sample, had shape %s",
        what,
        Arrays.toString(values.shape()));
  }

  /** Requires as many targets or classes as there are samples. */
  static void rows(String what, long found, INDArray features) {
    String message = "%s must be as many as the %d feature rows, were %d";
    require(found == features.rows(), message, what, features.rows(), found);
  }

  /** Requires a row of the dataset. */
  static void row(String dataset, int row, int size) {
    require(row >= 0 && row < size, "rows of '%s' are 0 to %d, was %d", dataset, size - 1, row);
  }

  /** Requires one or more names, none null and none twice. */
  static void names(String what, List<String> names) {
    require(names != null && !names.isEmpty(), "%s must hold at least one name", what);
    for (String name : names) {
      require(name != null, "%s must not hold null, were %s", what, names);
    }
    boolean different = new HashSet<>(names).size() == names.size();
    require(different, "%s must all be different, were %s", what, names);
  }

  /** Requires a class number from 0 to {@code count − 1} for each sample. */
  static void classes(String dataset, INDArray features, int[] classes, int count) {
    require(classes != null, "classes must not be null");
    rows("classes", classes.length, features);
    for (int row = 0; row < classes.length; row++) {
      require(
          classes[row] >= 0 && classes[row] < count,
          "classes of '%s' must be 0 to %d, was %d at row %d",
          dataset,
          count - 1,
          classes[row],
          row);
    }
  }

  /** Requires that no value is NaN or infinite. */
  static void finite(String what, String dataset, INDArray values, List<String> columns) {
    // One native pass: any NaN or infinity makes the sum not finite. Only then is it looked for.
    if (Double.isFinite(values.sumNumber().doubleValue())) {
      return;
    }
    for (int row = 0; row < values.rows(); row++) {
      for (int column = 0; column < values.columns(); column++) {
        double value = values.getDouble(row, column);
        require(
            Double.isFinite(value),
            "%s of '%s' hold %s at row %d, column %d ('%s')",
            what,
            dataset,
            value,
            row,
            column,
            columns.get(column));
      }
    }
  }

  /** Names the file in what was thrown while it was read. */
  static UncheckedIOException unreadable(String where, IOException cause) {
    String message =
        cause instanceof NoSuchFileException
            ? "file " + where + " does not exist"
            : where + ": " + reason(cause);
    return new UncheckedIOException(message, cause);
  }

  /** Returns the message of what was thrown, or its type where the JDK gives no message. */
  static String reason(IOException thrown) {
    return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
  }
}
