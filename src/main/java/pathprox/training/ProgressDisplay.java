package pathprox.training;

import java.util.function.Consumer;

/** A place where progress can be seen, such as a terminal or a notebook. */
@FunctionalInterface
public interface ProgressDisplay {
  /**
   * Opens an output of its own for a task.
   *
   * @return draws the task as it is reported; called once a second, by one thread at a time, and a
   *     last time when the task has {@linkplain ProgressReport#outcome ended}
   */
  Consumer<ProgressReport> open();
}
