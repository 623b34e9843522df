package pathprox.progress;

import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.spi.AbstractInterruptibleChannel;

/**
 * Runs an action at the moment when a thread is interrupted, on the thread that interrupts it.
 *
 * <p>A notebook ends a cell as soon as it has interrupted its thread, and then shows nothing more
 * of it: what a display has to say must be said within the call of {@link Thread#interrupt}. Java
 * makes this call for channels that a thread waits for, so this is one on which nothing is read.
 */
final class InterruptSignal extends AbstractInterruptibleChannel {
  private final Runnable action;

  private InterruptSignal(Runnable action) {
    this.action = action;
  }

  /** Waits for the calling thread to be interrupted; if it is already, acts at once. */
  static InterruptSignal onInterrupt(Runnable action) {
    InterruptSignal signal = new InterruptSignal(action);
    signal.begin();
    return signal;
  }

  /** Waits no more; to be called by the thread that began. */
  void release() {
    try {
      end(true);
    } catch (ClosedByInterruptException e) {
      // Has acted; the thread still knows that it was interrupted.
    } catch (AsynchronousCloseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void implCloseChannel() {
    action.run();
  }
}
