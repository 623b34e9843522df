package pathprox.training;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Interrupts a training when the program is told to end, as by Ctrl-C, and waits for its state. */
final class EndOfProgram {
  private static final int LONGEST = 30; // seconds; who asks again by force loses steps, no state

  private final Thread training = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::endTraining, "pathprox-end");

  EndOfProgram() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      training.interrupt(); // it ends already, and others have been told
    }
  }

  private void endTraining() {
    training.interrupt();
    try {
      boolean unused = ended.await(LONGEST, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // Nobody knows this thread.
    }
  }

  /** The training has ended. */
  void letsGo() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs.
    }
  }
}
