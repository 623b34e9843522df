package pathprox.model;

import static pathprox.evaluation.ClassificationReport.predictedClass;
import static pathprox.matrix.Arguments.require;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.features.TableEncoder;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** What a model says about rows. */
final class PredictionTable {
  private PredictionTable() {}

  static Table of(Model model, Table table) {
    TableEncoder encoder = model.plan();
    int[] rows = encoder.predictableRows(table);
    double[][] answers = new double[table.rowCount()][];
    if (rows.length > 0) {
      double[][] ofRows = model.answers(table, rows);
      IntStream.range(0, rows.length).forEach(i -> answers[rows[i]] = ofRows[i]);
    }
    Table result = Table.create(name(encoder, table));
    List<String> used = encoder.usedColumns();
    table.columns().stream()
        .filter(column -> !used.contains(column.name()))
        .forEach(column -> result.addColumns(column.copy()));
    String name = unique(result, "predicted " + encoder.target().column());
    List<String> classes = encoder.target().classes();
    if (classes.isEmpty()) {
      result.addColumns(numbers(name, answers, 0));
    } else {
      result.addColumns(labels(name, answers, classes));
      for (int k = 0; k < classes.size(); k++) {
        result.addColumns(numbers(unique(result, "P(" + classes.get(k) + ")"), answers, k));
      }
    }
    List<String> notes = encoder.notes(table);
    if (notes.stream().anyMatch(note -> !note.isEmpty())) {
      result.addColumns(StringColumn.create(unique(result, "note"), notes));
    }
    return result;
  }

  /** Tells of columns that there were not in training, as they may be misspelled. */
  private static String name(TableEncoder encoder, Table table) {
    List<String> known = encoder.columnNames();
    List<String> others =
        table.columnNames().stream().filter(column -> !known.contains(column)).toList();
    String of = table.name() == null ? "predicted" : table.name() + " predicted";
    return others.isEmpty() ? of : of + ", columns not known: " + String.join(", ", others);
  }

  /** Tablesaw takes names that differ in case alone for the same. */
  private static String unique(Table table, String name) {
    boolean isTaken = table.columnNames().stream().anyMatch(name::equalsIgnoreCase);
    return isTaken ? unique(table, name + "'") : name;
  }

  private static DoubleColumn numbers(String name, double[][] answers, int place) {
    return DoubleColumn.create(
        name, Arrays.stream(answers).mapToDouble(row -> row == null ? Double.NaN : row[place]));
  }

  private static StringColumn labels(String name, double[][] answers, List<String> classes) {
    return StringColumn.create(
        name,
        Arrays.stream(answers).map(row -> row == null ? null : classes.get(predictedClass(row))));
  }

  static Prediction of(Model model, Map<String, ?> row) {
    TableEncoder encoder = model.plan();
    List<String> used = encoder.usedColumns();
    List<String> known = encoder.columnNames();
    for (String name : row.keySet()) {
      require(known.contains(name), "there is no column '%s', the columns are %s", name, used);
    }
    Table table = Table.create("row");
    row.forEach((name, value) -> table.addColumns(column(name, value)));
    int[] rows = encoder.predictableRows(table);
    String note = encoder.notes(table).get(0);
    require(rows.length == 1, "there is no prediction for this row: %s", note);
    double[] answer = model.answers(table, rows)[0];
    List<String> classes = encoder.target().classes();
    if (classes.isEmpty()) {
      return new Prediction("", answer[0], Map.of(), note);
    }
    Map<String, Double> probabilities = new LinkedHashMap<>();
    IntStream.range(0, answer.length).forEach(k -> probabilities.put(classes.get(k), answer[k]));
    return new Prediction(classes.get(predictedClass(answer)), Double.NaN, probabilities, note);
  }

  private static Column<?> column(String name, Object value) {
    if (value == null || value instanceof CharSequence) {
      return StringColumn.create(name, value == null ? "" : value.toString());
    }
    if (value instanceof Boolean truth) {
      return BooleanColumn.create(name, truth);
    }
    if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      return LongColumn.create(name, ((Number) value).longValue());
    }
    if (value instanceof Number number) {
      return DoubleColumn.create(name, number.doubleValue());
    }
    if (value instanceof LocalDate date) {
      return DateColumn.create(name, date);
    }
    if (value instanceof LocalDateTime time) {
      return DateTimeColumn.create(name, time);
    }
    if (value instanceof Instant instant) {
      return InstantColumn.create(name, List.of(instant));
    }
    if (value instanceof LocalTime time) {
      return TimeColumn.create(name, time);
    }
    throw new IllegalArgumentException(
        "column '%s' must hold a number, text, truth, date or null, found %s"
            .formatted(name, value.getClass().getName()));
  }
}
