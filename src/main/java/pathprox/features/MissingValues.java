package pathprox.features;

/** What happens where a column has no value. */
public enum MissingValues {
  /**
   * The median or the most frequent value stands in; where training rows lacked it, a column of 0
   * and 1 says so.
   */
  FILL,
  /** The row is left out of a training, and gets no prediction. */
  DROP_ROW,
  /** The table is refused. */
  REFUSE
}
