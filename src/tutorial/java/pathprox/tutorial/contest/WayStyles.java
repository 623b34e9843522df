package pathprox.tutorial.contest;

import java.util.List;
import pathprox.plot.LineStyle;

/** How the ways to small networks are drawn: each the same in all figures. */
final class WayStyles {
  private static final List<String> NAMES =
      List.of(
          "PathProx recommended",
          "PathProx as published",
          "weight decay, all units",
          "pruned gradually",
          "pruned at once",
          "narrow from the start",
          "group lasso, D-Gating");
  private static final List<LineStyle> STYLES = LineStyle.forNames(NAMES);

  private WayStyles() {}

  /** Of a way that is not known, and of every kind of group lasso, the last one. */
  static LineStyle of(String name) {
    int place = NAMES.indexOf(name);
    return STYLES.get(place < 0 ? NAMES.size() - 1 : place);
  }
}
