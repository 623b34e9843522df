package pathprox.benchmark;

import static org.bytedeco.openblas.global.openblas_nolapack.OPENBLAS_VERSION;

import java.util.Map;
import pathprox.parallel.Threads;

/** What runs the works: the Java virtual machine, the BLAS and its threads. */
final class Machine {
  private Machine() {}

  static void useThreads(int threads) {
    Threads.use(threads);
  }

  static Map<String, ?> describe() {
    return Map.of(
        "Java", System.getProperty("java.vm.name") + " " + Runtime.version(),
        "BLAS", OPENBLAS_VERSION.strip(),
        "threads", Threads.count());
  }
}
