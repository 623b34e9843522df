package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What every dataset fulfills, each condition with its message. */
final class Checks {
  private Checks() {}

  static void type(String what, DataType type) {
    boolean fits = type == DataType.FLOAT || type == DataType.DOUBLE;
    require(fits, "%s must be FLOAT or DOUBLE, found %s", what, type);
  }

  static void matrix(String what, INDArray values) {
    require(values != null, "%s must not be null", what);
    type(what, values.dataType());
    String message = "%s must be a matrix with a row for each sample, had shape %s";
    boolean fits = values.rank() == 2 && values.length() > 0;
    require(fits, message, what, Arrays.toString(values.shape()));
  }

  static void rows(String what, long found, INDArray features) {
    String message = "%s must be as many as the %d feature rows, were %d";
    require(found == features.rows(), message, what, features.rows(), found);
  }

  static void row(String dataset, int row, int size) {
    require(row >= 0 && row < size, "rows of '%s' are 0 to %d, was %d", dataset, size - 1, row);
  }

  static void names(String what, List<String> names) {
    require(names != null && !names.isEmpty(), "%s must hold at least one name", what);
    require(
        names.stream().noneMatch(Objects::isNull), "%s must not hold null, were %s", what, names);
    boolean differ = names.stream().distinct().count() == names.size();
    require(differ, "%s must all be different, were %s", what, names);
  }

  static void classes(String dataset, INDArray features, int[] classes, int count) {
    require(classes != null, "classes must not be null");
    rows("classes", classes.length, features);
    String message = "classes of '%s' must be 0 to %d, was %d at row %d";
    for (int row = 0; row < classes.length; row++) {
      int found = classes[row];
      require(found >= 0 && found < count, message, dataset, count - 1, found, row);
    }
  }

  static void classification(Dataset data) {
    if (!data.isClassification()) {
      String message = "'" + data.name() + "' holds numbers to predict, not classes";
      throw new IllegalStateException(message);
    }
  }

  static void perClass(Dataset data, int n) {
    require(n >= 1, "n must be >= 1, was %d", n);
    int[] counts = data.countPerClass();
    String message = "class '%s' of '%s' has %d samples, %d were asked for";
    for (int k = 0; k < counts.length; k++) {
      require(counts[k] >= n, message, data.classNames().get(k), data.name(), counts[k], n);
    }
  }

  static void finite(String what, String dataset, INDArray values, List<String> columns) {
    // One native pass: any NaN or infinity makes the sum not finite. Only then is it looked for.
    if (Double.isFinite(values.sumNumber().doubleValue())) {
      return;
    }
    String message = "%s of '%s' hold %s at row %d, column %d ('%s')";
    for (int row = 0; row < values.rows(); row++) {
      for (int i = 0; i < values.columns(); i++) {
        double value = values.getDouble(row, i);
        require(Double.isFinite(value), message, what, dataset, value, row, i, columns.get(i));
      }
    }
  }
}
