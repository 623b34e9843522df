package pathprox.method;

import java.util.List;

/**
 * How many active units to end with, by {@link AdaptivePathProx#withUnits} or a search over λ.
 *
 * @param amount a share of all units, above 0 and at most 1, or a whole number of units, 1 or more
 * @param measure what the amount counts
 */
public record UnitTarget(double amount, Measure measure) {
  /** What an amount counts. */
  public enum Measure {
    /** The share of all units of all pairs; how many of each pair, the training decides. */
    SHARE,
    /** The number of units of each pair. */
    UNITS_PER_PAIR
  }

  /** Throws an {@link IllegalArgumentException} if the amount is out of its range. */
  public UnitTarget {
    if (measure == Measure.SHARE && !(amount > 0 && amount <= 1)) {
      throw new IllegalArgumentException("a share of units must be > 0 and <= 1, was " + amount);
    }
    if (measure == Measure.UNITS_PER_PAIR && !(amount >= 1 && amount == (int) amount)) {
      throw new IllegalArgumentException(
          "units per pair must be a whole number >= 1, was %s: a pair without units is constant"
              .formatted(Label.of(amount)));
    }
  }

  /** {@return {@code units} in each pair, at most as many as the smallest pair has} */
  public static UnitTarget perPair(int units) {
    return new UnitTarget(units, Measure.UNITS_PER_PAIR);
  }

  /**
   * {@return a {@code share} of the units of all pairs together, rounded to whole units: those of
   * the network that a training starts from, which after {@code compact()} are fewer}
   */
  public static UnitTarget share(double share) {
    return new UnitTarget(share, Measure.SHARE);
  }

  /** The numbers that are wanted: one for all pairs, or one for each. */
  List<Support.Group> groups(List<AdaptivePair> pairs) {
    if (measure == Measure.UNITS_PER_PAIR) {
      return pairs.stream().map(pair -> group(pair, pairs)).toList();
    }
    Support.Group all = new Support.Group(pairs, 0);
    int wanted = (int) Math.round(amount * all.all());
    if (wanted < pairs.size()) {
      throw new IllegalArgumentException(
          "%s, %s of %s, are fewer than one for each of the %s pairs, without which the network is constant"
              .formatted(this, wanted, all.all(), pairs.size()));
    }
    return List.of(new Support.Group(pairs, wanted));
  }

  private Support.Group group(AdaptivePair pair, List<AdaptivePair> pairs) {
    if (amount > pair.count()) {
      throw new IllegalArgumentException(
          "%s are more than pair %s of %s has: %s"
              .formatted(this, pairs.indexOf(pair) + 1, pairs.size(), pair.count()));
    }
    return new Support.Group(List.of(pair), (int) amount);
  }

  @Override
  public String toString() {
    return measure == Measure.SHARE
        ? Label.of(Math.round(1e6 * amount) / 1e4) + " % of the units"
        : Label.of(amount) + " units per pair";
  }
}
