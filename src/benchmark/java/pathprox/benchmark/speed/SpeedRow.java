package pathprox.benchmark.speed;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pathprox.benchmark.report.Figures;
import pathprox.benchmark.report.Row;

/**
 * One line as measured on a number of threads; what was not measured is null.
 *
 * @param work in words
 * @param threads of our work
 * @param measured the ratio of the times
 * @param must what it must reach
 * @param aim and should
 * @param oursMs milliseconds of our work
 * @param referenceMs and of what it is compared with
 * @param gain how many times as fast ours is as on one thread
 * @param gainMust what that must reach
 * @param gainAim and should
 * @param allocatedBytes of a repetition of our work
 * @param note in words
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record SpeedRow(
    String work,
    int threads,
    Double measured,
    Double must,
    Double aim,
    Double oursMs,
    Double referenceMs,
    Double gain,
    Double gainMust,
    Double gainAim,
    Double allocatedBytes,
    String note) {
  /** The rows of the lines, in their order, for each number of threads that they are for. */
  static List<SpeedRow> of(List<Line> lines, List<Integer> threads, Map<Timed, Timing> timings) {
    List<SpeedRow> rows = new ArrayList<>();
    for (Line line : lines) {
      threads.stream()
          .filter(count -> line.againstThreads() != count)
          .forEach(count -> rows.add(of(line, count, timings)));
    }
    return rows;
  }

  private static SpeedRow of(Line line, int threads, Map<Timed, Timing> timings) {
    Timing ours = timings.get(line.timed(threads));
    Timing reference = timings.get(line.against(threads));
    Timing onOne = threads > 1 ? timings.get(line.timed(1)) : null;
    Bounds bounds = line.bounds(threads);
    Bounds gain = threads == 2 ? line.gain() : Bounds.NONE;
    String note =
        Stream.of(line.note(), ours.note(), reference.note(), ours.problem(), reference.problem())
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining("; "));
    return new SpeedRow(
        line.work(),
        threads,
        ours.over(reference),
        bounds.must(),
        bounds.aim(),
        ours.milliseconds(),
        reference.milliseconds(),
        onOne == null ? null : onOne.over(ours),
        gain.must(),
        gain.aim(),
        ours.allocated(),
        note);
  }

  /** Times, ratio, verdict; beside more threads than one also the gain. */
  List<String> cells() {
    List<String> cells = new ArrayList<>();
    cells.add(number(oursMs));
    cells.add(number(referenceMs));
    cells.add(number(measured));
    cells.add(bounds(measured, must, aim, false));
    if (threads > 1) {
      cells.add(gain == null ? "" : number(gain));
      cells.add(gain == null ? "" : bounds(gain, gainMust, gainAim, true));
    }
    return cells;
  }

  private static String bounds(Double measured, Double must, Double aim, boolean higher) {
    String verdict = Row.verdict(measured, must, aim, higher);
    if (measured == null || must == null) {
      return verdict;
    }
    String more = aim == null ? "" : ", " + Figures.general(aim, 6);
    return "%s %s%s: %s".formatted(higher ? "≥" : "≤", Figures.general(must, 6), more, verdict);
  }

  /** Three significant digits, with zeros at the end. */
  static String number(Double value) {
    if (value == null) {
      return "–";
    }
    if (value >= 100) {
      return Figures.grouped(value);
    }
    int digits = value >= 10 ? 1 : value >= 1 ? 2 : 3;
    while (digits < 6 && value > 0 && value < Math.pow(10, 2 - digits)) {
      digits++;
    }
    return Figures.fixed(value, digits);
  }
}
