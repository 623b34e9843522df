package pathprox.training;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count grows, over the last seconds. */
final class Pace {
  private static final int MOST_MARKS = 12;

  private record Mark(long nanoseconds, long count) {}

  private final Deque<Mark> marks = new ArrayDeque<>();

  /** Takes note of a count at a time; both never fall. */
  void mark(long nanoseconds, long count) {
    marks.addLast(new Mark(nanoseconds, count));
    if (marks.size() > MOST_MARKS) {
      marks.removeFirst();
    }
  }

  /**
   * The speed between the first and the last of the marks that are kept; NaN before there are two.
   */
  double perSecond() {
    if (marks.size() < 2) {
      return Double.NaN;
    }
    Mark first = marks.getFirst();
    Mark last = marks.getLast();
    return 1e9 * (last.count - first.count) / (last.nanoseconds - first.nanoseconds);
  }
}
