package pathprox.notebook;

import java.util.function.Consumer;
import pathprox.progress.ProgressDisplay;
import pathprox.progress.ProgressReport;

/**
 * Progress as outputs of the running cell, one for each task.
 *
 * @param kernel where the outputs are
 */
record LiveProgress(Kernel kernel) implements ProgressDisplay {
  @Override
  public Consumer<ProgressReport> open() {
    return new Output(kernel);
  }

  private static final class Output implements Consumer<ProgressReport> {
    private final Kernel kernel;
    private LiveOutput shown;

    Output(Kernel kernel) {
      this.kernel = kernel;
    }

    @Override
    public void accept(ProgressReport report) {
      Rendering.View view = ProgressView.of(report);
      if (shown == null) {
        shown = kernel.display(view);
      } else {
        shown.update(view);
      }
    }
  }
}
