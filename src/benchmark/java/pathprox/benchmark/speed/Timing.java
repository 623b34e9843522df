package pathprox.benchmark.speed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import pathprox.benchmark.report.Figures;

/**
 * What is known of one work: nanoseconds of each repetition, bytes a repetition, a note.
 *
 * <p>Where programs compete, most repetitions are not interrupted and some wait for others; their
 * mean is what a person waits, while the median would not see it.
 */
final class Timing {
  private final boolean competes;
  private final List<Double> nanoseconds = new ArrayList<>();
  private final List<Double> bytes = new ArrayList<>();
  private String note = "";
  private String problem = "";

  Timing(boolean competes) {
    this.competes = competes;
  }

  /** Takes over what a worker answered. */
  void add(JsonNode answer) {
    answer.get("nanoseconds").forEach(each -> nanoseconds.add(each.asDouble()));
    if (answer.has("bytes")) {
      bytes.add(answer.get("bytes").asDouble());
    }
    note = answer.path("note").asText("");
  }

  void fail(String why) {
    problem = why;
  }

  /** All repetitions as one; a command's bytes, which include what a record needs, do not count. */
  void sum() {
    double sum = nanoseconds.stream().mapToDouble(each -> each).sum();
    replace(sum);
  }

  /** As many repetitions as one, each as long as the median of those that were timed. */
  void extrapolate(int repetitions) {
    replace(Figures.median(nanoseconds) * repetitions);
  }

  private void replace(double time) {
    nanoseconds.clear();
    bytes.clear();
    nanoseconds.add(time);
  }

  /** The median, beside other programs the mean, or null if nothing was measured. */
  Double milliseconds() {
    Double average = competes ? Figures.mean(nanoseconds) : Figures.median(nanoseconds);
    return average == null ? null : Double.valueOf(average / 1e6);
  }

  /** Bytes a repetition, the median of the blocks; null if they are not counted. */
  Double allocated() {
    return Figures.median(bytes);
  }

  String note() {
    return note;
  }

  String problem() {
    return problem.isEmpty() ? "" : "not measured: " + problem;
  }

  /** This time divided by another; null where one was not measured. */
  Double over(Timing other) {
    Double under = other.milliseconds();
    return milliseconds() == null || under == null || under == 0
        ? null
        : Double.valueOf(milliseconds() / under);
  }
}
