package pathprox.plot;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
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
   * Describes the trace with this number in its chart, from 1, drawn on a logarithmic axis or not.
   */
  static TraceText of(Map<String, Object> trace, int number, boolean log) {
    String name = PlotlyMarkup.plainText(trace.getOrDefault("name", "").toString());
    String shown = name.isBlank() ? trace.getOrDefault("type", "trace") + " " + number : name;
    List<?> values =
        PLACES.stream()
            .filter(place -> trace.get(place) instanceof List<?> list && !hasText(list))
            .findFirst()
            .map(place -> (List<?>) trace.get(place))
            .orElse(List.of());
    boolean matrix = !values.isEmpty() && values.stream().allMatch(List.class::isInstance);
    return new TraceText(shown, matrix ? matrix(values) : series(doubles(values), log));
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
    String first = DIGITS.format(finite[0]);
    if (values.length == 1) {
      return size + "  " + first;
    }
    String last = DIGITS.format(finite[finite.length - 1]);
    double[] heights = log ? Arrays.stream(values).map(Math::log10).toArray() : values;
    return "%s  %s → %s%s  %s".formatted(size, first, last, range(finite), Sparkline.of(heights));
  }

  private static String matrix(List<?> rows) {
    double[] finite =
        rows.stream()
            .flatMapToDouble(row -> Arrays.stream(doubles((List<?>) row)))
            .filter(Double::isFinite)
            .toArray();
    String size = rows.size() + " × " + ((List<?>) rows.get(0)).size() + " values";
    return finite.length == 0 ? size : size + range(finite);
  }

  private static String range(double[] finite) {
    DoubleSummaryStatistics range = Arrays.stream(finite).summaryStatistics();
    return "  min %s  max %s"
        .formatted(DIGITS.format(range.getMin()), DIGITS.format(range.getMax()));
  }
}
