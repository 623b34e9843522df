package pathprox.parallel;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that take parts of a loop off the thread that runs it. How a loop is divided depends on
 * their number, and who does a part on who comes first: rounds must be independent of each other,
 * so that results depend on neither.
 *
 * <p>A worker spins for as long as the next loop of a training step may take to come, then it
 * parks. Nobody waits for a part that nobody has begun. Where a part that was begun is late, as the
 * machine runs something else, loops are left to their own threads for a while.
 */
final class Workers {
  private static final long SPIN = 50_000; // ns
  private static final long PATIENCE = 20_000; // ns that a part may be later than all others
  private static final int PAUSE = 30; // times what was lost by waiting, so that little is
  private static final int MOST_DOUBLINGS = 5; // where one late part follows another
  private static final long LONGEST_PAUSE = 500_000_000; // ns
  private static final int COUNT = 0xffff;
  private static final int BITS = 16;

  /** One loop is shared at a time; another one that comes meanwhile is left to its own thread. */
  private static final AtomicBoolean BUSY = new AtomicBoolean();

  /** How many groups of tasks run at this time, which need all threads for themselves. */
  private static final AtomicInteger TASKS = new AtomicInteger();

  /** The number of the loop, that of its parts, and the next part that nobody has begun. */
  private static final AtomicLong STATE = new AtomicLong();

  private static final AtomicInteger DONE = new AtomicInteger();
  private static volatile Worker[] workers = {};
  private static volatile int threads = 1;
  private static volatile Throwable failure;
  private static volatile Thread waiting;

  // Of the loop whose number the state holds.
  private static Threads.Loop loop;
  private static int rounds;

  // Of the thread that has made this busy.
  private static long aloneUntil = System.nanoTime();
  private static int lateInARow;

  private Workers() {}

  static int threads() {
    return threads;
  }

  /** Shares loops among so many threads from now on, the one that runs the loop included. */
  static synchronized void use(int count) {
    for (int i = workers.length; i < count - 1; i++) {
      Worker[] more = Arrays.copyOf(workers, i + 1);
      more[i] = new Worker(i + 1);
      more[i].start();
      workers = more; // one that cannot be started leaves the others as they are
    }
    threads = count;
  }

  /** From here to the end of the tasks each loop stays on its own thread; gives their number. */
  static int beginTasks() {
    return TASKS.incrementAndGet();
  }

  static void endTasks() {
    TASKS.decrementAndGet();
  }

  /** 0 on a thread that runs loops, 1 and above on one that helps. */
  static int lane() {
    return Thread.currentThread() instanceof Worker worker ? worker.lane : 0;
  }

  /** Does {@code count} rounds, {@code grain} or more in a part; all on this thread if it helps. */
  static void run(int count, int grain, Threads.Loop work) {
    int parts = Math.min(threads, count / Math.max(1, grain));
    if (parts < 2 || TASKS.get() > 0 || BUSY.getPlain() || !BUSY.compareAndSet(false, true)) {
      work.run(0, count);
      return;
    }
    try {
      long start = System.nanoTime();
      if (start - aloneUntil < 0) {
        work.run(0, count);
      } else {
        share(count, parts, work, start);
      }
    } finally {
      BUSY.set(false);
    }
  }

  private static void share(int count, int parts, Threads.Loop work, long start) {
    loop = work;
    rounds = count;
    failure = null;
    DONE.setPlain(0);
    STATE.set(((STATE.getPlain() >>> 2 * BITS) + 1) << 2 * BITS | (long) parts << BITS);
    for (int i = 0; i < parts - 1; i++) {
      if (workers[i].isParked) {
        LockSupport.unpark(workers[i]);
      }
    }
    while (takePart()) {
      // as long as there is one
    }
    await(parts, start);
    loop = null;
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new UndeclaredThrowableException(failure);
    }
  }

  /** Does a part of the present loop that nobody has begun; false if there is none. */
  private static boolean takePart() {
    long state = STATE.get();
    long part = state & COUNT;
    long parts = state >>> BITS & COUNT;
    Threads.Loop work = loop;
    long count = rounds;
    if (part >= parts) {
      return false;
    }
    if (!STATE.compareAndSet(state, state + 1)) {
      return true;
    }
    try {
      work.run((int) (part * count / parts), (int) ((part + 1) * count / parts));
    } catch (Throwable thrown) { // a part that did not end would be waited for
      failure = thrown;
    }
    Thread caller = DONE.incrementAndGet() == parts ? waiting : null;
    if (caller != null) {
      LockSupport.unpark(caller);
    }
    return true;
  }

  private static void await(int parts, long start) {
    if (DONE.get() == parts) {
      return;
    }
    long from = System.nanoTime();
    long now = from;
    while (DONE.get() < parts) {
      Thread.onSpinWait();
      now = System.nanoTime();
      if (now - from > SPIN) {
        waiting = Thread.currentThread();
        if (DONE.get() < parts) {
          LockSupport.parkNanos(SPIN);
        }
        waiting = null;
      }
    }
    long waited = now - from;
    boolean isLate = waited > from - start + PATIENCE;
    if (isLate) {
      aloneUntil = now + Math.min(LONGEST_PAUSE, PAUSE * waited << lateInARow);
    }
    lateInARow = isLate ? Math.min(lateInARow + 1, MOST_DOUBLINGS) : 0;
  }

  private static final class Worker extends Thread {
    private final int lane;
    private volatile boolean isParked;

    Worker(int lane) {
      super("pathprox-worker-" + lane);
      this.lane = lane;
      setDaemon(true);
    }

    @Override
    public void run() {
      long idle = System.nanoTime();
      while (true) {
        if (lane < threads && takePart()) {
          idle = System.nanoTime();
        } else if (System.nanoTime() - idle < SPIN) {
          Thread.onSpinWait();
        } else {
          isParked = true;
          if (lane >= threads || (STATE.get() & COUNT) >= (STATE.get() >>> BITS & COUNT)) {
            LockSupport.park(this);
          }
          isParked = false;
          idle = System.nanoTime();
        }
      }
    }
  }
}
