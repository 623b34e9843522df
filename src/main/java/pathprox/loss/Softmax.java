package pathprox.loss;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Probabilities of classes, p_k = exp(z_k)/Σ_j exp(z_j), in double precision for outputs of any
 * size. ND4J's softmax gives NaN where all outputs are far below 0.
 */
public final class Softmax {
  private Softmax() {}

  /**
   * {@return the probabilities for {@code outputs} [n, classes], such as {@code Network.outputs}
   * gives, not modified, in a new array with a row for each sample; outputs that are not finite, or
   * an array of another rank, are an IllegalArgumentException}
   */
  public static double[][] of(INDArray outputs) {
    String message = "softmax takes outputs [n, classes], found %s";
    require(outputs.rank() == 2, message, Arrays.toString(outputs.shape()));
    double[][] rows = outputs.isEmpty() ? new double[0][] : outputs.toDoubleMatrix();
    for (int row = 0; row < rows.length; row++) {
      requireFinite(rows[row], row);
      normalize(rows[row]);
    }
    return rows;
  }

  /** Makes no text for a row that is fine: there may be millions. */
  private static void requireFinite(double[] outputs, int row) {
    for (double output : outputs) {
      if (!Double.isFinite(output)) {
        String message = "sample %s has outputs %s, probabilities need finite ones";
        throw new IllegalArgumentException(message.formatted(row + 1, Arrays.toString(outputs)));
      }
    }
  }

  private static void normalize(double[] row) {
    double largest = Arrays.stream(row).max().orElse(0);
    Arrays.setAll(row, k -> Math.exp(row[k] - largest));
    double sum = Arrays.stream(row).sum();
    Arrays.setAll(row, k -> row[k] / sum);
  }
}
