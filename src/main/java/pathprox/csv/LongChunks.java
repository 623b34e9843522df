package pathprox.csv;

import java.util.ArrayList;
import java.util.List;

/** A list of longs that grows by arrays, without copying what it holds. */
final class LongChunks {
  private static final int FIRST = 8;
  private static final int LARGEST = 8192;

  private final List<long[]> full = new ArrayList<>();
  private long[] chunk = new long[FIRST];
  private int used;
  private int size;

  void add(long value) {
    if (used == chunk.length) {
      full.add(chunk);
      chunk = new long[Math.min(LARGEST, 2 * chunk.length)];
      used = 0;
    }
    chunk[used++] = value;
    size++;
  }

  /** Takes back what was added last, once. */
  void removeLast() {
    used--;
    size--;
  }

  int size() {
    return size;
  }

  /** Copies the first values into {@code target}, as many as it holds. */
  void copyTo(long[] target) {
    int done = 0;
    for (int i = 0; done < target.length; i++) {
      long[] source = i < full.size() ? full.get(i) : chunk;
      int count = Math.min(source.length, target.length - done);
      System.arraycopy(source, 0, target, done, count);
      done += count;
    }
  }
}
