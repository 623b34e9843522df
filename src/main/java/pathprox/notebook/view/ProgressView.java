package pathprox.notebook.view;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import pathprox.progress.ProgressReport;

/** A task as it runs; at its end lines without times, the same when a notebook is run again. */
public final class ProgressView {
  private static final String BAR =
      """
      <div style="max-width:30em;height:0.6em;border:1px solid #8888;border-radius:0.3em">\
      <div style="width:%s%%;height:100%%;background:#009e73;border-radius:0.3em"></div></div>
      """;

  private static final String ONCE = "(a console shows this once, a notebook as it changes)";

  private ProgressView() {}

  /** {@return the task of {@code report} as an element of class {@code pathprox-live}} */
  public static View of(ProgressReport report) {
    String title = report.task() + (report.ended() ? ": " + ending(report) : "");
    List<String> lines = lines(report);
    List<ProgressReport.Point> points = report.points();
    String curves =
        report.ended() || points.size() < 2 // one record is no curve yet
            ? ""
            : SmallCurve.ofTraining(
                points.stream().mapToDouble(ProgressReport.Point::objective),
                points.stream().mapToDouble(ProgressReport.Point::totalActiveUnits));
    String bar =
        report.ended() ? "" : BAR.formatted(String.format(ROOT, "%.1f", 100 * report.share()));
    String html =
        """
        <div class="pathprox-live" data-state="%s" data-iteration="%s">
        <div><b>%s</b></div>
        %s%s
        %s</div>\
        """
            .formatted(
                report.state(),
                report.iteration(),
                Html.escaped(title),
                bar,
                Html.lines(lines.size(), i -> "<div>" + Html.escaped(lines.get(i)) + "</div>"),
                curves);
    String rest = report.ended() ? "" : "\n" + ONCE;
    return View.html(html, title + "\n" + String.join("\n", lines) + rest);
  }

  private static String ending(ProgressReport report) {
    if (!report.isOfTrainings()) {
      return report.state() + " after " + Numerals.whole(report.iteration()) + " " + report.unit();
    }
    // When a thread is interrupted, its last step may still be under way.
    String where =
        report.isInterrupted()
            ? " at iteration " + Numerals.whole(report.iteration())
            : " after " + Numerals.count(report.iteration(), "iteration");
    return report.state() + (report.trainings() > 1 ? "" : where);
  }

  private static List<String> lines(ProgressReport report) {
    List<String> lines = new ArrayList<>();
    if (report.trainings() > 1) {
      String which = "training " + report.training() + " of " + report.trainings();
      lines.add(which + ": " + report.run());
    }
    if (!report.ended()) {
      lines.add(speed(report));
    }
    if (!report.points().isEmpty()) {
      lines.add(text(report.points().get(report.points().size() - 1)));
    }
    if (report.isInterrupted()) {
      String training = "interrupted; the variable that the cell assigns holds the result so far";
      String download =
          "interrupted; the bytes so far are kept, and the next call goes on from them";
      lines.add(report.isOfTrainings() ? training : download);
    }
    report.diagnosis().ifPresent(lines::add);
    return lines;
  }

  private static String speed(ProgressReport report) {
    String left = report.timeLeft();
    String rest = left.isEmpty() ? "" : " · %,.0f a second · %s left";
    String format = report.isOfTrainings() ? "iteration %,d of %,d" : "%,d of %,d KB";
    double speed = report.stepsPerSecond();
    return String.format(ROOT, format + rest, report.iteration(), report.iterations(), speed, left);
  }

  private static String text(ProgressReport.Point point) {
    String units = point.activeUnits().toString().replaceAll("[\\[\\]]", "");
    return "training loss %s · objective %s · active units %s"
        .formatted(
            Numerals.rounded(point.trainingLoss()), Numerals.rounded(point.objective()), units);
  }
}
