package pathprox.matrix;

/** Whether a factor of a matrix product is taken as it is stored or transposed. */
public enum Transpose {
  /** As stored. */
  NO,
  /** Rows and columns exchanged. */
  YES
}
