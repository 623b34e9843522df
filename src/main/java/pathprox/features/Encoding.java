package pathprox.features;

import java.util.List;

/**
 * How the cells of one kind of column become numbers, with all that was learned from the training
 * rows for it. Its text says what happens.
 */
sealed interface Encoding permits Numbers, Categories, YesNo, Times, LeftOut {
  /** The kind of column, in a word or two. */
  String kind();

  /** The names of the features of a column, none if it is left out. */
  List<String> features(String column);

  /**
   * The same features, with averages and the like from some rows alone; as it is if they lack it.
   */
  Encoding learned(Cells cells, int[] rows);

  /** What is unusual about a cell, not missing, beside all of the training; empty if nothing. */
  default String unusual(Cells cells, int row) {
    return "";
  }

  /** Writes the features of a cell, not missing, from a place on that holds zeros. */
  void encode(Cells cells, int row, double[] target, int from);

  /** Writes the features of what stands in for a missing value. */
  void fill(double[] target, int from);

  /** What stands in for a missing value, in words. */
  String filler();
}
