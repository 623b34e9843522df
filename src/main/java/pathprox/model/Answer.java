package pathprox.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.data.Dataset;
import pathprox.evaluation.ClassificationReport;
import pathprox.evaluation.RegressionReport;
import pathprox.features.Fold;
import pathprox.features.Target;
import pathprox.features.ValueTarget;
import pathprox.loss.Softmax;
import pathprox.network.Network;

/**
 * What a network says about a row beside the truth: a class number and probabilities, or numbers in
 * the unit of the target.
 */
record Answer(int row, double truth, double[] answer) {
  /** Outputs as probabilities, or as numbers in the unit of the target. */
  static double[][] answers(Target target, INDArray outputs) {
    if (target instanceof ValueTarget values) {
      return Arrays.stream(outputs.data().asDouble())
          .mapToObj(output -> new double[] {values.restored(output)})
          .toArray(double[][]::new);
    }
    return Softmax.of(outputs);
  }

  /** Of the samples, which are those rows of a table. */
  static Stream<Answer> of(Target target, Dataset data, int[] rows, Network network) {
    double[][] answers = answers(target, network.outputs(data.features()));
    double[] truth = data.targets().data().asDouble();
    return IntStream.range(0, rows.length)
        .mapToObj(i -> new Answer(rows[i], restored(target, truth[i]), answers[i]));
  }

  private static double restored(Target target, double value) {
    return target instanceof ValueTarget values ? values.restored(value) : value;
  }

  /** Of each part by the network that was trained without it, in the order of the table. */
  static Stream<Answer> of(List<Fold> folds, List<Network> networks) {
    return IntStream.range(0, folds.size())
        .boxed()
        .flatMap(i -> of(folds.get(i), networks.get(i)))
        .sorted(Comparator.comparingInt(Answer::row));
  }

  private static Stream<Answer> of(Fold fold, Network network) {
    return of(fold.encoder().target(), fold.split().test(), fold.rows(), network);
  }

  static ClassificationReport classification(Target target, Stream<Answer> all) {
    List<Answer> rows = all.toList();
    return ClassificationReport.of(
        target.classes(),
        rows.stream().mapToInt(each -> (int) each.truth).toArray(),
        rows.stream().map(Answer::answer).toArray(double[][]::new));
  }

  /** The baseline is the mean that the target has. */
  static RegressionReport regression(ValueTarget target, Stream<Answer> all) {
    List<Answer> rows = all.toList();
    return RegressionReport.of(
        target.column(),
        rows.stream().mapToDouble(Answer::truth).toArray(),
        rows.stream().mapToDouble(each -> each.answer[0]).toArray(),
        target.mean());
  }
}
