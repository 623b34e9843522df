package pathprox.notebook;

import java.util.UUID;
import pathprox.notebook.view.View;

/** An output of a cell whose content changes; what cannot be sent must not end a training. */
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
