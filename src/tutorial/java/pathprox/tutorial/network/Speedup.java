package pathprox.tutorial.network;

/** How many times as fast one way to compute something is as another. */
public final class Speedup {
  private static final int TURNS = 40;

  private Speedup() {}

  /**
   * {@return the shortest of forty times of {@code slow} divided by that of {@code fast}, taken in
   * turns, since what else a machine does makes single times longer}
   */
  public static double of(Runnable slow, Runnable fast) {
    double ofSlow = Double.POSITIVE_INFINITY;
    double ofFast = Double.POSITIVE_INFINITY;
    for (int turn = 0; turn < TURNS; turn++) {
      ofSlow = Math.min(ofSlow, seconds(slow));
      ofFast = Math.min(ofFast, seconds(fast));
    }
    return ofSlow / ofFast;
  }

  private static double seconds(Runnable task) {
    long begin = System.nanoTime();
    task.run();
    return (System.nanoTime() - begin) / 1e9;
  }
}
