package pathprox.benchmark.speed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pathprox.benchmark.report.Figures;

/** Times works in turns, block by block, so that a drift of the machine meets all of them. */
final class Turns {
  private static final double SECONDS_TO_WARM_UP = 2;
  private static final int MOST_PER_COMMAND = 20_000;

  /** For so long threads of OpenMP keep processors busy when a loop has ended. */
  private static final int MILLISECONDS_OF_SPINNING = 250;

  private static final long NANOSECONDS_BETWEEN_SIGNS = 5_000_000_000L;

  private final WorkerPrograms workers;
  private long nextSign = System.nanoTime();

  Turns(WorkerPrograms workers) {
    this.workers = workers;
  }

  /** Times all works of a group on each number of threads. */
  Map<Timed, Timing> measure(Group group, List<Integer> threads, String python) throws IOException {
    List<Process> loops = new ArrayList<>();
    try {
      for (int i = 0; i < group.busyLoops(); i++) {
        loops.add(new ProcessBuilder(python, "-c", "while True: pass").start());
      }
      return takeTurns(group, threads);
    } finally {
      loops.forEach(Process::destroyForcibly);
    }
  }

  private Map<Timed, Timing> takeTurns(Group group, List<Integer> threads) throws IOException {
    Map<Timed, Timing> timings = new LinkedHashMap<>();
    Map<Timed, Integer> repetitions = new LinkedHashMap<>();
    for (Timed timed : group.works(threads)) {
      Timing timing = new Timing(group.busyLoops() > 0);
      timings.put(timed, timing);
      sign(group.name() + ": preparing " + timed.inWords(), true);
      try {
        repetitions.put(timed, prepare(timed, group.secondsPerBlock()));
      } catch (WorkerProgram.WorkFailed e) {
        timing.fail(e.getMessage());
      }
    }
    for (int block = 1; block <= group.blocks(); block++) {
      sign("%s: block %s of %s".formatted(group.name(), block, group.blocks()), false);
      for (Map.Entry<Timed, Integer> each : repetitions.entrySet()) {
        timings.get(each.getKey()).add(run(each.getKey(), each.getValue()));
        if (each.getKey().threads() > 1) {
          rest();
        }
      }
    }
    for (Timed timed : repetitions.keySet()) {
      answer(timed, "drop " + timed.work());
    }
    return timings;
  }

  /** Sets a work up, warms it up, and returns how many repetitions fill a block. */
  private int prepare(Timed timed, double secondsPerBlock)
      throws IOException, WorkerProgram.WorkFailed {
    workers.of(timed).ask("prepare " + timed.work());
    double spent = 0;
    double median = 0;
    int times = 1;
    while (spent < SECONDS_TO_WARM_UP) {
      List<Double> seconds = new ArrayList<>();
      JsonNode answer = workers.of(timed).ask("run " + timed.work() + " " + times);
      answer.get("nanoseconds").forEach(each -> seconds.add(each.asDouble() * 1e-9));
      spent += Math.max(seconds.stream().mapToDouble(each -> each).sum(), 1e-3);
      median = Figures.median(seconds);
      times = Math.min(2 * times, MOST_PER_COMMAND);
    }
    return repetitions(secondsPerBlock, median);
  }

  static int repetitions(double secondsPerBlock, double seconds) {
    long fill = Math.round(secondsPerBlock / Math.max(seconds, 1e-9));
    return (int) Math.max(1, Math.min(MOST_PER_COMMAND, fill));
  }

  /** The 100,000 iterations of the published training: ours in full, PyTorch's by samples. */
  Map<Timed, Timing> train(Line line, int thousands, int twinSteps) throws IOException {
    Timed ours = line.timed(1);
    Timed twin = line.against(1);
    Timing own = new Timing(false);
    Timing other = new Timing(false);
    try {
      workers.of(ours).ask("prepare " + ours.work());
      workers.of(twin).ask("prepare " + twin.work());
      workers.of(twin).ask("run %s 50".formatted(twin.work()));
      for (int thousand = 1; thousand <= thousands; thousand++) {
        own.add(workers.of(ours).ask("run %s 1".formatted(ours.work())));
        other.add(workers.of(twin).ask("run %s %s".formatted(twin.work(), twinSteps)));
        sign("training: %s of %s thousands, %s".formatted(thousand, thousands, own.note()), false);
      }
      own.sum();
      other.extrapolate(1_000 * thousands);
    } catch (WorkerProgram.WorkFailed e) {
      own = new Timing(false);
      own.fail(e.getMessage());
      other = own;
    }
    return Map.of(ours, own, twin, other);
  }

  private JsonNode run(Timed timed, int times) throws IOException {
    return answer(timed, "run " + timed.work() + " " + times);
  }

  /** Of a work that was prepared, which cannot fail any more. */
  private JsonNode answer(Timed timed, String command) throws IOException {
    try {
      return workers.of(timed).ask(command);
    } catch (WorkerProgram.WorkFailed e) {
      throw new IOException(timed.inWords() + ": " + e.getMessage(), e);
    }
  }

  private static void rest() {
    try {
      Thread.sleep(MILLISECONDS_OF_SPINNING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A line on standard error, if the last one is some seconds old, or what it tells takes long. */
  private void sign(String text, boolean takesLong) {
    if (takesLong || System.nanoTime() >= nextSign) {
      nextSign = System.nanoTime() + NANOSECONDS_BETWEEN_SIGNS;
      System.err.println(text);
    }
  }
}
