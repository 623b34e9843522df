package pathprox.training;

import java.util.Arrays;
import java.util.Collections;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.running.WorkingNetwork;

/** Outputs that are the same for all samples: nothing was learned from features. */
final class ConstantOutputs {
  private static final double SMALLEST_SPREAD = 1e-3; // relative to outputs or targets
  private static final double LEAST_SHARE = 1e-12; // of a class, so that its logarithm is finite

  private ConstantOutputs() {}

  /** Whether they are those of a network, whose last batch is overwritten, and targets differ. */
  static boolean areThoseOf(WorkingNetwork network, Examples examples) {
    double wanted = spread(examples.targets());
    Matrix outputs = network.outputs(examples.inputs());
    double largest = outputs.toArray().amaxNumber().doubleValue();
    double scale = examples.classification() ? largest : wanted;
    return wanted > 0 && spread(outputs) <= SMALLEST_SPREAD * scale;
  }

  /** The loss of those that fit best; infinite if targets are alike: there is nothing to learn. */
  static double bestLoss(Examples examples, int outputs, Loss loss) {
    if (spread(examples.targets()) == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double[] best =
        examples.classification()
            ? logarithms(examples.targets(), outputs, loss)
            : examples.targetMeans().stream().mapToDouble(mean -> mean).toArray();
    try (Arena arena = new Arena()) {
      INDArray rows =
          Nd4j.createFromArray(Collections.nCopies(examples.size(), best).toArray(double[][]::new));
      return loss.value(arena.copyOf(rows, examples.targets().type()), examples.targets());
    }
  }

  /** Of the shares of the classes, as the loss weighs their samples. */
  private static double[] logarithms(Matrix classes, int outputs, Loss loss) {
    double[] shares = new double[outputs];
    for (int row = 0; row < classes.rows(); row++) {
      int correct = (int) classes.get(row, 0);
      shares[correct] += loss.weight(correct);
    }
    double all = Arrays.stream(shares).sum();
    return Arrays.stream(shares)
        .map(share -> Math.log(Math.max(LEAST_SHARE, share / all)))
        .toArray();
  }

  /** The largest difference within a column. */
  private static double spread(Matrix matrix) {
    INDArray rows = matrix.toArray();
    return rows.max(0).sub(rows.min(0)).maxNumber().doubleValue();
  }
}
