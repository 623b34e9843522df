package pathprox.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.evaluation.classification.EvaluationCalibration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Whether events come as often as their probabilities say, bin by bin. */
record Calibration(List<Bin> bins) {
  private static final int BINS = 10;

  /** The probabilities from {@code low} on and below {@code low} + 1/10; the last has its end. */
  private record Bin(double low, int count, double meanProbability, double observedShare) {}

  /** Of the probability of an event for each sample, and whether it came. */
  static Calibration of(double[] probabilities, boolean[] came) {
    EvaluationCalibration counts = new EvaluationCalibration(BINS, BINS);
    double[] truth = IntStream.range(0, came.length).mapToDouble(i -> came[i] ? 1 : 0).toArray();
    // What rounding has put above 1 is in no bin of ND4J's.
    counts.eval(
        column(truth), column(Arrays.stream(probabilities).map(p -> Math.min(p, 1)).toArray()));
    return new Calibration(
        IntStream.range(0, BINS)
            .mapToObj(
                i -> {
                  int count = counts.getRDiagBinTotalCount().getInt(i, 0);
                  double sum = counts.getRDiagBinSumPredictions().getDouble(i, 0);
                  double events = counts.getRDiagBinPosCount().getDouble(i, 0);
                  return new Bin((double) i / BINS, count, sum / count, events / count);
                })
            .toList());
  }

  private static INDArray column(double[] values) {
    return Nd4j.createFromArray(values).reshape(values.length, 1);
  }

  /** Σ (count/n)·|observed share − mean probability|. */
  double expectedError() {
    double samples = bins.stream().mapToInt(Bin::count).sum();
    return bins.stream()
        .filter(bin -> bin.count > 0)
        .mapToDouble(bin -> bin.count / samples * Math.abs(bin.observedShare - bin.meanProbability))
        .sum();
  }

  Table table(String name) {
    return Table.create(
        name,
        DoubleColumn.create("from", bins.stream().map(Bin::low).toList()),
        DoubleColumn.create("to", bins.stream().map(bin -> bin.low + 1.0 / BINS).toList()),
        IntColumn.create("count", bins.stream().mapToInt(Bin::count).toArray()),
        DoubleColumn.create("mean_probability", bins.stream().map(Bin::meanProbability).toList()),
        DoubleColumn.create("observed_share", bins.stream().map(Bin::observedShare).toList()));
  }
}
