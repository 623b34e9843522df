package pathprox.tutorial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pathprox.method.WeightDecay;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The imbalances of the units of a pair, record by record, beside those of the flow. */
final class ImbalanceRecords {
  private final WeightDecay decay;
  private final UnitPair pair;
  private final Table table =
      Table.create("imbalance of units", StringColumn.create("run"), IntColumn.create("iteration"));
  private double time;
  private double[] firstImbalances;

  /** ‖w‖² + b² − ‖v‖² of each unit as the flow has it at the last record, and the measured b². */
  private double[] flow;

  private double[] lastBiases;

  ImbalanceRecords(WeightDecay decay, UnitPair pair) {
    this.decay = decay;
    this.pair = pair;
    for (String name :
        List.of("w_squared", "v_squared", "b_squared", "imbalance", "exponential", "theory")) {
      table.addColumns(DoubleColumn.create(name));
    }
  }

  /** The columns of {@link ImbalanceHistory}. */
  Table table() {
    return table;
  }

  /**
   * Adds one row for each unit.
   *
   * @param network Not modified.
   * @param iteration how many steps were made
   * @param duration the sum of the learning rates since the last record
   */
  void add(Network network, int iteration, double duration) {
    double[] w = squares(network.incomingNorms(pair.incoming()));
    double[] v = squares(network.outgoingNorms(pair.outgoing()));
    double[] b = squares(network.bias(pair.incoming()).toDoubleVector());
    double[] freeBiases = decay.regularizesBias() ? new double[b.length] : b;
    double[] conserved =
        IntStream.range(0, w.length).mapToDouble(i -> w[i] + b[i] - v[i]).toArray();
    double[] imbalances =
        IntStream.range(0, w.length).mapToDouble(i -> conserved[i] - freeBiases[i]).toArray();
    if (firstImbalances == null) {
      firstImbalances = imbalances;
      flow = conserved;
      lastBiases = freeBiases;
    }
    time += duration;
    double left = left(duration);
    for (int unit = 0; unit < w.length; unit++) {
      double drive = (lastBiases[unit] + freeBiases[unit]) / 2;
      flow[unit] = left * flow[unit] + (1 - left) * drive;
      table.stringColumn("run").append("unit " + unit);
      table.intColumn("iteration").append(iteration);
      append("w_squared", w[unit]);
      append("v_squared", v[unit]);
      append("b_squared", b[unit]);
      append("imbalance", imbalances[unit]);
      append("exponential", firstImbalances[unit] * left(time));
      append("theory", flow[unit] - freeBiases[unit]);
    }
    lastBiases = freeBiases;
  }

  private double left(double duration) {
    return Math.exp(-2 * decay.lambda() * duration);
  }

  private void append(String column, double value) {
    table.doubleColumn(column).append(value);
  }

  private static double[] squares(double[] values) {
    return Arrays.stream(values).map(value -> value * value).toArray();
  }
}
