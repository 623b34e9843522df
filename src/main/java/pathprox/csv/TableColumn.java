package pathprox.csv;

import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Makes columns of Tablesaw of what was kept, of so many rows. */
final class TableColumn {
  private final long[] values;

  /** Columns copy it, so that one is enough for all. */
  private final double[] numbers;

  TableColumn(int rows) {
    values = new long[rows];
    numbers = new double[rows];
  }

  Column<?> of(String name, CsvColumn column) {
    if (column.form() == Form.TEXT) {
      return texts(name, column.texts());
    }
    column.values().copyTo(values);
    return switch (column.form()) {
      case WHOLE -> LongColumn.create(name, values);
      case TRUTH -> truths(name);
      case DATE -> days(name);
      case DATE_TIME -> times(name);
      default -> numbers(name);
    };
  }

  private Column<?> texts(String name, List<String> texts) {
    StringColumn column = StringColumn.create(name);
    texts.subList(0, values.length).forEach(column::append);
    return column;
  }

  private Column<?> numbers(String name) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.longBitsToDouble(values[i]);
    }
    return DoubleColumn.create(name, numbers);
  }

  private Column<?> truths(String name) {
    BooleanColumn column = BooleanColumn.create(name);
    for (long value : values) {
      column.append(value < 0 ? null : Boolean.valueOf(value == 1));
    }
    return column;
  }

  private Column<?> days(String name) {
    DateColumn column = DateColumn.create(name);
    for (long value : values) {
      if (value < 0) {
        column.appendMissing();
      } else {
        column.appendInternal((int) value);
      }
    }
    return column;
  }

  private Column<?> times(String name) {
    DateTimeColumn column = DateTimeColumn.create(name);
    for (long value : values) {
      if (value < 0) {
        column.appendMissing();
      } else {
        column.appendInternal(value);
      }
    }
    return column;
  }
}
