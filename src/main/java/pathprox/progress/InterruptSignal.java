package pathprox.progress;

import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;

/**
 * Runs an action on the thread that interrupts another, within {@link Thread#interrupt}, as a
 * notebook shows nothing of a cell after it. Java calls channels there; this is one, never read.
 */
final class InterruptSignal extends AbstractInterruptibleChannel {
  private final Runnable action;

  /** Waits for the calling thread to be interrupted; if it is already, acts at once. */
  InterruptSignal(Runnable action) {
    this.action = action;
    begin();
  }

  /** Waits no more; to be called by the thread that began. */
  void release() {
    try {
      end(true);
    } catch (AsynchronousCloseException e) {
      // Has acted; the thread still knows that it was interrupted.
    }
  }

  @Override
  protected void implCloseChannel() {
    action.run();
  }
}
