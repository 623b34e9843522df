package pathprox.features;

import java.util.List;

/** What a network is to predict, from one column of a table. */
public sealed interface Target permits ClassTarget, ValueTarget {
  /** {@return the name of the column} */
  String column();

  /** {@return the number of outputs that a network needs} */
  int outputs();

  /** {@return the names of the classes, none for numbers} */
  default List<String> classes() {
    return List.of();
  }
}
