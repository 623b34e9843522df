package pathprox.benchmark;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;
import pathprox.network.Network;
import pathprox.training.Measurement;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingPlan;
import pathprox.training.Verdict;

/**
 * A line for each record of a long training.
 *
 * @param out where it goes
 * @param step what is counted, such as {@code epoch}
 * @param iterations how many iterations one of these has
 * @param units what the units of the network are called
 */
public record PrintedRecords(PrintStream out, String step, int iterations, String units)
    implements TrainingListener {
  @Override
  public void begins(TrainingPlan plan) {
    out.printf(Locale.ROOT, "%s: goes on from iteration %d%n", plan.run(), plan.from());
  }

  @Override
  public Verdict records(Measurement row, Supplier<Network> network) {
    out.printf(
        Locale.ROOT,
        "%s %d: %.0f s, rate %.3g, training loss %.4f, objective %.4f, %s %s, training accuracy"
            + " %.4f, test accuracy %.4f%n",
        step,
        row.iteration() / iterations,
        row.seconds(),
        row.learningRate(),
        row.train().loss(),
        row.regularity().objective(row.train().loss()),
        units,
        row.regularity().totalActiveUnits(),
        row.train().accuracy(),
        row.test().accuracy());
    return Verdict.GO_ON;
  }
}
