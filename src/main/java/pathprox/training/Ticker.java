package pathprox.training;

/** Draws once a second on a thread of its own, and once more at the end. */
final class Ticker {
  private static final long MILLISECONDS = 1_000;

  private final Runnable draw;
  private final Thread thread = new Thread(this::run, "pathprox progress");
  private boolean ending;
  private boolean ended;

  /**
   * Does not draw yet.
   *
   * @param draw run by one thread at a time; what it throws is printed and ends the drawing
   */
  Ticker(Runnable draw) {
    this.draw = draw;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private synchronized void run() {
    try {
      while (!ending) {
        drawUnlessEnded();
        wait(MILLISECONDS);
      }
      endHere();
    } catch (InterruptedException e) {
      ended = true;
    }
  }

  /** Draws the end on the ticker's own thread and waits for it. */
  void end() {
    synchronized (this) {
      ending = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Draws the end on the calling thread; nothing is drawn after it. */
  synchronized void endHere() {
    drawUnlessEnded();
    ending = true;
    ended = true;
    notifyAll();
  }

  private void drawUnlessEnded() {
    if (ended) {
      return;
    }
    try {
      draw.run();
    } catch (RuntimeException e) {
      ended = true;
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
