package pathprox.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

class TimesTest extends EncodingContract {
  private static final LocalDate FRIDAY = LocalDate.of(2021, 1, 1);

  @Override
  String kind() {
    return "date";
  }

  /** 11 days and 7 hours between two rows: all parts vary. */
  @Override
  Column<?> column() {
    DateTimeColumn column = DateTimeColumn.create("x", ROWS);
    IntStream.range(0, ROWS)
        .filter(i -> i != MISSING)
        .forEach(i -> column.set(i, FRIDAY.atStartOfDay().plusHours(271L * i)));
    return column;
  }

  private record Case(String name, Column<?> column, List<String> features) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static DateColumn days(int... days) {
    return DateColumn.create("x", IntStream.of(days).mapToObj(FRIDAY::plusDays));
  }

  static Case[] cases() {
    LocalTime noon = LocalTime.NOON;
    return new Case[] {
      new Case("one day", days(0, 0), List.of()),
      new Case("a fortnight less a day", days(0, 13), List.of("x=day")),
      new Case("two months less a day", days(0, 59), concat(List.of("x=day"), WEEK)),
      new Case(
          "two months",
          days(60, 0),
          concat(List.of("x=day", "x=season sine", "x=season cosine"), WEEK)),
      new Case(
          "hours of a day",
          TimeColumn.create("x", noon, noon.plusHours(1)),
          List.of("x=hour sine", "x=hour cosine")),
      new Case(
          "instants around midnight",
          InstantColumn.create(
              "x",
              List.of(
                  Instant.parse("2021-01-01T23:00:00Z"), Instant.parse("2021-01-02T01:00:00Z"))),
          List.of("x=day", "x=hour sine", "x=hour cosine")),
    };
  }

  private static final List<String> WEEK =
      List.of(
          "x=Monday",
          "x=Tuesday",
          "x=Wednesday",
          "x=Thursday",
          "x=Friday",
          "x=Saturday",
          "x=Sunday");

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void of_times_arePartsThatVary(Case given) {
    assertEquals(given.features, Times.of(Cells.of(given.column), new int[] {0, 1}).features("x"));
  }

  /**
   * 2021 began on a Friday at midnight: no turn of the season or the day. 6 hours are a quarter
   * turn, sine 1, cosine 0.
   */
  @Test
  void encode_newYearAtSix_isNoTurnAFridayAndAQuarter() {
    Cells cells =
        Cells.of(
            DateTimeColumn.create("x", FRIDAY.atTime(6, 0), LocalDateTime.of(2021, 6, 1, 12, 0)));
    Times times = Times.of(cells, new int[] {0, 1});
    double[] target = new double[times.features("x").size()];
    times.encode(cells, 0, target, 0);

    // Two values are one deviation from their mean; then sine and cosine, Monday to Sunday, hour.
    double[] expected = {-1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0};
    assertArrayEquals(expected, target, 1e-12);
  }

  @Test
  void fill_isTheMedianDayWithoutSeasonWeekdayAndHour() {
    Times times = Times.of(Cells.of(days(0, 90, 100)), new int[] {0, 1, 2});
    double[] filled = new double[times.features("x").size()];
    double[] median = new double[filled.length];
    times.fill(filled, 0);
    times.encode(Cells.of(days(90)), 0, median, 0);

    assertEquals(median[0], filled[0]);
    assertArrayEquals(new double[filled.length - 1], Arrays.copyOfRange(filled, 1, filled.length));
  }
}
