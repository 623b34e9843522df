package pathprox.notebook;

import java.util.UUID;
import pathprox.notebook.view.View;

/**
 * An output of a cell whose content changes while the cell runs. What cannot be sent is kept for
 * {@link Diagnostics}: a picture that is lost must not end a training.
 */
final class LiveOutput {
  private final String name = UUID.randomUUID().toString();
  private final Kernel kernel;
  private boolean isThere;

  LiveOutput(Kernel kernel) {
    this.kernel = kernel;
  }

  void show(View view) {
    // An interrupted thread cannot send, and the attempt may close the socket for all others.
    boolean interrupted = Thread.interrupted();
    Diagnostics.attempt("a live output cannot be sent", () -> kernel.show(name, view, isThere));
    isThere = true;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
