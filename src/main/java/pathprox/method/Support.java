package pathprox.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pathprox.matrix.State;

/** Which units are left, where a number is wanted, see {@link AdaptivePathProx#withUnits}. */
final class Support {
  private static final double FIRST_CUT = 0.2;
  private static final double FREEZE = 0.5;
  private static final double FLOOR = 0.5; // part of its share of the units that a pair keeps

  private static final Comparator<Ranked> STRONGEST =
      Comparator.comparing(Ranked::isFloor)
          .thenComparingDouble(Ranked::part)
          .thenComparingDouble(Ranked::gradient)
          .reversed();

  private final List<Group> groups;
  private final int from;
  private final int until;
  private boolean frozen;

  /** Pairs with one number of wanted units for all of them. */
  record Group(List<AdaptivePair> pairs, int wanted) {
    int all() {
      return pairs.stream().mapToInt(AdaptivePair::count).sum();
    }
  }

  /** One unit: its part of the path norm of its pair, and how fast it would come back. */
  private record Ranked(
      AdaptivePair pair, int unit, boolean isFloor, double part, double gradient) {
    Ranked asFloor() {
      return new Ranked(pair, unit, true, part, gradient);
    }
  }

  /** Takes no groups where λ alone decides which units are left. */
  Support(List<Group> groups, int iterations) {
    this.groups = groups;
    from = (int) (FIRST_CUT * iterations);
    until = Math.max(1, (int) (FREEZE * iterations));
  }

  boolean isWanted() {
    return !groups.isEmpty();
  }

  boolean isFrozen() {
    return frozen;
  }

  boolean freezesAfter(int steps) {
    return isWanted() && !frozen && steps >= until;
  }

  boolean fallsAfter(int steps) {
    return isWanted() && !frozen && steps > from;
  }

  int phase(int step) {
    return isWanted() && step >= until ? until : 0;
  }

  void keep(State state) {
    frozen = state.keep("frozen", frozen);
  }

  void update(int steps) {
    double part = Math.min(1, (double) (steps - from) / (until - from));
    for (Group group : groups) {
      int all = group.all();
      keep(group, (int) Math.ceil(all * Math.pow((double) group.wanted / all, part)));
    }
    if (steps >= until) {
      groups.forEach(group -> group.pairs.forEach(AdaptivePair::freeze));
      frozen = true;
    }
  }

  private static void keep(Group group, int units) {
    List<Ranked> ranked = new ArrayList<>();
    for (AdaptivePair pair : group.pairs) {
      double share = FLOOR * group.wanted * pair.count() / group.all();
      ranked.addAll(ranked(pair, (int) Math.ceil(share)));
    }
    ranked.sort(STRONGEST);
    ranked.stream().skip(units).forEach(each -> each.pair.takeOut(each.unit));
    group.pairs.forEach(AdaptivePair::clearWhatIsOut);
  }

  private static List<Ranked> ranked(AdaptivePair pair, int floor) {
    double sum = pair.pathNorms().reduce(0, Double::sum);
    List<Ranked> ranked = new ArrayList<>();
    for (int unit = 0; unit < pair.count(); unit++) {
      if (!pair.isOut(unit)) {
        double part = sum > 0 ? pair.pathNorm(unit) / sum : 0;
        ranked.add(new Ranked(pair, unit, false, part, pair.gradient(unit)));
      }
    }
    ranked.sort(STRONGEST);
    ranked.subList(0, Math.min(floor, ranked.size())).replaceAll(Ranked::asFloor);
    return ranked;
  }
}
