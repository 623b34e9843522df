package pathprox.benchmark.speed;

import java.util.List;

/**
 * One line of the table: the ratio of the times of two works, for each number of threads.
 *
 * @param work in words
 * @param ours the work of the library
 * @param reference the work that it is compared with
 * @param onOne bounds of the ratio on one thread
 * @param onTwo and on two
 * @param gain bounds of how many times as fast ours is on two threads as on one
 * @param note in words; may be empty
 * @param againstOurs whether the reference is the library's too, or PyTorch's
 * @param againstThreads threads of the reference; 0 for as many as ours
 */
record Line(
    String work,
    String ours,
    String reference,
    Bounds onOne,
    Bounds onTwo,
    Bounds gain,
    String note,
    boolean againstOurs,
    int againstThreads) {
  static Line of(String work, String ours, String reference) {
    return new Line(work, ours, reference, Bounds.NONE, Bounds.NONE, Bounds.NONE, "", false, 0);
  }

  /** Two works of the same name. */
  static Line same(String work, String name) {
    return of(work, name, name);
  }

  Line onOne(Bounds bounds) {
    return new Line(work, ours, reference, bounds, onTwo, gain, note, againstOurs, againstThreads);
  }

  Line onTwo(Bounds bounds) {
    return new Line(work, ours, reference, onOne, bounds, gain, note, againstOurs, againstThreads);
  }

  Line gain(Bounds bounds) {
    return new Line(work, ours, reference, onOne, onTwo, bounds, note, againstOurs, againstThreads);
  }

  Line note(String words) {
    return new Line(work, ours, reference, onOne, onTwo, gain, words, againstOurs, againstThreads);
  }

  /** Compared with a work of our own, on so many threads; 0 for as many. */
  Line againstOurs(int threads) {
    return new Line(work, ours, reference, onOne, onTwo, gain, note, true, threads);
  }

  Timed timed(int threads) {
    return new Timed(true, ours, threads);
  }

  Timed against(int threads) {
    return new Timed(againstOurs, reference, againstThreads == 0 ? threads : againstThreads);
  }

  /** Those of the ratio; with more than two threads nothing is promised. */
  Bounds bounds(int threads) {
    return threads == 1 ? onOne : threads == 2 ? onTwo : Bounds.NONE;
  }

  /** Both works, next to each other. */
  List<Timed> works(int threads) {
    return List.of(timed(threads), against(threads));
  }
}
