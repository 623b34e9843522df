package pathprox.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressReportTest {
  private static ProgressReport report(int training, int iteration, double speed, boolean ended) {
    return new ProgressReport(
        "PathProx",
        "iteration",
        training,
        4,
        "PathProx",
        100,
        iteration,
        1100,
        List.of(),
        speed,
        ended ? "completed" : "running",
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"1, 100, 0", "1, 600, 0.125", "3, 350, 0.5625", "4, 1100, 1"})
  void share_ofFourTrainings_countsThoseBefore(int training, int iteration, double expected) {
    assertEquals(expected, report(training, iteration, 1, false).share(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 1099, 0.5, 2 s",
    "4, 600, 100, 5 s",
    "2, 600, 10, 4:10 min",
    "1, 100, 0.5, 2:13 h",
    "1, 100, NaN, ''",
    "1, 100, 0, ''"
  })
  void timeLeft_atASpeed_isReadable(int training, int iteration, double speed, String expected) {
    assertEquals(expected, report(training, iteration, speed, false).timeLeft());
  }

  @Test
  void terminal_shorterLine_coversTheLongerAndEndsOnce() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TerminalProgress terminal =
        new TerminalProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    terminal.accept(report(2, 600, 10, false));
    terminal.accept(report(4, 1100, 10, true));

    String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\r");
    assertEquals("PathProx 2/4 [#######-------------] 600/1,100, 10/s, 4:10 min left", lines[1]);
    assertTrue(
        lines[2].startsWith("PathProx 4/4 [####################] 1,100/1,100, completed"),
        lines[2]);
    assertEquals(lines[1].length(), lines[2].stripTrailing().length() + countBlanks(lines[2]));
    assertTrue(lines[2].endsWith(System.lineSeparator()));
  }

  @Test
  void terminal_points_showsTheLast() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<ProgressReport.Point> points =
        List.of(
            new ProgressReport.Point(1, 2, List.of(3, 4)),
            new ProgressReport.Point(0.5, 0.75, List.of(2, 4)));
    new TerminalProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .accept(
            new ProgressReport(
                "a task",
                "iteration",
                1,
                1,
                "a run",
                0,
                1,
                2,
                points,
                Double.NaN,
                "running",
                Optional.empty()));

    assertEquals(
        "\ra task [##########----------] 1/2, objective 0.7500, 6 units",
        bytes.toString(StandardCharsets.UTF_8));
  }

  private static int countBlanks(String line) {
    String content = line.replace(System.lineSeparator(), "");
    return content.length() - content.stripTrailing().length();
  }

  @Test
  void speed_overItsMarks_isTheirSlope() {
    Progress.Speed speed = new Progress.Speed();
    assertTrue(Double.isNaN(speed.after(-250_000_000L, 0)));
    double perSecond = 0;
    for (int i = 0; i < 100; i++) {
      perSecond = speed.after(i * 250_000_000L, i < 80 ? 0 : 5L * (i - 79));
    }
    assertEquals(20, perSecond, 1e-12);
  }
}
