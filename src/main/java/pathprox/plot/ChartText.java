package pathprox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The plain-text twin of a chart. */
final class ChartText {
  private static final int MOST_NOTES = 20;

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
    if (layout.get("annotations") instanceof List<?> notes && !notes.isEmpty()) {
      lines.add("labels: " + texts(notes));
    }
    return String.join("\n", lines);
  }

  private static List<String> traces(Chart chart) {
    boolean log = chart.layout().get("yaxis") instanceof Map<?, ?> axis && isLog(axis);
    List<TraceText> traces = new ArrayList<>();
    chart.data().forEach(trace -> traces.add(TraceText.of(trace, traces.size() + 1, log)));
    int width = traces.stream().mapToInt(trace -> trace.name().length()).max().orElse(0);
    return traces.stream()
        .map(trace -> "  " + padded(trace.name(), width) + "  " + trace.numbers())
        .toList();
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

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
