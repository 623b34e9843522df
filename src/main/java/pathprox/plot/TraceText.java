package pathprox.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One trace of a chart in words.
 *
 * @param name what the legend calls it
 * @param numbers how many values it has, where they start, end and lie, and their sparkline
 */
record TraceText(String name, String numbers) {
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  /** Where the numbers of a trace are, the most telling place first. */
  private static final List<String> PLACES = List.of("z", "y", "x", "values");

  /**
   * Describes a trace.
   *
   * @param trace a Plotly trace of any type. Not modified.
   * @param number its number in the chart, from 1, for a trace without a name
   * @param log whether its numbers are drawn on a logarithmic axis
   */
  static TraceText of(Map<String, Object> trace, int number, boolean log) {
    String name = PlotlyMarkup.plainText(trace.getOrDefault("name", "").toString());
    String shown = name.isBlank() ? trace.getOrDefault("type", "trace") + " " + number : name;
    return new TraceText(
        shown,
        trace.get("z") instanceof List<?> rows && isMatrix(rows)
            ? matrix(rows)
            : series(numbers(trace), log));
  }

  private static boolean isMatrix(List<?> rows) {
    return rows.stream().allMatch(List.class::isInstance);
  }

  private static double[] numbers(Map<String, Object> trace) {
    return PLACES.stream()
        .filter(place -> trace.get(place) instanceof List<?> list && !hasText(list))
        .findFirst()
        .map(place -> doubles((List<?>) trace.get(place)))
        .orElse(new double[0]);
  }

  private static boolean hasText(List<?> values) {
    return values.stream().anyMatch(String.class::isInstance);
  }

  private static double[] doubles(List<?> values) {
    return values.stream()
        .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : Double.NaN)
        .toArray();
  }

  private static String series(double[] values, boolean log) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    String size = values.length == 1 ? "1 point" : values.length + " points";
    if (finite.length == 0) {
      return values.length == 0 ? size : size + ", all missing";
    }
    if (values.length == 1) {
      return size + "  " + DIGITS.format(finite[0]);
    }
    double[] heights = log ? Arrays.stream(values).map(TraceText::logarithm).toArray() : values;
    return "%s  %s → %s  min %s  max %s  %s"
        .formatted(
            size,
            DIGITS.format(finite[0]),
            DIGITS.format(finite[finite.length - 1]),
            min(finite),
            max(finite),
            Sparkline.of(heights));
  }

  private static double logarithm(double value) {
    return value > 0 ? Math.log10(value) : Double.NaN;
  }

  private static String matrix(List<?> rows) {
    int columns = rows.isEmpty() || !(rows.get(0) instanceof List<?> row) ? 0 : row.size();
    double[] finite =
        rows.stream()
            .filter(List.class::isInstance)
            .flatMapToDouble(row -> Arrays.stream(doubles((List<?>) row)))
            .filter(Double::isFinite)
            .toArray();
    String size = "%d × %d values".formatted(rows.size(), columns);
    return finite.length == 0
        ? size
        : "%s  min %s  max %s".formatted(size, min(finite), max(finite));
  }

  private static String min(double[] finite) {
    return DIGITS.format(Arrays.stream(finite).min().getAsDouble());
  }

  private static String max(double[] finite) {
    return DIGITS.format(Arrays.stream(finite).max().getAsDouble());
  }
}
