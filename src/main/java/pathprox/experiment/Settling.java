package pathprox.experiment;

import static pathprox.matrix.Arguments.require;

import java.util.List;
import pathprox.method.UnitTarget;
import pathprox.network.Network;
import pathprox.network.Pairing;
import pathprox.network.UnitPair;
import pathprox.training.Measurement;
import pathprox.training.Outcome;
import pathprox.training.TrainingResult;

/** How numbers of active units compare with a wanted one, to what is allowed, and still move. */
record Settling(int wanted, double allowed) {
  /** Counts what is wanted in all pairs together; a network with a dead pair is constant. */
  static Settling on(UnitTarget target, double tolerance, Network network) {
    Pairing pairing = network.architecture().pairing();
    int pairs = pairing.pairs().size();
    String unpaired = "a number of units needs a pair of layers, found none: %s";
    require(pairs > 0, unpaired, pairing.reasons());
    int all = pairing.pairs().stream().mapToInt(UnitPair::units).sum();
    int counted = target.measure() == UnitTarget.Measure.SHARE ? all : pairs;
    int wanted = (int) Math.round(target.amount() * counted);
    String more = "%s are more than the network has: %s in %s pairs";
    require(wanted <= all, more, target, all, pairs);
    String fewer =
        "%s of %s are fewer than one for each of the %s pairs, without which the network is constant";
    require(wanted >= pairs, fewer, target, all, pairs);
    return new Settling(wanted, Math.max(1, tolerance * wanted));
  }

  /** Of the last record; 0 for a training that diverged at its start. */
  static int units(TrainingResult result) {
    List<Measurement> rows = result.history().measurements();
    return rows.isEmpty() ? 0 : result.history().last().regularity().totalActiveUnits();
  }

  boolean isReached(TrainingResult result) {
    return result.outcome() != Outcome.DIVERGED && distance(result) <= allowed;
  }

  int distance(TrainingResult result) {
    return Math.abs(units(result) - wanted);
  }

  boolean isTooFew(TrainingResult result) {
    return result.outcome() == Outcome.DIVERGED || units(result) < wanted - allowed;
  }

  boolean isSettled(TrainingResult result) {
    return result.outcome() == Outcome.OPTIMAL
        || result.outcome().isWhole() && Math.abs(fall(result)) <= allowed;
  }

  /** Whether as many iterations again, at the present pace, lead to the target or past it. */
  boolean couldBeReached(TrainingResult result) {
    double now = units(result);
    double then = now - 4 * fall(result);
    return Math.min(now, then) <= wanted + allowed && Math.max(now, then) >= wanted - allowed;
  }

  /** By how much the mean of the last quarter is below that of the third: single numbers jump. */
  private static double fall(TrainingResult result) {
    return mean(result, 2) - mean(result, 3);
  }

  private static double mean(TrainingResult result, int quarter) {
    double length = result.iterations() / 4.0;
    return result.history().measurements().stream()
        .filter(row -> Math.ceil(row.iteration() / length) == quarter + 1)
        .mapToInt(row -> row.regularity().totalActiveUnits())
        .average()
        .orElse(Double.NaN);
  }
}
