package pathprox.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tech.tablesaw.plotly.components.Figure;

/**
 * A Plotly figure as an immutable value, in the words of the <a
 * href="https://plotly.com/javascript/reference/">Plotly reference</a>.
 *
 * <p>Everything in it is an unmodifiable map or list, a finite number, a string, a boolean or null;
 * numbers that JSON has not become null. All else is refused by an {@link IllegalArgumentException}
 * with its place, here and in all changes.
 *
 * @param data the traces, in drawing order. Copied.
 * @param layout titles, axes, legend and annotations. Copied.
 * @param frames what else the figure shows, one after the other, as {@link Slides} make it. Copied.
 */
public record Chart(
    List<Map<String, Object>> data, Map<String, Object> layout, List<Map<String, Object>> frames) {
  /** Where Plotly's script is in the network, of the version that this library is tested with. */
  public static final String SCRIPT = "https://cdn.plot.ly/plotly-4.1.1.min.js";

  private static final ObjectMapper JSON = new ObjectMapper();

  public Chart {
    data = copy(data, "data[%s]");
    layout = PlainValues.map(layout, "layout");
    frames = copy(frames, "frames[%s]");
  }

  /** A chart of the traces {@code data} and their {@code layout} that stands still. */
  public Chart(List<Map<String, Object>> data, Map<String, Object> layout) {
    this(data, layout, List.of());
  }

  private static List<Map<String, Object>> copy(List<Map<String, Object>> maps, String where) {
    List<Map<String, Object>> copy = new ArrayList<>(maps.size());
    for (Map<String, Object> map : maps) {
      copy.add(PlainValues.map(map, where.formatted(copy.size())));
    }
    return List.copyOf(copy);
  }

  /**
   * {@return any jsplot {@code figure}, without its event handlers: missing numbers are null, texts
   * read as written; if its JavaScript cannot be read, it is an {@code IllegalArgumentException}}
   */
  public static Chart of(Figure figure) {
    return JsplotFigure.chart(figure);
  }

  /** {@return this chart with {@code changes} laid over its layout: inner maps are merged} */
  public Chart withLayout(Map<String, ?> changes) {
    return new Chart(data, PlainValues.merge(layout, changes), frames);
  }

  /**
   * {@return this chart with {@code changes} laid over the trace number {@code index}, from 0} If
   * there is no such trace, it throws an {@code IllegalArgumentException}.
   */
  public Chart withTrace(int index, Map<String, ?> changes) {
    if (index < 0 || index >= data.size()) {
      throw new IllegalArgumentException(
          "there is no trace %s, the chart has %s".formatted(index, data.size()));
    }
    List<Map<String, Object>> traces = new ArrayList<>(data);
    traces.set(index, PlainValues.merge(data.get(index), changes));
    return new Chart(traces, layout, frames);
  }

  /** {@return this chart with {@code changes} laid over each trace} */
  public Chart withTraces(Map<String, ?> changes) {
    return new Chart(
        data.stream().map(trace -> PlainValues.merge(trace, changes)).toList(), layout, frames);
  }

  /** {@return this chart with another {@code title}, in which Plotly reads {@code <b>} and such} */
  public Chart withTitle(String title) {
    return withLayout(Map.of("title", Map.of("text", title)));
  }

  /** {@return a map of data, layout and any frames, as application/vnd.plotly.v1+json has them} */
  public Map<String, Object> figure() {
    Map<String, Object> figure = new TreeMap<>(Map.of("data", data, "layout", layout));
    if (!frames.isEmpty()) {
      figure.put("frames", frames);
    }
    return figure;
  }

  /** {@return the figure as a JSON object, which Plotly reads in any language} */
  public String json() {
    try {
      return JSON.writeValueAsString(figure());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the chart cannot be written as JSON", e);
    }
  }

  /**
   * Saves this chart as {@code file}, whole or not at all: {@code .html} is a page that draws it,
   * without a network where Plotly's script is on this machine; {@code .svg} and {@code .png}, with
   * two pixels for one, are drawn by the Kaleido of the kernel's or the system's Python.
   *
   * @return the file, its size, and what it needs to be drawn, if anything
   * @throws IllegalArgumentException if the name has none of these endings
   * @throws UncheckedIOException if the file cannot be written, or no Kaleido or browser is there
   */
  public String save(Path file) {
    return ChartFile.save(this, file);
  }

  /** {@return as {@link #save(Path)} what was saved as {@code file}} */
  public String save(String file) {
    return save(Path.of(file));
  }

  /** {@return title, axes, and for each trace its size, range and a sparkline, a line each} */
  @Override
  public String toString() {
    return ChartText.of(this);
  }
}
