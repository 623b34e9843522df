package pathprox.experiment;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import pathprox.data.TrainingData;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.Regularity;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.table.ResultTable;
import pathprox.training.Measurement;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Goes on from a training with the support frozen and less regularization, or none: the units that
 * it left out, dropped by {@link Network#compact}, stay out, and those that it kept, also those
 * with small norms, lose the bias towards small weights.
 *
 * @param before the training before
 * @param result the training that went on, from the compact network of the one before
 */
public record Refit(TrainingResult before, TrainingResult result) {
  /**
   * {@return the training {@code before}, gone on with by {@code trainer} on {@code data}, without
   * regularization: by {@link PathProx#recommended} with λ = 0, where no unit dies}
   */
  public static Refit of(TrainingResult before, Trainer trainer, TrainingData data) {
    return of(before, trainer, data, PathProx.recommended(0));
  }

  /**
   * {@return the training {@code before}, gone on with on {@code data} by {@code method}, which may
   * leave out further units; iterations and learning rates of {@code trainer} begin anew} A pair
   * without active units, a λ that is not smaller, or what does not fit together are an
   * IllegalArgumentException before any step; a loss that is no finite number throws a {@link
   * pathprox.training.TrainingDivergedException}.
   */
  public static Refit of(TrainingResult before, Trainer trainer, TrainingData data, Method method) {
    double lambda = before.history().lambda();
    String larger = "a refit needs a smaller λ than before, %s, was %s";
    require(method.lambda() < lambda, larger, lambda, method.lambda());
    Network compact = before.network().compact();
    // Compaction keeps what it cannot leave out: a unit that is not active could become so.
    List<Integer> active = ActiveUnits.perPair(compact);
    List<UnitPair> pairs = compact.architecture().pairing().pairs();
    List<Integer> units = pairs.stream().map(UnitPair::units).toList();
    String inactive = "a refit needs active units only, found %s of %s in the compact network";
    require(active.equals(units), inactive, active, units);
    return new Refit(before, trainer.train(compact, data, method));
  }

  /**
   * {@return rows {@code before} and {@code after}, as the column {@code network} says; {@code
   * objective_before} (with the penalty as it was before; missing after an interruption), then the
   * columns of {@link ResultTable#ofRecords}, all missing if nothing was recorded}
   */
  public Table table() {
    if (!isRecorded()) {
      return table(Arrays.asList(null, null), Double.NaN, Double.NaN);
    }
    // An interrupted training ends with a network that is newer than its last record.
    boolean isLast = last().iteration() == result.iterations();
    double end = isLast ? objective(last(), result.network()) : Double.NaN;
    double start = objective(first(), before.network());
    return table(List.of(first(), last()), start, end);
  }

  private static Table table(List<Measurement> records, double start, double end) {
    return ResultTable.ofRecords("refit", records)
        .insertColumn(0, StringColumn.create("network", "before", "after"))
        .insertColumn(1, DoubleColumn.create("objective_before", start, end));
  }

  private boolean isRecorded() {
    return !result.history().measurements().isEmpty();
  }

  private Measurement first() {
    return result.history().measurements().get(0);
  }

  private Measurement last() {
    return result.history().last();
  }

  private double objective(Measurement row, Network network) {
    return Regularity.of(network, before.history().penalty()).objective(row.train().loss());
  }

  @Override
  public String toString() {
    String title =
        "refit, λ %s → %s, %s"
            .formatted(before.history().lambda(), result.history().lambda(), result.summary());
    if (!isRecorded()) {
      return title + "; nothing was recorded";
    }
    String units = "%n  active units %s → %s";
    return title
        + units.formatted(first().regularity().activeUnits(), last().regularity().activeUnits())
        + change("training loss", row -> row.train().loss())
        + change("test loss", row -> row.test().loss())
        + change("path norm", row -> row.regularity().pathNorm())
        + change("training accuracy", row -> row.train().accuracy())
        + change("test accuracy", row -> row.test().accuracy());
  }

  private String change(String what, ToDoubleFunction<Measurement> value) {
    double before = value.applyAsDouble(first());
    double after = value.applyAsDouble(last());
    return Double.isNaN(before) ? "" : Compare.text("%n  %s %.5g → %.5g", what, before, after);
  }
}
