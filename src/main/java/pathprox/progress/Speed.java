package pathprox.progress;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count has grown in the last seconds. */
final class Speed {
  private static final int MOST_MARKS = 12;

  private record Mark(long nanoseconds, long count) {}

  private final Deque<Mark> marks = new ArrayDeque<>();

  /** Marks a count, and gives its growth a second since the first of the last marks, or NaN. */
  double after(long nanoseconds, long count) {
    marks.addLast(new Mark(nanoseconds, count));
    if (marks.size() > MOST_MARKS) {
      marks.removeFirst();
    }
    Mark first = marks.getFirst();
    return 1e9 * (count - first.count) / (nanoseconds - first.nanoseconds);
  }
}
