package pathprox.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The ROC curve of some scores: the part of the positive samples above a threshold over that of the
 * others, from the highest threshold on. ND4J's ROC cuts within equal scores, in the order in which
 * they come: where all are equal, its area may be 1/3. Here equal scores are one step, so that the
 * area is the share of pairs that are in the right order, half a pair for equal scores.
 *
 * @param points the points from (0, 0) to (1, 1) without those on a line between others; none if
 *     all samples are positive, or none
 * @param area the area below it, NaN if there are no points
 */
record RankingCurve(List<Point> points, double area) {
  /** The parts of the other and of the positive samples, 0 to 1. */
  record Point(double falsePositives, double truePositives) {}

  static RankingCurve of(double[] scores, IntPredicate isPositive) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .mapToInt(i -> i)
            .toArray();
    long positives = IntStream.range(0, scores.length).filter(isPositive).count();
    long others = scores.length - positives;
    if (positives == 0 || others == 0) {
      return new RankingCurve(List.of(), Double.NaN);
    }
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    long above = 0;
    for (int i = 0; i < order.length; i++) {
      above += isPositive.test(order[i]) ? 1 : 0;
      if (i + 1 == order.length || scores[order[i]] != scores[order[i + 1]]) {
        add(points, new Point((double) (i + 1 - above) / others, (double) above / positives));
      }
    }
    return new RankingCurve(List.copyOf(points), area(points));
  }

  private static void add(List<Point> points, Point next) {
    int last = points.size() - 1;
    boolean isCorner = last == 0 || isCorner(points.get(last - 1), points.get(last), next);
    if (!isCorner) {
      points.remove(last);
    }
    points.add(next);
  }

  /** False on a horizontal or vertical line, as nearly all points are that are no corners. */
  private static boolean isCorner(Point before, Point point, Point next) {
    boolean level =
        before.truePositives == point.truePositives && point.truePositives == next.truePositives;
    boolean upright =
        before.falsePositives == point.falsePositives
            && point.falsePositives == next.falsePositives;
    return !level && !upright;
  }

  private static double area(List<Point> points) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      area +=
          (to.falsePositives - from.falsePositives) * (to.truePositives + from.truePositives) / 2;
    }
    return area;
  }
}
