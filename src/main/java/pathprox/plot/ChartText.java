package pathprox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The plain-text twin of a chart. */
final class ChartText {
  private static final int MOST_NOTES = 20;
  private static final int LONGEST_SPARKLINE = 24;
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final SignificantDigits DIGITS = new SignificantDigits(4);
  // Where the numbers of a trace are, the most telling place first.
  private static final List<String> PLACES = List.of("z", "y", "x", "values");

  private ChartText() {}

  /** Title, axes, traces and annotations, a line each, without a line break at the end. */
  static String of(Chart chart) {
    List<String> lines = new ArrayList<>();
    Map<String, Object> layout = chart.layout();
    String title = title(layout);
    lines.add(title.isEmpty() ? "chart" : title);
    for (String letter : List.of("x", "y")) {
      if (layout.get(letter + "axis") instanceof Map<?, ?> axis && !title(axis).isEmpty()) {
        lines.add(letter + ": " + title(axis) + (isLog(axis) ? ", log scale" : ""));
      }
    }
    lines.addAll(traces(chart));
    if (!chart.frames().isEmpty()) {
      lines.add(
          "slider: "
              + chart.frames().stream()
                  .map(it -> it.get("name").toString())
                  .collect(Collectors.joining(", ")));
    }
    if (layout.get("annotations") instanceof List<?> notes && !notes.isEmpty()) {
      lines.add("labels: " + texts(notes));
    }
    return String.join("\n", lines);
  }

  private static List<String> traces(Chart chart) {
    boolean log = chart.layout().get("yaxis") instanceof Map<?, ?> axis && isLog(axis);
    List<String> names = new ArrayList<>();
    for (Map<String, Object> trace : chart.data()) {
      String name = PlotlyMarkup.plainText(trace.getOrDefault("name", "").toString());
      String kind = trace.getOrDefault("type", "trace") + " " + (names.size() + 1);
      names.add(name.isBlank() ? kind : name);
    }
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    String padded = "  %-" + Math.max(1, width) + "s  ";
    return IntStream.range(0, names.size())
        .mapToObj(i -> padded.formatted(names.get(i)) + numbers(chart.data().get(i), log))
        .toList();
  }

  private static String numbers(Map<String, Object> trace, boolean log) {
    List<?> values =
        PLACES.stream()
            .map(trace::get)
            .filter(List.class::isInstance)
            .<List<?>>map(List.class::cast)
            .filter(list -> list.stream().noneMatch(String.class::isInstance))
            .findFirst()
            .orElse(List.of());
    boolean matrix = !values.isEmpty() && values.stream().allMatch(List.class::isInstance);
    return matrix ? matrix(values) : series(doubles(values), log);
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
    return "%s  %s → %s%s  %s".formatted(size, first, last, range(finite), sparkline(heights));
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
    return "  min " + DIGITS.format(range.getMin()) + "  max " + DIGITS.format(range.getMax());
  }

  /** Each character is the mean of its share of the values; what is not finite is a gap. */
  private static String sparkline(double[] values) {
    int length = Math.min(values.length, LONGEST_SPARKLINE);
    double[] means =
        IntStream.range(0, length)
            .mapToDouble(i -> mean(values, share(values, i, length), share(values, i + 1, length)))
            .toArray();
    DoubleSummaryStatistics range =
        Arrays.stream(means).filter(Double::isFinite).summaryStatistics();
    return Arrays.stream(means)
        .mapToObj(mean -> block(mean, range.getMin(), range.getMax()))
        .collect(Collectors.joining());
  }

  private static int share(double[] values, int i, int length) {
    return (int) ((long) values.length * i / length);
  }

  private static double mean(double[] values, int from, int to) {
    double[] finite = Arrays.stream(values, from, to).filter(Double::isFinite).toArray();
    // Divided first, as the sum of huge values would overflow.
    return finite.length == 0
        ? Double.NaN
        : Arrays.stream(finite).map(value -> value / finite.length).sum();
  }

  private static String block(double value, double min, double max) {
    if (Double.isNaN(value)) {
      return " ";
    }
    // Halves, as the distance between two huge values of opposite sign would overflow.
    double height = min == max ? 0.45 : (value / 2 - min / 2) / (max / 2 - min / 2);
    return BLOCKS.substring((int) Math.round(height * (BLOCKS.length() - 1))).substring(0, 1);
  }

  private static String title(Map<?, ?> titled) {
    return titled.get("title") instanceof Map<?, ?> title ? text(title) : "";
  }

  private static String text(Object holder) {
    Object text = holder instanceof Map<?, ?> map ? map.get("text") : null;
    return text == null ? "" : PlotlyMarkup.plainText(text.toString());
  }

  private static String texts(List<?> notes) {
    String more = notes.size() > MOST_NOTES ? ", …" : "";
    return notes.stream()
        .limit(MOST_NOTES)
        .map(ChartText::text)
        .collect(Collectors.joining(", ", "", more));
  }

  private static boolean isLog(Map<?, ?> axis) {
    return "log".equals(axis.get("type"));
  }
}
