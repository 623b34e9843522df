package pathprox.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pathprox.training.TrainingResult;

/** What some trainings were asked for, as columns: what always counts, and where they differ. */
final class ParameterColumns {
  private static final String SCHEDULE = "learning_rate";

  /** What any method may be asked for; the rest are options of a method, or said elsewhere. */
  private static final Set<String> OPTIONS =
      Set.of(
          "iterations",
          "batch_size",
          "shuffled",
          "augmentation",
          "loss",
          "tolerance",
          "patience",
          "type",
          "training_samples",
          "data");

  /** What has a column of its own, follows from another, or changes nothing in a training. */
  private static final Set<String> NO_DIFFERENCE =
      Set.of(
          "method",
          "lambda",
          "seed",
          SCHEDULE,
          "learning_rate_origin",
          "record_every",
          "measures_optimality",
          "architecture",
          "parameters",
          "library");

  private final List<TrainingResult> results;

  ParameterColumns(List<TrainingResult> results) {
    this.results = results;
  }

  /** Those that every table of results has, λ among them, in the same order. */
  <R> void addTo(RecordTable<R> table, Function<R, TrainingResult> result) {
    table
        .text("method", row -> text(result.apply(row), "method"))
        .number("lambda", row -> result.apply(row).history().lambda())
        .longs(
            "seed", row -> result.apply(row).parameters().get("seed") instanceof Long s ? s : null)
        .text("schedule", row -> text(result.apply(row), SCHEDULE))
        .text("architecture", row -> text(result.apply(row), "architecture"));
    for (String name : differing(results)) {
      // As the tables of results count the iterations that were made.
      String column = name.equals("iterations") ? "planned_iterations" : name;
      add(table, column, types(name), row -> result.apply(row).parameters().get(name));
    }
  }

  private Set<Class<?>> types(String name) {
    return results.stream()
        .map(result -> result.parameters().get(name))
        .filter(Objects::nonNull)
        .map(Object::getClass)
        .collect(Collectors.toSet());
  }

  private static <R> void add(
      RecordTable<R> table, String column, Set<Class<?>> types, Function<R, Object> value) {
    if (types.equals(Set.of(Integer.class))) {
      table.whole(column, row -> (Integer) value.apply(row));
    } else if (types.equals(Set.of(Double.class))) {
      table.number(column, row -> value.apply(row) instanceof Double number ? number : Double.NaN);
    } else if (types.equals(Set.of(Boolean.class))) {
      table.truth(column, row -> (Boolean) value.apply(row));
    } else {
      table.text(column, row -> Objects.toString(value.apply(row), ""));
    }
  }

  private static String text(TrainingResult result, String name) {
    return Objects.toString(result.parameters().get(name), "");
  }

  private static List<String> differing(List<TrainingResult> results) {
    Set<String> names = new LinkedHashSet<>();
    results.forEach(result -> names.addAll(result.parameters().keySet()));
    names.removeAll(NO_DIFFERENCE);
    Map<String, List<TrainingResult>> byMethod =
        results.stream().collect(Collectors.groupingBy(result -> text(result, "method")));
    return names.stream()
        .filter(
            name ->
                OPTIONS.contains(name)
                    ? differs(results, name)
                    : byMethod.values().stream().anyMatch(same -> differs(same, name)))
        .toList();
  }

  private static boolean differs(List<TrainingResult> results, String name) {
    return results.stream().map(result -> result.parameters().get(name)).distinct().count() > 1;
  }

  /** Names of runs: equal ones get what they differ in, and a number if that is nothing. */
  List<String> runs() {
    Map<String, List<TrainingResult>> named =
        results.stream().collect(Collectors.groupingBy(result -> result.history().run()));
    Map<String, List<String>> names = new HashMap<>();
    named.forEach((run, same) -> names.put(run, differingOf(same)));
    List<String> runs = new ArrayList<>();
    for (TrainingResult result : results) {
      StringBuilder run = new StringBuilder(result.history().run());
      for (String name : names.get(result.history().run())) {
        String words = name.replace('_', ' ');
        run.append(", ").append(words).append(' ').append(result.parameters().get(name));
      }
      runs.add(run.toString().replace(", learning rate learning rate", ", learning rate"));
    }
    return numbered(runs);
  }

  private static List<String> differingOf(List<TrainingResult> same) {
    List<String> names =
        new ArrayList<>(List.of("method", "lambda", "seed", SCHEDULE, "architecture"));
    names.addAll(differing(same));
    return names.stream().filter(name -> differs(same, name)).toList();
  }

  /** The second of the same name is {@code name (2)}. */
  static List<String> numbered(List<String> names) {
    Set<String> taken = new HashSet<>(names);
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<String> numbered = new ArrayList<>();
    for (String name : names) {
      String free = name;
      int count = seen.getOrDefault(name, 0);
      while (count > 0 && !taken.add(free)) {
        free = name + " (" + ++count + ")";
      }
      seen.put(name, Math.max(1, count));
      numbered.add(free);
    }
    return Collections.unmodifiableList(numbered);
  }
}
