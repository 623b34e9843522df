package pathprox.benchmark.speed;

/**
 * A work of one worker on some threads.
 *
 * @param isOurs whether the worker is the library's, or PyTorch's
 * @param work as workers name it
 * @param threads of the worker
 */
record Timed(boolean isOurs, String work, int threads) {
  String inWords() {
    return "%s (%s, %s)".formatted(work, isOurs ? "java" : "torch", threads(threads));
  }

  static String threads(int count) {
    return count == 1 ? "1 thread" : count + " threads";
  }
}
