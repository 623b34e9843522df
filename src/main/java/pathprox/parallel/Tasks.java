package pathprox.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Tasks that do not depend on each other, such as trainings, several at the same time: each runs on
 * one thread from its beginning to its end, and so do all loops in it. That is faster than one
 * after the other with shared loops, and gives the same results.
 */
public final class Tasks {
  private final IntConsumer task;
  private final int count;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private Tasks(int count, IntConsumer task) {
    this.count = count;
    this.task = task;
  }

  /**
   * Does {@code task} for 0 to {@code count} − 1, begun in this order, on this thread and others,
   * {@link Threads#count} in all, or on this one alone where other tasks run already. When this
   * thread is interrupted, the threads of all tasks are, no other task begins, and it returns when
   * those have ended, still interrupted; one that is interrupted before does the first task alone,
   * which ends itself. A task that interrupts its own thread has no other begin, and this thread is
   * interrupted in the end. The first exception of a task is thrown then, too.
   */
  public static void run(int count, IntConsumer task) {
    new Tasks(count, task).run();
  }

  private void run() {
    boolean alone = Workers.beginTasks() > 1 || Thread.currentThread().isInterrupted();
    int threads = alone ? 1 : Math.min(Threads.count(), count);
    List<Member> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      others.add(new Member(this, i));
    }
    try {
      others.forEach(Thread::start);
      work();
      for (Member other : others) {
        other.await(others);
      }
      if (interrupted.get()) {
        Thread.currentThread().interrupt();
      }
    } finally {
      Workers.endTasks();
    }
    Throwable thrown = failure.get();
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  private void work() {
    try {
      for (int i = next.getAndIncrement(); i < count && !ended.get(); i = next.getAndIncrement()) {
        task.accept(i);
        if (Thread.currentThread().isInterrupted()) {
          endInterrupted();
        }
      }
    } catch (Throwable thrown) { // one on another thread would be lost
      failure.compareAndSet(null, thrown);
      ended.set(true);
    }
  }

  private void endInterrupted() {
    interrupted.set(true);
    ended.set(true);
  }

  /** A thread for tasks beside the one that waits for them. */
  private static final class Member extends Thread {
    private final Tasks tasks;

    Member(Tasks tasks, int number) {
      super("pathprox-task-" + number);
      this.tasks = tasks;
      setDaemon(true);
    }

    @Override
    public void run() {
      tasks.work();
    }

    /** Waits for its end; all are interrupted if the thread that waits is. */
    void await(List<Member> all) {
      boolean isInterrupted = Thread.interrupted();
      while (true) {
        if (isInterrupted) {
          tasks.endInterrupted();
          all.forEach(Thread::interrupt);
        }
        try {
          join();
          return;
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    }
  }
}
