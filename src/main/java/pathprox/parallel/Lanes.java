package pathprox.parallel;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/** What each of the threads that share a loop has of its own, made when it is first asked for. */
public final class Lanes<T> {
  private final Supplier<T> maker;
  private volatile Object[] all = {};

  /** Has {@code maker} make what a thread asks for first. */
  public Lanes(Supplier<T> maker) {
    this.maker = maker;
  }

  /** {@return what this thread has: only the thread of a lane reads or writes it} */
  @SuppressWarnings("unchecked")
  public T own() {
    int lane = Workers.lane();
    Object[] present = all;
    if (lane >= present.length || present[lane] == null) {
      present = make(lane);
    }
    return (T) present[lane];
  }

  private synchronized Object[] make(int lane) {
    Object[] more = Arrays.copyOf(all, Math.max(all.length, lane + 1));
    more[lane] = maker.get();
    all = more;
    return more;
  }

  @Override
  public String toString() {
    return "lanes, %s in use".formatted(Arrays.stream(all).filter(Objects::nonNull).count());
  }
}
