package pathprox.progress;

import static java.util.Locale.ROOT;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One line of a terminal, written over again and again. */
final class TerminalProgress implements Consumer<ProgressReport> {
  private static final int BAR = 20;

  private final PrintStream terminal;
  private int width;

  TerminalProgress(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** A terminal is what a person reads and types at; output into a file or a test is none. */
  static Optional<Supplier<Consumer<ProgressReport>>> ifThereIsOne() {
    return isThereOne() ? Optional.of(() -> new TerminalProgress(System.err)) : Optional.empty();
  }

  private static boolean isThereOne() {
    Console console = System.console();
    try {
      // Since Java 22 there is a console without a terminal too, and a method that tells.
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  @Override
  public void accept(ProgressReport report) {
    String line = line(report);
    // Blanks cover what is left of a longer line.
    terminal.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    width = line.length();
    if (report.ended()) {
      terminal.println();
      report.diagnosis().ifPresent(terminal::println);
    }
    terminal.flush();
  }

  private static String line(ProgressReport report) {
    int done = (int) (BAR * report.share());
    String bar = "#".repeat(done) + "-".repeat(BAR - done);
    StringBuilder line = new StringBuilder(report.task());
    if (report.trainings() > 1) {
      line.append(" %s/%s".formatted(report.training(), report.trainings()));
    }
    line.append(String.format(ROOT, " [%s] %,d/%,d", bar, report.iteration(), report.iterations()));
    line.append(report.isOfTrainings() ? "" : " " + report.unit());
    if (!report.points().isEmpty()) {
      ProgressReport.Point last = report.points().get(report.points().size() - 1);
      String format = ", objective %.4g, %d units";
      line.append(String.format(ROOT, format, last.objective(), last.totalActiveUnits()));
    }
    String left = report.timeLeft();
    if (report.ended()) {
      line.append(", ").append(report.state());
    } else if (!left.isEmpty()) {
      line.append(String.format(ROOT, ", %,.0f/s, %s left", report.stepsPerSecond(), left));
    }
    return line.toString();
  }
}
