package pathprox.data;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.tensor.Matrix;

/**
 * A dataset as matrices of one type, from which batches are copied.
 *
 * @param inputs one sample a row
 * @param targets one sample a row: a class number, or the values of a regression
 * @param classification whether the targets are class numbers
 */
public record Examples(Matrix inputs, Matrix targets, boolean classification) {
  /**
   * Copies a dataset.
   *
   * @param dataset Not modified.
   * @param type {@code FLOAT} or {@code DOUBLE}
   * @return its samples in that type
   */
  public static Examples of(Dataset dataset, DataType type) {
    return new Examples(
        Matrix.copyOf(dataset.features(), type),
        Matrix.copyOf(dataset.targets(), type),
        dataset.isClassification());
  }

  /**
   * Counts the samples.
   *
   * @return the number of rows
   */
  public int size() {
    return inputs.rows();
  }
}
