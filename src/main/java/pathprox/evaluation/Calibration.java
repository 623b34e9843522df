package pathprox.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Whether events come as often as their probabilities say, bin by bin. */
record Calibration(List<Bin> bins) {
  private static final int BINS = 10;

  /** The probabilities from {@code low} on and below {@code high}; the last has its end. */
  private record Bin(
      double low, double high, int count, double meanProbability, double observedShare) {}

  /**
   * Of the probability of an event for each sample, and whether it came. ND4J's
   * EvaluationCalibration finds the same, but takes two seconds for 100,000 samples.
   */
  static Calibration of(double[] probabilities, boolean[] came) {
    int[] counts = new int[BINS];
    double[] sums = new double[BINS];
    int[] events = new int[BINS];
    for (int i = 0; i < came.length; i++) {
      int bin = (int) Math.min(BINS - 1, BINS * probabilities[i]);
      counts[bin]++;
      sums[bin] += probabilities[i];
      events[bin] += came[i] ? 1 : 0;
    }
    return new Calibration(
        IntStream.range(0, BINS).mapToObj(i -> bin(i, counts[i], sums[i], events[i])).toList());
  }

  private static Bin bin(int i, int count, double sum, double events) {
    return new Bin((double) i / BINS, (i + 1.0) / BINS, count, sum / count, events / count);
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
        DoubleColumn.create("to", bins.stream().map(bin -> bin.high).toList()),
        IntColumn.create("count", bins.stream().mapToInt(Bin::count).toArray()),
        DoubleColumn.create("mean_probability", bins.stream().map(Bin::meanProbability).toList()),
        DoubleColumn.create("observed_share", bins.stream().map(Bin::observedShare).toList()));
  }
}
