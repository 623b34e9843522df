package pathprox.experiment;

import java.util.List;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.plot.SignificantDigits;

/**
 * How many active units are wanted.
 *
 * @param amount a share of all units, above 0 and at most 1, or a number of units, above 0
 * @param measure what the amount counts
 * @param tolerance how far the number may be from the target, relative to it, 0 or more; one unit
 *     is always allowed
 */
public record SparsityTarget(double amount, Measure measure, double tolerance) {
  private static final double USUAL_TOLERANCE = 0.05;
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  /** What an amount counts. */
  public enum Measure {
    /** The share of all units of all pairs. */
    SHARE,
    /** The mean number of units of a pair: one λ cannot choose the number of each. */
    UNITS_PER_PAIR
  }

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SparsityTarget {
    if (measure == Measure.SHARE && !(amount > 0 && amount <= 1)) {
      throw new IllegalArgumentException("a share of units must be > 0 and <= 1, was " + amount);
    }
    if (!(amount > 0) || amount == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("units per pair must be > 0 and finite, was " + amount);
    }
    if (!(tolerance >= 0) || tolerance == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("tolerance must be >= 0 and finite, was " + tolerance);
    }
  }

  /**
   * Wants a share of all units, to within 5 % of the number.
   *
   * @param share above 0 and at most 1; 0.1 for a tenth of the units
   * @return the target
   * @throws IllegalArgumentException if the share is out of its range
   */
  public static SparsityTarget share(double share) {
    return new SparsityTarget(share, Measure.SHARE, USUAL_TOLERANCE);
  }

  /**
   * Wants a number of units on average over the pairs, to within 5 % of the total.
   *
   * @param units above 0
   * @return the target
   * @throws IllegalArgumentException if the number is out of its range
   */
  public static SparsityTarget unitsPerPair(double units) {
    return new SparsityTarget(units, Measure.UNITS_PER_PAIR, USUAL_TOLERANCE);
  }

  /**
   * Changes the tolerance.
   *
   * @param newTolerance relative to the target, 0 or more; one unit is always allowed
   * @return a new target
   * @throws IllegalArgumentException if it is out of its range
   */
  public SparsityTarget within(double newTolerance) {
    return new SparsityTarget(amount, measure, newTolerance);
  }

  /**
   * Says how many units of a network are wanted.
   *
   * @param network Not modified.
   * @return the total over all pairs
   * @throws IllegalArgumentException if the network has no pair, fewer units than are wanted, or
   *     less than one unit a pair is wanted, since a network with a dead pair is constant
   */
  public int units(Network network) {
    List<UnitPair> pairs = network.architecture().pairing().pairs();
    int all = pairs.stream().mapToInt(UnitPair::units).sum();
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(
          "a number of units needs a pair of layers, found none: "
              + network.architecture().pairing().reasons());
    }
    double exact = amount * (measure == Measure.SHARE ? all : pairs.size());
    if (exact > all) {
      throw new IllegalArgumentException(
          "%s are more than the network has: %d in %d pairs".formatted(this, all, pairs.size()));
    }
    if (Math.round(exact) < pairs.size()) {
      throw new IllegalArgumentException(
          "%s of %d are fewer than one for each of the %d pairs, without which the network is constant"
              .formatted(this, all, pairs.size()));
    }
    return (int) Math.round(exact);
  }

  /** How far from the wanted number is near enough. */
  double allowed(int wanted) {
    return Math.max(1, tolerance * wanted);
  }

  @Override
  public String toString() {
    return measure == Measure.SHARE
        ? DIGITS.format(100 * amount) + " % of the units"
        : DIGITS.format(amount) + " units per pair";
  }
}
