package pathprox.method;

import static pathprox.matrix.Arguments.require;

import java.io.Serializable;
import java.util.List;

/**
 * How many active units to end with, by {@link AdaptivePathProx#withUnits} or a search over λ.
 *
 * @param amount a share of all units, above 0 and at most 1, or a whole number of units, 1 or more
 * @param measure what the amount counts
 */
public record UnitTarget(double amount, Measure measure) implements Serializable {
  /** What an amount counts. */
  public enum Measure {
    /** The share of all units of all pairs; how many of each pair, the training decides. */
    SHARE,
    /** The number of units of each pair. */
    UNITS_PER_PAIR
  }

  public UnitTarget {
    if (measure == Measure.SHARE) {
      require(amount > 0 && amount <= 1, "a share of units must be > 0 and <= 1, was %s", amount);
    } else {
      String wrong =
          "units per pair must be a whole number >= 1, was %s: a pair without units is constant";
      require(amount >= 1 && amount == (int) amount, wrong, Label.of(amount));
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
    String fewer =
        "%s, %s of %s, are fewer than one for each of the %s pairs, without which the network is constant";
    require(wanted >= pairs.size(), fewer, this, wanted, all.all(), pairs.size());
    return List.of(new Support.Group(pairs, wanted));
  }

  private Support.Group group(AdaptivePair pair, List<AdaptivePair> pairs) {
    String more = "%s are more than pair %s of %s has: %s";
    int number = pairs.indexOf(pair) + 1;
    require(amount <= pair.count(), more, this, number, pairs.size(), pair.count());
    return new Support.Group(List.of(pair), (int) amount);
  }

  @Override
  public String toString() {
    return measure == Measure.SHARE
        ? Label.of(Math.round(1e6 * amount) / 1e4) + " % of the units"
        : Label.of(amount) + " units per pair";
  }
}
