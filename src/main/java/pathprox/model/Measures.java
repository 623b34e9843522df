package pathprox.model;

import java.util.Arrays;
import java.util.List;
import pathprox.data.Dataset;
import pathprox.evaluation.ClassificationReport;
import pathprox.evaluation.RegressionReport;
import pathprox.features.Fold;
import pathprox.features.TableEncoder;
import pathprox.features.ValueTarget;
import pathprox.loss.Softmax;
import pathprox.network.Network;
import tech.tablesaw.api.Table;

/** Predictions beside the truth. */
final class Measures {
  private Measures() {}

  static ClassificationReport classification(
      TableEncoder encoder, Table table, int[] rows, Network network) {
    Dataset data = encoder.dataset(table, rows);
    return ClassificationReport.of(
        data.classNames(), data.classes(), Softmax.of(network.outputs(data.features())));
  }

  /** Each part by the network that was trained without it. */
  static ClassificationReport classification(List<Fold> folds, List<Network> networks) {
    int[][] truth = new int[folds.size()][];
    double[][][] probabilities = new double[folds.size()][][];
    for (int i = 0; i < truth.length; i++) {
      Dataset test = folds.get(i).split().test();
      truth[i] = test.classes();
      probabilities[i] = Softmax.of(networks.get(i).outputs(test.features()));
    }
    return ClassificationReport.of(
        folds.get(0).split().test().classNames(),
        Arrays.stream(truth).flatMapToInt(Arrays::stream).toArray(),
        Arrays.stream(probabilities).flatMap(Arrays::stream).toArray(double[][]::new));
  }

  static RegressionReport regression(
      TableEncoder encoder, Table table, int[] rows, Network network) {
    ValueTarget target = (ValueTarget) encoder.target();
    Dataset data = encoder.dataset(table, rows);
    return RegressionReport.of(
        target.column(), truth(data, target), predicted(data, target, network), target.mean());
  }

  /** The mean of all training rows differs little from those without a fold. */
  static RegressionReport regression(List<Fold> folds, List<Network> networks, double mean) {
    double[][] truth = new double[folds.size()][];
    double[][] predicted = new double[folds.size()][];
    for (int i = 0; i < truth.length; i++) {
      ValueTarget target = (ValueTarget) folds.get(i).encoder().target();
      Dataset test = folds.get(i).split().test();
      truth[i] = truth(test, target);
      predicted[i] = predicted(test, target, networks.get(i));
    }
    return RegressionReport.of(
        folds.get(0).encoder().target().column(),
        Arrays.stream(truth).flatMapToDouble(Arrays::stream).toArray(),
        Arrays.stream(predicted).flatMapToDouble(Arrays::stream).toArray(),
        mean);
  }

  private static double[] truth(Dataset data, ValueTarget target) {
    return Arrays.stream(data.targets().data().asDouble()).map(target::restored).toArray();
  }

  private static double[] predicted(Dataset data, ValueTarget target, Network network) {
    double[] outputs = network.outputs(data.features()).data().asDouble();
    return Arrays.stream(outputs).map(target::restored).toArray();
  }
}
