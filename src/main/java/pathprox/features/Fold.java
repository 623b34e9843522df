package pathprox.features;

import pathprox.data.Split;

/**
 * A part of the rows that is held out, and all others.
 *
 * @param encoder learned from the others alone
 * @param split the others to train on, and the part to test on
 * @param rows of the part, in the table
 */
public record Fold(TableEncoder encoder, Split split, int[] rows) {
  @Override
  public String toString() {
    return rows.length + " rows held out of " + (rows.length + split.train().size());
  }
}
