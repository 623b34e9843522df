package pathprox.training;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One line of a terminal, written over again and again. */
final class TerminalProgress implements Consumer<ProgressReport> {
  private static final int BAR = 20;

  private final PrintStream terminal;
  private int width;

  TerminalProgress(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** A terminal is what a person reads and types at; output into a file or a test is none. */
  static Optional<ProgressDisplay> ifThereIsOne() {
    return isThereOne() ? Optional.of(() -> new TerminalProgress(System.err)) : Optional.empty();
  }

  private static boolean isThereOne() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since Java 22 there is a console without a terminal too, and a method that tells.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
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
    String which =
        report.trainings() == 1 ? "" : " %d/%d".formatted(report.training(), report.trainings());
    String end = report.ended() ? ", " + report.state() : speed(report);
    return String.format(
        Locale.ROOT,
        "%s%s [%s] %,d/%,d%s%s",
        report.task(),
        which,
        bar,
        report.iteration(),
        report.plan().iterations(),
        state(report),
        end);
  }

  private static String state(ProgressReport report) {
    History history = report.history();
    if (history.measurements().isEmpty()) {
      return "";
    }
    Measurement last = history.last();
    return String.format(
        Locale.ROOT,
        ", objective %.4g, %d units",
        history.objective(last),
        last.regularity().totalActiveUnits());
  }

  private static String speed(ProgressReport report) {
    String left = report.timeLeft();
    return left.isEmpty()
        ? ""
        : String.format(Locale.ROOT, ", %,.0f/s, %s left", report.stepsPerSecond(), left);
  }
}
