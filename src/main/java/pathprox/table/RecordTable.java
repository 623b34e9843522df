package pathprox.table;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A table with a row for each of some records, null for one without values, column by column. */
record RecordTable<R>(Table table, List<R> records) {
  static <R> RecordTable<R> of(String name, List<R> records) {
    return new RecordTable<>(Table.create(name), records);
  }

  /** The same table, for columns of a part of each record, null for a row without values. */
  <S> RecordTable<S> with(Function<R, S> part) {
    return new RecordTable<>(table, values(part));
  }

  RecordTable<R> text(String name, Function<R, String> value) {
    table.addColumns(StringColumn.create(name, values(value)));
    return this;
  }

  RecordTable<R> truth(String name, Function<R, Boolean> value) {
    table.addColumns(BooleanColumn.create(name, values(value)));
    return this;
  }

  /** Adds a column of numbers, NaN where they are missing. */
  RecordTable<R> number(String name, ToDoubleFunction<R> value) {
    table.addColumns(DoubleColumn.create(name, values(value::applyAsDouble)));
    return this;
  }

  /** Adds a column of whole numbers, null where they are missing. */
  RecordTable<R> whole(String name, Function<R, Integer> value) {
    table.addColumns(IntColumn.create(name, values(value).toArray(Integer[]::new)));
    return this;
  }

  /** Adds a column of whole numbers beyond the range of an int, null where they are missing. */
  RecordTable<R> longs(String name, Function<R, Long> value) {
    LongColumn column = LongColumn.create(name);
    values(value).forEach(each -> appendTo(column, each));
    table.addColumns(column);
    return this;
  }

  private static void appendTo(LongColumn column, Long value) {
    if (value == null) {
      column.appendMissing();
    } else {
      column.append(value);
    }
  }

  /** Adds a column for the sum over all pairs, and one for each pair, of which a row has some. */
  RecordTable<R> units(String kind, Function<R, List<Integer>> perPair) {
    RecordTable<List<Integer>> units = with(perPair);
    int pairs =
        units.records.stream().filter(Objects::nonNull).mapToInt(List::size).max().orElse(0);
    units.whole(kind + "_units", row -> row.stream().mapToInt(Integer::intValue).sum());
    for (int i = 0; i < pairs; i++) {
      int pair = i;
      units.whole(kind + "_" + (i + 1), row -> pair < row.size() ? row.get(pair) : null);
    }
    return this;
  }

  private <S> List<S> values(Function<R, S> value) {
    return records.stream().map(row -> row == null ? null : value.apply(row)).toList();
  }
}
