package pathprox.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;

/**
 * A Plotly figure as an immutable value, in the words of the <a
 * href="https://plotly.com/javascript/reference/">Plotly reference</a>.
 *
 * <p>Everything in it is an unmodifiable map or list, a finite number, a string, a boolean or null.
 *
 * @param data the traces, in drawing order. Copied.
 * @param layout titles, axes, legend and annotations. Copied.
 */
public record Chart(List<Map<String, Object>> data, Map<String, Object> layout) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @throws IllegalArgumentException if something is neither a map with string keys, nor a list, a
   *     number, a string, a boolean or null
   */
  public Chart {
    List<Map<String, Object>> copy = new ArrayList<>(data.size());
    for (Map<String, Object> trace : data) {
      copy.add(PlainValues.map(trace, "data[%d]".formatted(copy.size())));
    }
    data = List.copyOf(copy);
    layout = PlainValues.map(layout, "layout");
  }

  /**
   * Translates any jsplot figure; its event handlers are left out, as they are JavaScript.
   *
   * @param figure traces and, optionally, a layout. Not modified.
   * @return the same figure: numbers are numbers, missing numbers are null, texts read as written
   * @throws IllegalArgumentException if the JavaScript that the figure emits cannot be read
   */
  public static Chart of(Figure figure) {
    return JsplotFigure.chart(figure);
  }

  /**
   * Changes the layout where jsplot has no word for something.
   *
   * @param changes laid over the layout: inner maps are merged, all else replaced. Not modified.
   * @return a new chart with the same traces
   * @throws IllegalArgumentException if {@code changes} holds something that is not plain
   */
  public Chart withLayout(Map<String, ?> changes) {
    return new Chart(data, PlainValues.merge(layout, changes));
  }

  /**
   * Changes one trace.
   *
   * @param index the number of the trace, from 0
   * @param changes laid over the trace: inner maps are merged, all else replaced. Not modified.
   * @return a new chart with the same layout
   * @throws IllegalArgumentException if there is no such trace, or {@code changes} holds something
   *     that is not plain
   */
  public Chart withTrace(int index, Map<String, ?> changes) {
    if (index < 0 || index >= data.size()) {
      throw new IllegalArgumentException(
          "there is no trace %d, the chart has %d".formatted(index, data.size()));
    }
    List<Map<String, Object>> traces = new ArrayList<>(data);
    traces.set(index, PlainValues.merge(data.get(index), changes));
    return new Chart(traces, layout);
  }

  /**
   * Changes all traces alike.
   *
   * @param changes laid over each trace: inner maps are merged, all else replaced. Not modified.
   * @return a new chart with the same layout
   * @throws IllegalArgumentException if {@code changes} holds something that is not plain
   */
  public Chart withTraces(Map<String, ?> changes) {
    return new Chart(
        data.stream().map(trace -> PlainValues.merge(trace, changes)).toList(), layout);
  }

  /**
   * Changes the title.
   *
   * @param title the new title; Plotly reads {@code <b>}, {@code <i>}, {@code <sub>}, {@code <br>}
   * @return a new chart that differs in nothing else
   */
  public Chart withTitle(String title) {
    return withLayout(Map.of("title", Map.of("text", title)));
  }

  /**
   * Gives the whole figure as one map, the content of {@code application/vnd.plotly.v1+json}.
   *
   * @return a new map with {@code data} and {@code layout}
   */
  public Map<String, Object> figure() {
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("data", data);
    figure.put("layout", layout);
    return figure;
  }

  /**
   * Writes the figure for Plotly in any language.
   *
   * @return a JSON object with {@code data} and {@code layout}
   */
  public String json() {
    try {
      return JSON.writeValueAsString(figure());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the chart cannot be written as JSON", e);
    }
  }

  /**
   * Describes the figure for a reader without graphics.
   *
   * @return a few lines: title, axes, and for each trace its size, range and a sparkline
   */
  @Override
  public String toString() {
    return ChartText.of(this);
  }
}
