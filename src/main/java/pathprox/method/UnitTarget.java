package pathprox.method;

import java.util.ArrayList;
import java.util.List;

/**
 * How many active units a training is to end with; see {@link AdaptivePathProx#withUnits}.
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

  /**
   * Checks the target.
   *
   * @param amount a share of all units, above 0 and at most 1, or a whole number of units, 1 or
   *     more
   * @param measure what the amount counts
   * @throws IllegalArgumentException if the amount is out of its range
   */
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

  /**
   * Wants a number of units in each pair.
   *
   * @param units 1 or more, and at most as many as the smallest pair has
   * @return the target
   * @throws IllegalArgumentException if the number is below 1
   */
  public static UnitTarget perPair(int units) {
    return new UnitTarget(units, Measure.UNITS_PER_PAIR);
  }

  /**
   * Wants a share of the units of all pairs together, rounded to whole units.
   *
   * @param share above 0 and at most 1; 0.25 for a quarter of the units
   * @return the target
   * @throws IllegalArgumentException if the share is out of its range
   */
  public static UnitTarget share(double share) {
    return new UnitTarget(share, Measure.SHARE);
  }

  /** What brings pairs to the target: one number for all of them, or one for each. */
  List<Support> supports(List<AdaptivePair> pairs, int iterations) {
    if (measure == Measure.SHARE) {
      return List.of(new Support(pairs, wanted(pairs), iterations));
    }
    List<Support> supports = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      if (amount > pairs.get(i).count()) {
        throw new IllegalArgumentException(
            "%s are more than pair %d of %d has: %d"
                .formatted(this, i + 1, pairs.size(), pairs.get(i).count()));
      }
      supports.add(new Support(List.of(pairs.get(i)), (int) amount, iterations));
    }
    return supports;
  }

  private int wanted(List<AdaptivePair> pairs) {
    int all = pairs.stream().mapToInt(AdaptivePair::count).sum();
    int wanted = (int) Math.round(amount * all);
    if (wanted < pairs.size()) {
      throw new IllegalArgumentException(
          "%s, %d of %d, are fewer than one for each of the %d pairs, without which the network is constant"
              .formatted(this, wanted, all, pairs.size()));
    }
    return wanted;
  }

  @Override
  public String toString() {
    return measure == Measure.SHARE
        ? Label.of(Math.round(1e6 * amount) / 1e4) + " % of the units"
        : Label.of(amount) + " units per pair";
  }
}
