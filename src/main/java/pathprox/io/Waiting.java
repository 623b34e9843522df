package pathprox.io;

/** Waits on, even on a thread that is interrupted, which stays so. */
public final class Waiting {
  private Waiting() {}

  /** Returns when {@code thread}, which was started, has ended. */
  public static void forEnd(Thread thread) {
    boolean isInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
