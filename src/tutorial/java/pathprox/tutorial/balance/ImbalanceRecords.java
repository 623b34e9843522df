package pathprox.tutorial.balance;

import java.util.List;
import java.util.function.Supplier;
import pathprox.method.WeightDecay;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.training.Measurement;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingOptions;
import pathprox.training.Verdict;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The imbalances of the units of a pair, after each step of a training, beside their law. */
final class ImbalanceRecords implements TrainingListener {
  private final TrainingOptions options;
  private final WeightDecay decay;
  private final UnitPair pair;
  private final Table table =
      Table.create("imbalance of units", StringColumn.create("run"), IntColumn.create("iteration"));
  private DensePair before;
  private double[] first;
  private double[] law;
  private double time;

  /** The rows are as far from each other as the records of {@code options}. */
  ImbalanceRecords(TrainingOptions options, WeightDecay decay, UnitPair pair) {
    this.options = options;
    this.decay = decay;
    this.pair = pair;
    for (String name :
        List.of("w_squared", "v_squared", "b_squared", "imbalance", "law", "exponential")) {
      table.addColumns(DoubleColumn.create(name));
    }
  }

  /** The columns of {@link ImbalanceHistory}. */
  Table table() {
    return table;
  }

  @Override
  public Verdict records(Measurement row, Supplier<Network> network) {
    DensePair now = DensePair.of(network.get(), pair);
    if (before == null) {
      first = imbalances(now);
      law = first.clone();
    } else {
      double rate = options.learningRateFor(decay).at(row.iteration() - 1);
      followLaw(now, rate);
      time += rate;
    }
    before = now;
    int iteration = row.iteration();
    if (iteration % options.recording().every() == 0 || iteration == options.iterations()) {
      append(now, iteration);
    }
    return Verdict.GO_ON;
  }

  private double[] imbalances(DensePair units) {
    double counted = decay.regularizesBias() ? 1 : 0;
    double[] imbalances = new double[units.bias().length];
    for (int i = 0; i < imbalances.length; i++) {
      double b = units.bias()[i];
      imbalances[i] = units.wSquared(i) + counted * b * b - units.vSquared(i);
    }
    return imbalances;
  }

  private void followLaw(DensePair now, double rate) {
    double kept = 1 - rate * decay.lambda();
    DensePair gradient = before.gradient(now, rate, kept, decay.regularizesBias() ? kept : 1);
    double[] ofGradient = imbalances(gradient);
    for (int i = 0; i < law.length; i++) {
      double push = 2 * rate * kept * before.bias()[i] * gradient.bias()[i];
      double ofFreeBias = decay.regularizesBias() ? 0 : push;
      law[i] = kept * kept * law[i] + ofFreeBias + rate * rate * ofGradient[i];
    }
  }

  private void append(DensePair units, int iteration) {
    double[] imbalances = imbalances(units);
    for (int unit = 0; unit < imbalances.length; unit++) {
      table.stringColumn("run").append("unit " + unit);
      table.intColumn("iteration").append(iteration);
      append("w_squared", units.wSquared(unit));
      append("v_squared", units.vSquared(unit));
      append("b_squared", units.bias()[unit] * units.bias()[unit]);
      append("imbalance", imbalances[unit]);
      append("law", law[unit]);
      append("exponential", first[unit] * Math.exp(-2 * decay.lambda() * time));
    }
  }

  private void append(String column, double value) {
    table.doubleColumn(column).append(value);
  }
}
