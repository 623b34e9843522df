package pathprox.parallel;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.logging.LoggingStart;

/**
 * On how many threads trainings and evaluations run: at first as many as the environment variable
 * {@code OMP_NUM_THREADS} says, or else the physical cores, within the quota of a container.
 * Results do not depend on it, not in the last bit. Of several trainings at the same time one
 * shares its loops; where threads come late, as the machine does other work, loops stay on their
 * own thread for a while.
 */
public final class Threads {
  /** Numbers from which it pays to wake another thread, or to read what it has written. */
  private static final int WORTH_SHARING = 1 << 15;

  private static final int MOST = 256; // each is a thread from the start, whatever was wished

  private static final int FIRST;

  static {
    LoggingStart.quietly();
    Nd4j.getBlasWrapper(); // sets a number of its own when it is loaded, so it must come first
    int cores = Math.min(Loader.totalCores(), Runtime.getRuntime().availableProcessors());
    FIRST = atFirst(System.getenv("OMP_NUM_THREADS"), cores);
    openblas_nolapack.blas_set_num_threads(1); // its own threads wait by spinning
    Workers.use(FIRST);
  }

  private Threads() {}

  /** Rounds of a loop that are independent of each other. */
  @FunctionalInterface
  public interface Loop {
    /** Does the rounds from {@code from} to before {@code to}. */
    void run(int from, int to);
  }

  /**
   * Does {@code count} rounds of {@code loop} on this thread, or on several where the {@code
   * numbers} that each round touches make that worth it. Rounds are divided in any way, so that
   * none may depend on another; an exception of one is thrown when all parts have ended.
   */
  public static void share(int count, int numbers, Loop loop) {
    Workers.run(count, WORTH_SHARING / Math.max(1, numbers), loop);
  }

  /**
   * Does {@code count} rounds of {@code loop} as {@link #share} does, at least {@code grain} rounds
   * in each part.
   */
  public static void run(int count, int grain, Loop loop) {
    Workers.run(count, grain, loop);
  }

  /** What is no number above 0 is passed over, as programs with OpenMP do. */
  static int atFirst(String wanted, int cores) {
    boolean isNumber = wanted != null && wanted.matches("0*[1-9]\\d{0,3}");
    return isNumber ? Math.min(Integer.parseInt(wanted), Math.max(cores, MOST)) : cores;
  }

  /**
   * Sets the number of threads from now on: {@code count}, 1 to the number of processors, or to
   * what the program started with, if that is more.
   *
   * @throws IllegalArgumentException if it is out of its range
   */
  public static void use(int count) {
    int most = Math.max(FIRST, Runtime.getRuntime().availableProcessors());
    if (count < 1 || count > most) {
      throw new IllegalArgumentException(
          "the number of threads must be 1 to %s, the processors, was %s".formatted(most, count));
    }
    Workers.use(count);
  }

  /** {@return the number of threads, 1 or more} */
  public static int count() {
    return Workers.threads();
  }
}
