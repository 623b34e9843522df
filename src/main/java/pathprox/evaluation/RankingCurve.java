package pathprox.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /** Of the scores of the positive and of the other samples. */
  static RankingCurve of(double[] positives, double[] others) {
    if (positives.length == 0 || others.length == 0) {
      return new RankingCurve(List.of(), Double.NaN);
    }
    double[] risingPositives = Arrays.stream(positives).sorted().toArray();
    double[] risingOthers = Arrays.stream(others).sorted().toArray();
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    int leftPositives = positives.length;
    int leftOthers = others.length;
    while (leftPositives > 0 || leftOthers > 0) {
      double threshold =
          Math.max(last(risingPositives, leftPositives), last(risingOthers, leftOthers));
      leftPositives = countBelow(threshold, risingPositives, leftPositives);
      leftOthers = countBelow(threshold, risingOthers, leftOthers);
      double share = 1 - (double) leftPositives / positives.length;
      add(points, new Point(1 - (double) leftOthers / others.length, share));
    }
    return new RankingCurve(List.copyOf(points), area(points));
  }

  private static double last(double[] rising, int count) {
    return count == 0 ? Double.NEGATIVE_INFINITY : rising[count - 1];
  }

  private static int countBelow(double threshold, double[] rising, int count) {
    int below = count;
    while (below > 0 && rising[below - 1] >= threshold) {
      below--;
    }
    return below;
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
