package pathprox.tutorial.balance;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.experiment.Compare;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A problem for networks of one input whose minimum is known: four points (−1.5, 0), (−0.5, 1),
 * (0.5, 1), (1.5, 0), the mean squared error, and λΣ|w_i||v_i|.
 *
 * <p>A function that misses the points by r_1 … r_4, towards the middle, has the slopes 1 − r_1 −
 * r_2 and r_3 + r_4 − 1 somewhere, so that its slope varies by 2 − Σr_j or more, and the path norm
 * of a network is never below that variation. ¼Σr_j² + λ(2 − Σr_j) is least at r_j = 2λ.
 */
public final class Plateau {
  private static final int UNITS = 40;

  /** Where only rounding is left, the logarithm of the distance would be noise, or none. */
  private static final double ROUNDING = 1e-14;

  private Plateau() {}

  /** {@return the four points, float64} */
  public static Dataset points() {
    return Dataset.regression(
        "plateau",
        Nd4j.createFromArray(new double[][] {{-1.5}, {-0.5}, {0.5}, {1.5}}),
        Nd4j.createFromArray(new double[][] {{0}, {1}, {1}, {0}}));
  }

  /** {@return a float64 network of 1 input, 40 hidden units and 1 output, by {@code seed}} */
  public static Network start(long seed) {
    return Architecture.mlp(1, UNITS, 1).initialize(seed, DataType.DOUBLE);
  }

  /**
   * {@return 2λ − 4λ², the smallest value of both objectives}
   *
   * @param lambda λ, from 0 to 1/4: above, the function that attains it would have to bend upwards
   * @throws IllegalArgumentException if it is not in this range
   */
  public static double minimum(double lambda) {
    if (!(lambda >= 0 && lambda <= 0.25)) {
      throw new IllegalArgumentException("lambda must be from 0 to 0.25, was " + lambda);
    }
    return 2 * lambda - 4 * lambda * lambda;
  }

  /**
   * {@return the histories of {@code results}, all trained with λ = {@code lambda} on the points,
   * with the distance of the objective from its minimum in the column {@code objective}, 1e-14 or
   * more}
   */
  public static Table distances(double lambda, List<TrainingResult> results) {
    Table table = Compare.table(results.toArray(TrainingResult[]::new));
    double minimum = minimum(lambda);
    DoubleColumn distances =
        table.doubleColumn("objective").map(it -> Math.max(it - minimum, ROUNDING));
    table.replaceColumn("objective", distances.setName("objective"));
    return table;
  }

  /**
   * {@return for each of {@code results}, all trained with λ = {@code lambda} on the points, the
   * first recorded iteration whose objective is less than {@code distance}, above 0, from its
   * minimum, or infinity where there is none}
   */
  public static double[] iterationsTo(
      double distance, double lambda, List<TrainingResult> results) {
    double bound = minimum(lambda) + distance;
    return results.stream()
        .map(TrainingResult::history)
        .mapToDouble(
            history ->
                history.measurements().stream()
                    .filter(row -> history.objective(row) < bound)
                    .mapToDouble(Measurement::iteration)
                    .findFirst()
                    .orElse(Double.POSITIVE_INFINITY))
        .toArray();
  }
}
