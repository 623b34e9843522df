package pathprox.benchmark.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./mvnw test -Pbenchmark -Dtest=SpeedRowTest}. */
class SpeedRowTest {
  private static final Line LINE =
      Line.of("a step", "a", "b").onOne(Bounds.of(0.78, 0.68)).gain(Bounds.of(1.65, 1.8));

  private static Timing timing(boolean competes, long... nanoseconds) {
    Timing timing = new Timing(competes);
    JsonNode answer =
        new ObjectMapper().valueToTree(Map.of("nanoseconds", nanoseconds, "note", "noted"));
    timing.add(answer);
    return timing;
  }

  private static Timing milliseconds(double time) {
    return timing(false, Math.round(time * 1e6));
  }

  @Test
  void rows_twoThreads_haveRatioAndGain() {
    Map<Timed, Timing> timings =
        Map.of(
            LINE.timed(1), milliseconds(7.5),
            LINE.against(1), milliseconds(10),
            LINE.timed(2), milliseconds(5),
            LINE.against(2), milliseconds(10));
    List<SpeedRow> rows = SpeedRow.of(List.of(LINE), List.of(1, 2), timings);
    assertEquals(List.of("7.50", "10.0", "0.750", "≤ 0.78, 0.68: pass"), rows.get(0).cells());
    assertEquals(
        List.of("5.00", "10.0", "0.500", "", "1.50", "≥ 1.65, 1.8: miss"), rows.get(1).cells());
  }

  @Test
  void rows_againstOurOwnOnOneThread_leaveThatOut() {
    Line line = Line.same("a step", "a").againstOurs(1);
    Map<Timed, Timing> timings =
        Map.of(line.timed(1), milliseconds(2), line.timed(2), milliseconds(1));
    List<SpeedRow> rows = SpeedRow.of(List.of(line), List.of(1, 2), timings);
    assertEquals(1, rows.size());
    assertEquals(0.5, rows.get(0).measured());
  }

  @Test
  void row_workThatFailed_saysSo() {
    Timing failed = new Timing(false);
    failed.fail("there is no work a");
    Map<Timed, Timing> timings = Map.of(LINE.timed(1), failed, LINE.against(1), milliseconds(3));
    SpeedRow row = SpeedRow.of(List.of(LINE), List.of(1), timings).get(0);
    assertNull(row.measured());
    assertEquals("noted; not measured: there is no work a", row.note());
    assertEquals(List.of("–", "3.00", "–", "not measured"), row.cells());
  }

  /** Most repetitions are not interrupted; their mean sees the one that waited. */
  @Test
  void milliseconds_besideOtherPrograms_areTheMean() {
    assertEquals(1, timing(false, 1_000_000, 1_000_000, 7_000_000).milliseconds());
    assertEquals(3, timing(true, 1_000_000, 1_000_000, 7_000_000).milliseconds());
  }

  @Test
  void sumAndExtrapolation_ofATraining_areOneRepetition() {
    Timing ours = timing(false, 2_000_000, 4_000_000);
    Timing twin = timing(false, 9_000_000, 1_000_000, 2_000_000);
    ours.sum();
    twin.extrapolate(3_000);
    assertEquals(6, ours.milliseconds());
    assertEquals(6_000, twin.milliseconds());
  }

  @ParameterizedTest
  @CsvSource({"0.1, 5", "3, 1", "1e-12, 20000"})
  void repetitions_ofAWork_fillABlockOfHalfASecond(double seconds, int repetitions) {
    assertEquals(repetitions, Turns.repetitions(0.5, seconds));
  }

  @Test
  void lines_ofAllGroups_haveNamesOfTheirOwn() {
    List<String> names =
        Group.all().stream().flatMap(group -> group.lines().stream().map(Line::work)).toList();
    assertEquals(names.size(), new LinkedHashSet<>(names).size());
  }

  @ParameterizedTest
  @CsvSource({"1234.5, '1,234'", "12.34, 12.3", "1.234, 1.23", "0.734, 0.734", "0.00641, 0.00641"})
  void number_threeDigits_hasNoExponent(double value, String text) {
    assertEquals(text, SpeedRow.number(value));
  }
}
