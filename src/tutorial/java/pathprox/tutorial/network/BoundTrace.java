package pathprox.tutorial.network;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import pathprox.certificate.LipschitzBound;
import pathprox.network.Network;
import pathprox.training.Measurement;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingPlan;
import pathprox.training.Verdict;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Two bounds on how far outputs move, at each record of the trainings that it listens to, one after
 * the other, but not at their start.
 *
 * @param table a row for each: {@code run}, {@code iteration}, {@code objective}, {@code bound} (of
 *     path norms), {@code ceiling}, above which the bound cannot be at this objective, (objective /
 *     kλ)^k for k pairs, and {@code spectral}, the product of the spectral norms
 * @param plan of the training that is under way
 */
public record BoundTrace(Table table, AtomicReference<TrainingPlan> plan)
    implements TrainingListener {
  /** {@return a trace without rows} */
  public static BoundTrace empty() {
    Table table =
        Table.create(
            "bounds",
            StringColumn.create("run"),
            IntColumn.create("iteration"),
            DoubleColumn.create("objective"),
            DoubleColumn.create("bound"),
            DoubleColumn.create("ceiling"),
            DoubleColumn.create("spectral"));
    return new BoundTrace(table, new AtomicReference<>());
  }

  @Override
  public void begins(TrainingPlan newPlan) {
    plan.set(newPlan);
  }

  @Override
  public Verdict records(Measurement row, Supplier<Network> network) {
    if (row.iteration() > 0) {
      Network now = network.get();
      int pairs = now.architecture().pairing().pairs().size();
      double objective = row.regularity().objective(row.train().loss());
      table.stringColumn("run").append(plan.get().run());
      table.intColumn("iteration").append(row.iteration());
      table.doubleColumn("objective").append(objective);
      table.doubleColumn("bound").append(LipschitzBound.of(now).network());
      table
          .doubleColumn("ceiling")
          .append(Math.pow(objective / pairs / plan.get().lambda(), pairs));
      table.doubleColumn("spectral").append(SpectralNorms.product(now));
    }
    return Verdict.GO_ON;
  }

  /**
   * {@return {@code column} at the last iteration of each run, the same for all, in their order}
   */
  public double[] atEnd(String column) {
    int last = (int) table.intColumn("iteration").max();
    return table
        .where(table.intColumn("iteration").isEqualTo(last))
        .numberColumn(column)
        .asDoubleArray();
  }

  @Override
  public String toString() {
    return table.rowCount() + " records of bounds";
  }
}
