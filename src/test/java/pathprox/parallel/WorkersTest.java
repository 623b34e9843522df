package pathprox.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  private final int before = Workers.threads();

  @BeforeEach
  void useFour() {
    Workers.use(4);
  }

  @AfterEach
  void restore() {
    Workers.use(before);
  }

  private static int[] timesDone(int rounds, int grain) {
    AtomicIntegerArray times = new AtomicIntegerArray(rounds);
    Workers.run(
        rounds, grain, (from, to) -> IntStream.range(from, to).forEach(times::incrementAndGet));
    return IntStream.range(0, rounds).map(times::get).toArray();
  }

  private static int[] ones(int count) {
    int[] ones = new int[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 100, 1001})
  void run_anyNumberOfRounds_doesEachOnce(int rounds) {
    for (int grain : new int[] {0, 1, 3, 2000}) {
      assertArrayEquals(ones(rounds), timesDone(rounds, grain), "grain " + grain);
    }
  }

  @Test
  void run_manyLoopsInARow_doesEachRoundOnce() throws InterruptedException {
    for (int loop = 0; loop < 20_000; loop++) {
      assertArrayEquals(ones(loop % 50), timesDone(loop % 50, 1));
      if (loop % 5_000 == 0) {
        Thread.sleep(5); // so that workers park meanwhile
      }
    }
  }

  @Test
  void run_loopWithinARound_isDoneByThatThread() {
    Workers.run(
        8,
        1,
        (from, to) -> {
          Thread outer = Thread.currentThread();
          Workers.run(8, 1, (start, end) -> assertSame(outer, Thread.currentThread()));
        });
  }

  @Test
  void run_loopsOfSeveralThreads_doEachRoundOnce() {
    IntStream.range(0, 2_000)
        .parallel()
        .forEach(i -> assertArrayEquals(ones(100), timesDone(100, 1)));
  }

  @Test
  void run_roundThatFails_isThrownAndTheNextLoopWorks() {
    for (int failing = 0; failing < 4; failing++) {
      int round = failing;
      Exception thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  Workers.run(
                      4,
                      1,
                      (from, to) -> {
                        if (from <= round && round < to) {
                          throw new IllegalStateException("round " + round);
                        }
                      }));
      assertEquals("round " + failing, thrown.getMessage());
      assertArrayEquals(ones(10), timesDone(10, 1));
    }
  }

  @Test
  void run_interruptedThread_doesAllRoundsAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    for (int loop = 0; loop < 100; loop++) {
      assertArrayEquals(ones(50), timesDone(50, 1));
    }
    assertTrue(Thread.interrupted());
  }

  @Test
  void use_fewer_leavesRoundsToFewer() {
    Workers.use(1);
    Thread caller = Thread.currentThread();
    Workers.run(8, 1, (from, to) -> assertSame(caller, Thread.currentThread()));
  }

  @Test
  void workers_areNoReasonForAProgramToGoOn() {
    timesDone(4, 1);
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("pathprox-worker"))
            .allMatch(Thread::isDaemon));
  }
}
