package pathprox.progress;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pathprox.io.Waiting;

/** Draws once a second and at the end, as a thread that may be interrupted must not send. */
final class DrawingThread extends Thread {
  private final Consumer<Boolean> draw;
  private final CountDownLatch ending = new CountDownLatch(1);
  private boolean ended;

  /** Does not draw yet; {@code draw} is told whether it draws the end. */
  DrawingThread(Consumer<Boolean> draw) {
    super("pathprox progress");
    setDaemon(true);
    this.draw = draw;
  }

  @Override
  public void run() {
    try {
      do {
        draw(false);
      } while (!ending.await(1, TimeUnit.SECONDS));
      endHere();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  /** Draws the end on this thread and waits for it, on an interrupted one, too. */
  void end() {
    ending.countDown();
    Waiting.forEnd(this);
  }

  /** Draws the end on the calling thread; nothing is drawn after it. */
  synchronized void endHere() {
    draw(true);
    ended = true;
    ending.countDown();
  }

  private synchronized void draw(boolean end) {
    try {
      if (!ended) {
        draw.accept(end);
      }
    } catch (RuntimeException e) {
      ended = true;
      getUncaughtExceptionHandler().uncaughtException(this, e);
    }
  }
}
