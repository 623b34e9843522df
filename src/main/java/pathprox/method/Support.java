package pathprox.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The units of some pairs, of which a wanted number is left at half-time and then stays.
 *
 * <p>From a fifth of the training on, a cap falls from all units to the wanted number, by the same
 * factor from look to look; the units beyond it are out for good. From half-time on no unit comes
 * or goes; where λ has left fewer, those come back whose gradients are largest.
 */
final class Support {
  private static final int INTERVAL = 10;
  private static final double FIRST_CUT = 0.2;
  private static final double FREEZE = 0.5;

  /** A pair keeps at least this part of what would be its share of the units. */
  private static final double FLOOR = 0.25;

  private static final Comparator<Ranked> STRONGEST =
      Comparator.comparing(Ranked::isFloor)
          .thenComparingDouble(Ranked::part)
          .thenComparingDouble(Ranked::gradient)
          .reversed();

  private final List<AdaptivePair> pairs;
  private final int wanted;
  private final int all;
  private final int from;
  private final int until;
  private boolean frozen;

  /** One unit: its part of the path norm of its pair, and how fast it would come back. */
  private record Ranked(int pair, int unit, boolean isFloor, double part, double gradient) {}

  Support(List<AdaptivePair> pairs, int wanted, int iterations) {
    this.pairs = List.copyOf(pairs);
    this.wanted = wanted;
    all = pairs.stream().mapToInt(AdaptivePair::count).sum();
    from = (int) (FIRST_CUT * iterations);
    until = Math.max(1, (int) (FREEZE * iterations));
  }

  boolean isFrozen() {
    return frozen;
  }

  /** Whether units come and go no more after so many steps. */
  boolean freezesAfter(int steps) {
    return !frozen && steps >= until;
  }

  /** Takes units out after so many steps, behind the last of them. */
  void update(int steps) {
    boolean freezes = freezesAfter(steps);
    if (!freezes && steps % INTERVAL != 0) {
      return;
    }
    if (freezes) {
      keep(wanted);
      pairs.forEach(AdaptivePair::freeze);
      frozen = true;
    } else if (!frozen && steps > from) {
      double part = (double) (steps - from) / (until - from);
      keep((int) Math.ceil(all * Math.pow((double) wanted / all, part)));
    }
  }

  private void keep(int units) {
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      int floor = (int) Math.ceil(FLOOR * wanted * pairs.get(i).count() / all);
      ranked.addAll(ranked(i, floor));
    }
    ranked.sort(STRONGEST);
    boolean[][] kept = new boolean[pairs.size()][];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = new boolean[pairs.get(i).count()];
    }
    for (Ranked each : ranked.subList(0, Math.min(units, ranked.size()))) {
      kept[each.pair][each.unit] = true;
    }
    for (int i = 0; i < kept.length; i++) {
      pairs.get(i).keepOnly(kept[i]);
    }
  }

  private List<Ranked> ranked(int index, int floor) {
    AdaptivePair pair = pairs.get(index);
    double sum = 0;
    for (int unit = 0; unit < pair.count(); unit++) {
      sum += pair.pathNorm(unit);
    }
    List<Ranked> ranked = new ArrayList<>();
    for (int unit = 0; unit < pair.count(); unit++) {
      if (!pair.isOut(unit)) {
        double part = sum > 0 ? pair.pathNorm(unit) / sum : 0;
        ranked.add(new Ranked(index, unit, false, part, pair.gradient(unit)));
      }
    }
    ranked.sort(STRONGEST);
    for (int i = 0; i < Math.min(floor, ranked.size()); i++) {
      Ranked each = ranked.get(i);
      ranked.set(i, new Ranked(index, each.unit, true, each.part, each.gradient));
    }
    return ranked;
  }
}
