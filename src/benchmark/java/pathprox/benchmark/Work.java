package pathprox.benchmark;

/** Something to be timed: set up by its constructor, then run many times. */
interface Work {
  /** Does it once. */
  void run();

  /** Does it once and returns how many nanoseconds that took. */
  default long measure() {
    long start = System.nanoTime();
    run();
    return System.nanoTime() - start;
  }

  /** Says what a reader of the figures has to know about the present state, or nothing. */
  default String note() {
    return "";
  }
}
