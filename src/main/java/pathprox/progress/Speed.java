package pathprox.progress;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count has grown in the last seconds. */
final class Speed {
  private static final int MOST_MARKS = 12;

  private record Mark(long nanoseconds, long count) {}

  private final Deque<Mark> marks = new ArrayDeque<>();

  /**
   * Takes note of a count at a time, which both never fall, and tells how much it has grown a
   * second since the first of the last marks; NaN at the first one.
   */
  double after(long nanoseconds, long count) {
    marks.addLast(new Mark(nanoseconds, count));
    if (marks.size() > MOST_MARKS) {
      marks.removeFirst();
    }
    Mark first = marks.getFirst();
    return 1e9 * (count - first.count) / (nanoseconds - first.nanoseconds);
  }
}
