package pathprox.io;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

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

  /** Work with a file. */
  interface FileWork {
    void run() throws IOException;
  }

  /** Does {@code work} on a thread that nobody interrupts, as that would close a channel. */
  static void uninterrupted(FileWork work) throws IOException {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              work.run();
              return null;
            });
    Thread thread = new Thread(task, "pathprox-file");
    thread.start();
    forEnd(thread);
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("it has ended", e);
    }
  }
}
