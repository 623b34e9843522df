package pathprox.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TasksTest {
  private final int before = Workers.threads();

  @AfterEach
  void restore() {
    Workers.use(before);
    assertEquals(1, Workers.beginTasks(), "tasks have ended, so that loops are shared again");
    Workers.endTasks();
    assertFalse(Thread.interrupted(), "left interrupted");
  }

  /** So that as many tasks run at the same time. */
  private static void meet(CyclicBarrier others) {
    try {
      others.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void run_anyNumber_doesEachOnceAndBeginsInOrder(int threads) {
    Workers.use(threads);
    for (int count : new int[] {0, 1, 2, 7, 100}) {
      AtomicIntegerArray times = new AtomicIntegerArray(count);
      Map<Thread, List<Integer>> ofThreads = new ConcurrentHashMap<>();
      Tasks.run(
          count,
          i -> {
            times.incrementAndGet(i);
            ofThreads
                .computeIfAbsent(Thread.currentThread(), any -> new CopyOnWriteArrayList<>())
                .add(i);
          });

      assertTrue(IntStream.range(0, count).allMatch(i -> times.get(i) == 1), times::toString);
      assertTrue(ofThreads.size() <= threads, ofThreads::toString);
      ofThreads.values().forEach(list -> assertEquals(list.stream().sorted().toList(), list));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void run_severalThreads_runTasksAtTheSameTime(int threads) {
    Workers.use(threads);
    CyclicBarrier all = new CyclicBarrier(threads);
    Set<Thread> used = ConcurrentHashMap.newKeySet();
    Tasks.run(
        threads,
        i -> {
          used.add(Thread.currentThread());
          meet(all);
        });

    assertEquals(threads, used.size());
    assertTrue(used.contains(Thread.currentThread()), "this thread is one of them");
  }

  @Test
  void run_insideOfATask_staysOnItsThread() {
    Workers.use(2);
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger inner = new AtomicInteger();
    Tasks.run(
        2,
        i -> {
          meet(both);
          Thread outer = Thread.currentThread();
          Tasks.run(
              3,
              k -> {
                assertSame(outer, Thread.currentThread());
                inner.incrementAndGet();
              });
        });

    assertEquals(6, inner.get());
  }

  @Test
  void loops_insideOfATask_stayOnItsThread() {
    Workers.use(2);
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger rounds = new AtomicInteger();
    Tasks.run(
        2,
        i -> {
          meet(both);
          Thread own = Thread.currentThread();
          for (int loop = 0; loop < 1000; loop++) {
            Threads.run(
                8,
                1,
                (from, to) -> {
                  assertSame(own, Thread.currentThread());
                  rounds.addAndGet(to - from);
                });
          }
        });

    assertEquals(16_000, rounds.get());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void run_aTaskThrows_throwsThatAndBeginsNoOther(boolean onThisThread) {
    Workers.use(2);
    Thread caller = Thread.currentThread();
    CyclicBarrier both = new CyclicBarrier(2);
    for (Throwable failure : List.of(new IllegalStateException("no"), new AssertionError("no"))) {
      AtomicInteger begun = new AtomicInteger();
      Throwable thrown =
          assertThrows(
              failure.getClass(),
              () ->
                  Tasks.run(
                      1000,
                      i -> {
                        begun.incrementAndGet();
                        if (i < 2) {
                          meet(both);
                          fail(onThisThread == (Thread.currentThread() == caller), failure);
                        }
                        sleep(1); // the other thread has not thrown: its tasks take a while
                      }));

      assertSame(failure, thrown);
      assertTrue(begun.get() < 1000, "all were begun");
    }
  }

  private static void fail(boolean now, Throwable failure) {
    if (now && failure instanceof Error error) {
      throw error;
    }
    if (now) {
      throw (RuntimeException) failure;
    }
  }

  /** Whether it was interrupted, and the thread is. */
  private static boolean sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Test
  void run_interrupted_interruptsAllTasksAndBeginsNoOther() throws InterruptedException {
    Workers.use(2);
    CountDownLatch bothRun = new CountDownLatch(2);
    AtomicInteger interrupted = new AtomicInteger();
    AtomicInteger begun = new AtomicInteger();
    boolean[] isStill = {false};
    Thread caller =
        new Thread(
            () -> {
              Tasks.run(
                  10,
                  i -> {
                    begun.incrementAndGet();
                    bothRun.countDown();
                    interrupted.addAndGet(sleep(20_000) ? 1 : 0);
                  });
              isStill[0] = Thread.currentThread().isInterrupted();
            });
    caller.start();
    assertTrue(bothRun.await(10, TimeUnit.SECONDS));
    caller.interrupt();
    caller.join(10_000);

    assertFalse(caller.isAlive(), "it waits for tasks that were not interrupted");
    assertTrue(isStill[0], "the flag is lost");
    assertEquals(2, interrupted.get());
    assertEquals(2, begun.get());
  }

  @Test
  void run_interruptedWhenItsOwnTasksHaveEnded_interruptsTheOthers() throws InterruptedException {
    Workers.use(2);
    CyclicBarrier both = new CyclicBarrier(2);
    CountDownLatch ownEnded = new CountDownLatch(1);
    AtomicInteger interrupted = new AtomicInteger();
    boolean[] isStill = {false};
    Thread caller =
        new Thread(
            () -> {
              Thread own = Thread.currentThread();
              Tasks.run(
                  2,
                  i -> {
                    meet(both);
                    if (Thread.currentThread() == own) {
                      ownEnded.countDown();
                    } else {
                      interrupted.addAndGet(sleep(20_000) ? 1 : 0);
                    }
                  });
              isStill[0] = own.isInterrupted();
            });
    caller.start();
    assertTrue(ownEnded.await(10, TimeUnit.SECONDS));
    caller.interrupt();
    caller.join(10_000);

    assertTrue(isStill[0], "the flag is lost");
    assertEquals(1, interrupted.get());
  }

  /** As a listener or a learning rate does to end a training: nobody else can tell of it. */
  @Test
  void run_aTaskInterruptsItsOwnThread_isTold() {
    Workers.use(2);
    Thread caller = Thread.currentThread();
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger begun = new AtomicInteger();
    Tasks.run(
        1000,
        i -> {
          begun.incrementAndGet();
          if (i < 2) {
            meet(both);
            if (Thread.currentThread() != caller) {
              Thread.currentThread().interrupt();
            }
          }
          sleep(1);
        });

    assertTrue(Thread.interrupted(), "tasks are missing, and nobody says so");
    assertTrue(begun.get() < 1000, "all were begun");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void run_onAnInterruptedThread_beginsOneAndStaysInterrupted(int threads) {
    Workers.use(threads);
    AtomicInteger begun = new AtomicInteger();
    Thread.currentThread().interrupt();
    Tasks.run(10, i -> begun.incrementAndGet());

    assertTrue(Thread.interrupted());
    assertEquals(1, begun.get(), "the first one, which ends itself");
  }
}
