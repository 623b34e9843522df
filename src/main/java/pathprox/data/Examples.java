package pathprox.data;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.Units;

/**
 * A dataset as matrices of one type, from which batches are copied.
 *
 * @param inputs one sample a row
 * @param targets one sample a row: a class number, or the values of a regression
 * @param classification whether the targets are class numbers
 */
public record Examples(Matrix inputs, Matrix targets, boolean classification) {
  /**
   * {@return the samples of {@code dataset} in {@code type}, FLOAT or DOUBLE: its own memory where
   * it has that type already, else memory from {@code arena}}
   */
  public static Examples of(Dataset dataset, DataType type, Arena arena) {
    return new Examples(
        arena.show(dataset.features(), type),
        arena.show(dataset.targets(), type),
        dataset.isClassification());
  }

  /**
   * {@return copies, in memory from {@code arena}, of {@code count} samples, 1 to all, at equal
   * distances, as the first of a file are often of one class; itself where all are taken}
   */
  public Examples evenlySpaced(int count, Arena arena) {
    if (count == size()) {
      return this;
    }
    int[] rows = IntStream.range(0, count).map(i -> (int) ((long) i * size() / count)).toArray();
    return new Examples(picked(inputs, rows, arena), picked(targets, rows, arena), classification);
  }

  private static Matrix picked(Matrix source, int[] rows, Arena arena) {
    Matrix result = arena.zeros(source.type(), rows.length, source.columns());
    result.gatherRows(source, rows, 0, rows.length);
    return result;
  }

  /** {@return the mean of each target of a regression; empty for classes} */
  public List<Double> targetMeans() {
    return classification
        ? List.of()
        : IntStream.range(0, targets.columns())
            .mapToObj(column -> mean(row -> targets.get(row, column)))
            .toList();
  }

  /** {@return the root mean square of all inputs; 1 if all are 0} */
  public double inputScale() {
    double square = mean(row -> Units.squares(inputs, row, inputs.rows())) / inputs.columns();
    return square > 0 && Double.isFinite(square) ? Math.sqrt(square) : 1;
  }

  private double mean(IntToDoubleFunction value) {
    return IntStream.range(0, size()).mapToDouble(value).average().orElse(0);
  }

  /** {@return the number of samples} */
  public int size() {
    return inputs.rows();
  }
}
