package pathprox.features;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A date or time by those of its parts that vary: the days since 1970, standardized; the season and
 * the time of the day as sine and cosine, so that December is beside January; the day of the week
 * as 0 and 1 for each. The middle of all days, and no season, weekday or hour, stands in for a
 * missing one.
 */
record Times(List<Part> parts, Numbers days) implements Encoding {
  private static final double DAYS_PER_YEAR = 365.2425;
  private static final int DAYS_OF_SEASONS = 60; // a shorter time has none
  private static final int DAYS_OF_WEEKS = 14;

  enum Part {
    DAY,
    SEASON,
    WEEKDAY,
    HOUR
  }

  Times {
    parts = List.copyOf(parts);
  }

  /** The days alone. */
  static Times days(Cells cells, int[] rows) {
    return new Times(List.of(Part.DAY), Numbers.of(cells.column().name(), present(cells, rows)));
  }

  private static double[] present(Cells cells, int[] rows) {
    return Arrays.stream(rows)
        .filter(row -> !cells.isMissing(row))
        .mapToDouble(row -> Cells.days(cells.time(row)))
        .toArray();
  }

  static Times of(Cells cells, int[] rows) {
    double[] days = present(cells, rows);
    double first = Arrays.stream(days).map(Math::floor).min().orElse(0);
    double span = Arrays.stream(days).map(Math::floor).max().orElse(0) - first;
    List<Part> parts = new ArrayList<>();
    if (span > 0) {
      parts.add(Part.DAY);
    }
    if (span >= DAYS_OF_SEASONS) {
      parts.add(Part.SEASON);
    }
    if (span >= DAYS_OF_WEEKS) {
      parts.add(Part.WEEKDAY);
    }
    if (Arrays.stream(days).map(day -> day - Math.floor(day)).distinct().count() > 1) {
      parts.add(Part.HOUR);
    }
    return new Times(parts, Numbers.of(cells.column().name(), days));
  }

  @Override
  public String kind() {
    return "date";
  }

  @Override
  public List<String> features(String column) {
    List<String> names = new ArrayList<>();
    for (Part part : parts) {
      String name = column + "=" + part.name().toLowerCase(Locale.ROOT);
      switch (part) {
        case DAY -> names.add(name);
        case SEASON, HOUR -> names.addAll(List.of(name + " sine", name + " cosine"));
        case WEEKDAY ->
            Arrays.stream(DayOfWeek.values())
                .map(day -> column + "=" + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .forEach(names::add);
      }
    }
    return List.copyOf(names);
  }

  @Override
  public Encoding learned(Cells cells, int[] rows) {
    boolean isNone = Arrays.stream(rows).allMatch(cells::isMissing);
    return isNone ? this : new Times(parts, of(cells, rows).days);
  }

  @Override
  public void encode(Cells cells, int row, double[] target, int from) {
    LocalDateTime time = cells.time(row);
    double day = Cells.days(time);
    int at = from;
    for (Part part : parts) {
      switch (part) {
        case DAY -> target[at++] = days.standardized(day);
        case SEASON -> at = circle((time.getDayOfYear() - 1) / DAYS_PER_YEAR, target, at);
        case WEEKDAY -> {
          target[at + time.getDayOfWeek().ordinal()] = 1;
          at += DayOfWeek.values().length;
        }
        case HOUR -> at = circle(day - Math.floor(day), target, at);
      }
    }
  }

  private static int circle(double turns, double[] target, int at) {
    target[at] = Math.sin(2 * Math.PI * turns);
    target[at + 1] = Math.cos(2 * Math.PI * turns);
    return at + 2;
  }

  @Override
  public void fill(double[] target, int from) {
    if (parts.contains(Part.DAY)) {
      target[from] = days.standardized(days.median());
    }
  }

  @Override
  public String filler() {
    return "the median day";
  }

  @Override
  public String toString() {
    return "by "
        + String.join(", ", parts.stream().map(it -> it.name().toLowerCase(Locale.ROOT)).toList());
  }
}
