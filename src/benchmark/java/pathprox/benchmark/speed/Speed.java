package pathprox.benchmark.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pathprox.benchmark.report.Figures;
import pathprox.benchmark.report.Report;

/** Measures the library's speed beside PyTorch's, or how both grow with width, depth and batch. */
public final class Speed {
  private static final String TRAINING = "training";
  private static final int THOUSANDS = 100;
  private static final int TWIN_STEPS = 20;

  private final Request request;
  private final Map<String, Object> machine;

  private Speed(Request request) {
    this.request = request;
    this.machine = new LinkedHashMap<>(request.machine());
  }

  /**
   * Measures the groups of lines that are asked for, or the scaling if none is, and prints a table.
   *
   * @param words as {@link Request} reads them
   */
  public static void main(String[] words) {
    try {
      Speed speed = new Speed(Request.of(words));
      boolean measured = speed.request.only().equals(List.of("")) ? speed.scaling() : speed.lines();
      System.exit(measured ? 0 : 1);
    } catch (IOException e) {
      System.err.println("error: " + e.getMessage());
      System.exit(1);
    }
  }

  private boolean lines() throws IOException {
    List<SpeedRow> rows = new ArrayList<>();
    // Each group in processes of its own: what another one left in an allocator can halve a time.
    for (Group group : Group.all()) {
      if (request.only().contains(group.name())) {
        try (WorkerPrograms workers = workers(request.threads())) {
          Map<Timed, Timing> timings =
              new Turns(workers).measure(group, request.threads(), request.python());
          rows.addAll(SpeedRow.of(group.lines(), request.threads(), timings));
        }
      }
    }
    if (request.only().contains(TRAINING) && request.threads().contains(1)) {
      try (WorkerPrograms workers = workers(List.of(1))) {
        Map<Timed, Timing> timings = new Turns(workers).train(training(), THOUSANDS, TWIN_STEPS);
        rows.addAll(SpeedRow.of(List.of(training()), List.of(1), timings));
      }
    }
    String notes =
        rows.stream()
            .filter(row -> !row.note().isEmpty())
            .map(row -> "- " + row.work() + ": " + row.note())
            .distinct()
            .collect(Collectors.joining("\n"));
    tell(Report.table(header(), cells(rows)) + "\n\n" + notes, rows);
    return rows.stream().anyMatch(row -> row.measured() != null);
  }

  private static Line training() {
    return Line.same("100,000-iteration MNIST-subset run, exact", TRAINING)
        .onOne(Bounds.of(0.45, 0.25))
        .note(
            "ours is the time of all iterations; PyTorch's is the median of steps sampled along"
                + " our run, times 100,000, as its cost does not change; both gather shuffled"
                + " batches, neither evaluates");
  }

  private WorkerPrograms workers(List<Integer> threads) throws IOException {
    WorkerPrograms workers = new WorkerPrograms(request, threads);
    workers.describe(machine, threads.get(0));
    return workers;
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of("work"));
    for (int count : request.threads()) {
      header.add("ours, ms, " + Timed.threads(count));
      header.addAll(List.of("PyTorch, ms", "ratio", "must, aim"));
      header.addAll(count > 1 ? List.of("gain", "must, aim") : List.of());
    }
    header.add("bytes allocated");
    return header;
  }

  /** A line for each work, all numbers of threads beside each other. */
  private List<List<String>> cells(List<SpeedRow> rows) {
    Map<String, Map<Integer, SpeedRow>> works = new LinkedHashMap<>();
    for (SpeedRow row : rows) {
      works.computeIfAbsent(row.work(), work -> new LinkedHashMap<>()).put(row.threads(), row);
    }
    List<List<String>> lines = new ArrayList<>();
    works.forEach(
        (work, byThreads) -> {
          List<String> line = new ArrayList<>(List.of(work));
          for (int count : request.threads()) {
            SpeedRow row = byThreads.get(count);
            line.addAll(row == null ? Collections.nCopies(count > 1 ? 6 : 4, "") : row.cells());
          }
          double most =
              byThreads.values().stream()
                  .map(SpeedRow::allocatedBytes)
                  .filter(each -> each != null)
                  .mapToDouble(each -> each)
                  .max()
                  .orElse(0);
          line.add(most == 0 ? "" : Figures.grouped(most));
          lines.add(line);
        });
    return lines;
  }

  /** A point of the scaling on a number of threads. */
  private record Point(
      String varied, int width, int depth, int batch, int threads, Double ours, Double pytorch) {
    Map<String, Object> content() {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("varied", varied);
      content.put("width", width);
      content.put("depth", depth);
      content.put("batch", batch);
      content.put("threads", threads);
      content.put("ours_ms", ours);
      content.put("pytorch_ms", pytorch);
      return content;
    }

    List<String> cells() {
      return List.of(
          varied,
          String.valueOf(width),
          String.valueOf(depth),
          String.valueOf(batch),
          String.valueOf(threads),
          Figures.fixed(ours, 2),
          Figures.fixed(pytorch, 2),
          Figures.fixed(ours / pytorch, 2));
    }
  }

  /** What is varied, and the sizes; the middle one is in all three. */
  private static List<Point> sizes() {
    List<Point> sizes = new ArrayList<>();
    for (int width : new int[] {100, 200, 400, 800}) {
      sizes.add(new Point("width", width, 3, 200, 0, null, null));
    }
    for (int depth = 1; depth <= 5; depth++) {
      sizes.add(new Point("depth", 400, depth, 200, 0, null, null));
    }
    for (int batch : new int[] {50, 100, 200, 400, 800}) {
      sizes.add(new Point("batch", 400, 3, batch, 0, null, null));
    }
    return sizes;
  }

  private static Line line(Point size) {
    String name = "step-%s-%s-%s".formatted(size.width(), size.depth(), size.batch());
    return Line.same(name, name);
  }

  private boolean scaling() throws IOException {
    Set<Line> lines = new LinkedHashSet<>(sizes().stream().map(Speed::line).toList());
    Group group = Group.of("scaling", lines.toArray(Line[]::new)).blocks(15, 0.15);
    List<Point> points = new ArrayList<>();
    try (WorkerPrograms workers = workers(request.threads())) {
      Map<Timed, Timing> timings =
          new Turns(workers).measure(group, request.threads(), request.python());
      for (Point size : sizes()) {
        for (int count : request.threads()) {
          points.add(
              new Point(
                  size.varied(),
                  size.width(),
                  size.depth(),
                  size.batch(),
                  count,
                  timings.get(line(size).timed(count)).milliseconds(),
                  timings.get(line(size).against(count)).milliseconds()));
        }
      }
    }
    List<String> header =
        List.of("varied", "width", "depth", "batch", "threads", "ours, ms", "PyTorch, ms", "ratio");
    tell(
        Report.table(header, points.stream().map(Point::cells).toList()),
        points.stream().map(Point::content).toList());
    return true;
  }

  /** Prints a table below the machine, with what says whether other programs disturbed it. */
  private void tell(String text, List<?> rows) throws IOException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    if (load >= 0) {
      machine.put("load average", Double.valueOf(Figures.fixed(load, 1)));
    }
    String line =
        machine.entrySet().stream()
            .map(each -> each.getKey() + ": " + each.getValue())
            .collect(Collectors.joining("; "));
    Report.print(line + "\n\n" + text);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("machine", machine);
    content.put("threads", request.threads());
    content.put("rows", rows);
    Report.write(request.file(), content);
  }
}
