package pathprox.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pathprox.plot.SignificantDigits;
import pathprox.progress.ProgressReport;

/**
 * A task as it runs: a bar, some lines, two small curves; and at its end the lines alone, without
 * times, so that a notebook that is run again has the same outputs.
 */
final class ProgressView {
  private static final SignificantDigits DIGITS = new SignificantDigits(4);
  private static final String SEPARATOR = " · ";

  private ProgressView() {}

  static Rendering.View of(ProgressReport report) {
    List<String> lines = lines(report);
    String paragraphs =
        lines.stream()
            .map(line -> "<div>" + HtmlTable.escaped(line) + "</div>")
            .collect(Collectors.joining("\n"));
    String html =
        """
        <div class="pathprox-live" data-state="%s" data-iteration="%d">
        <div><b>%s</b></div>
        %s%s%s
        </div>\
        """
            .formatted(
                report.state(),
                report.iteration(),
                HtmlTable.escaped(title(report)),
                report.ended() ? "" : bar(report.share()),
                paragraphs,
                report.ended() ? "" : curves(report.points()));
    return Rendering.View.html(html, title(report) + "\n" + String.join("\n", lines));
  }

  private static String title(ProgressReport report) {
    return report.ended() ? report.task() + ": " + ending(report) : report.task();
  }

  private static String ending(ProgressReport report) {
    // When a thread is interrupted, its last step may still be under way.
    String where =
        report.isInterrupted()
            ? String.format(Locale.ROOT, " at iteration %,d", report.iteration())
            : " after " + count(report.iteration(), "iteration");
    return report.state() + (report.trainings() > 1 ? "" : where);
  }

  private static String trainings(ProgressReport report) {
    return "training %d of %d".formatted(report.training(), report.trainings());
  }

  private static String count(int number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  private static List<String> lines(ProgressReport report) {
    List<String> lines = new ArrayList<>();
    if (report.trainings() > 1) {
      lines.add(trainings(report) + ": " + report.run());
    }
    if (!report.ended()) {
      lines.add(pace(report));
    }
    if (!report.points().isEmpty()) {
      lines.add(state(report.points().get(report.points().size() - 1)));
    }
    if (report.isInterrupted()) {
      lines.add("interrupted; the variable that the cell assigns holds the result so far");
    }
    report.diagnosis().ifPresent(lines::add);
    return lines;
  }

  private static String pace(ProgressReport report) {
    String line =
        String.format(Locale.ROOT, "iteration %,d of %,d", report.iteration(), report.iterations());
    String left = report.timeLeft();
    return left.isEmpty()
        ? line
        : line
            + SEPARATOR
            + String.format(Locale.ROOT, "%,.0f a second", report.stepsPerSecond())
            + SEPARATOR
            + left
            + " left";
  }

  private static String state(ProgressReport.Point last) {
    return String.join(
        SEPARATOR,
        "training loss " + DIGITS.format(last.trainingLoss()),
        "objective " + DIGITS.format(last.objective()),
        "active units "
            + last.activeUnits().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  private static String bar(double share) {
    return String.format(
        Locale.ROOT,
        """
        <div style="max-width:30em;height:0.6em;border:1px solid #8888;border-radius:0.3em">\
        <div style="width:%.1f%%;height:100%%;background:#009e73;border-radius:0.3em"></div></div>
        """,
        100 * share);
  }

  private static String curves(List<ProgressReport.Point> points) {
    // One record is no curve yet.
    return points.size() < 2
        ? ""
        : "<div>"
            + SmallCurve.ofTraining(
                points.stream().mapToDouble(ProgressReport.Point::objective).toArray(),
                points.stream().mapToDouble(ProgressReport.Point::totalActiveUnits).toArray())
            + "</div>";
  }
}
