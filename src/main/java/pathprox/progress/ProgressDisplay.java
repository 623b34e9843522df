package pathprox.progress;

import java.util.function.Consumer;

/** A place where progress can be seen, such as a terminal or a notebook. */
@FunctionalInterface
public interface ProgressDisplay {
  /**
   * {@return what draws one task, on an output of its own: called once a second, by one thread at a
   * time, and a last time when the task has {@linkplain ProgressReport#ended ended}}
   */
  Consumer<ProgressReport> open();
}
