package pathprox.notebook;

import java.util.UUID;

/**
 * An output that a kernel knows by a name. What cannot be sent is kept for {@link Diagnostics}: a
 * picture that is lost must not end a training.
 *
 * @param id its name
 * @param sender replaces its content
 */
record NamedOutput(String id, Sender sender) implements LiveOutput {
  /** Sends the content of an output to the notebook. */
  interface Sender {
    void send(String id, Rendering.View view) throws Exception;
  }

  static LiveOutput show(Rendering.View view, Sender display, Sender update) {
    NamedOutput output = new NamedOutput(UUID.randomUUID().toString(), update);
    output.send(view, display);
    return output;
  }

  @Override
  public void update(Rendering.View view) {
    send(view, sender);
  }

  // A thread that is interrupted cannot send, and the attempt may close the socket for all others.
  private void send(Rendering.View view, Sender sender) {
    boolean interrupted = Thread.interrupted();
    try {
      sender.send(id, view);
    } catch (Throwable e) {
      Diagnostics.addFailure("a live output cannot be sent", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
