package pathprox.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Charts that take turns in one figure, by a slider and a button, where no program runs. */
public final class Slides {
  private static final Map<String, Object> AT_ONCE =
      PlotlyWords.of(
          """
          {mode: 'immediate', frame: {duration: 0, redraw: true}, transition: {duration: 0}}
          """);
  private static final Map<String, Object> PLAYED =
      PlotlyWords.of(
          """
          {
            mode: 'immediate', fromcurrent: true, frame: {duration: 600, redraw: true},
            transition: {duration: 0}
          }
          """);
  private static final Map<String, Object> BUTTONS =
      PlotlyWords.of(
          """
          {
            type: 'buttons', direction: 'left', showactive: false, x: 0, xanchor: 'left',
            yanchor: 'top', pad: {t: 28, r: 0}
          }
          """);
  private static final Map<String, Object> SLIDER =
      PlotlyWords.of(
          """
          {x: 0.2, len: 0.8, yanchor: 'top', pad: {t: 8, b: 8}}
          """);

  private Slides() {}

  /**
   * {@return a figure with a slider for {@code what}, such as λ, and a button that plays: for each
   * label of {@code steps} its chart, in their order} The first one's layout holds for all, except
   * for titles, annotations and shapes: give axes that are to stay in place a range. What is drawn
   * where no script runs is a moving picture of the same.
   *
   * @throws IllegalArgumentException if there is only one chart, or if two differ in their number
   *     of traces
   */
  public static Chart of(String what, Map<String, Chart> steps) {
    return openedAt(steps.keySet().stream().findFirst().orElse(""), what, steps);
  }

  /**
   * {@return as {@link #of} a figure of {@code steps} with a slider for {@code what}, but seen
   * first is {@code label}, whose layout holds for all, as where the chart before all others shows
   * little yet} Its button plays on from there.
   *
   * @throws IllegalArgumentException as for {@link #of}, and if there is no such label
   */
  public static Chart openedAt(String label, String what, Map<String, Chart> steps) {
    if (steps.size() < 2) {
      throw new IllegalArgumentException("slides must be 2 charts or more, was " + steps.size());
    }
    int place = List.copyOf(steps.keySet()).indexOf(label);
    if (place < 0) {
      throw new IllegalArgumentException(
          "there is no slide '%s' in %s".formatted(label, steps.keySet()));
    }
    Chart first = steps.get(label);
    List<Map<String, Object>> frames = new ArrayList<>();
    steps.forEach((name, chart) -> frames.add(frame(name, chart, first)));
    List<Map<String, Object>> stops =
        steps.keySet().stream().map(name -> move(name, List.of(name), AT_ONCE)).toList();
    boolean bare = isBare(first.layout());
    double below = bare ? -0.06 : -0.2;
    Map<String, Object> slider = new LinkedHashMap<>(SLIDER);
    slider.put("active", place);
    slider.put("y", below);
    slider.put("steps", stops);
    slider.put("currentvalue", Map.of("prefix", what + " = "));
    Map<String, Object> buttons = new LinkedHashMap<>(BUTTONS);
    buttons.put("y", below);
    List<Object> nothing = new ArrayList<>();
    nothing.add(null);
    buttons.put("buttons", List.of(move("▶", null, PLAYED), move("❚❚", nothing, AT_ONCE)));
    Map<String, Object> controls =
        Map.of(
            "sliders", List.of(slider),
            "updatemenus", List.of(buttons),
            "height", 520,
            "margin", Map.of("b", bare ? 100 : 140));
    return new Chart(first.data(), PlainValues.merge(first.layout(), controls), frames);
  }

  /** Whether no panel has numbers or a title below it. */
  private static boolean isBare(Map<String, Object> layout) {
    List<String> axes = layout.keySet().stream().filter(key -> key.startsWith("xaxis")).toList();
    return !axes.isEmpty()
        && axes.stream()
            .allMatch(
                key ->
                    layout.get(key) instanceof Map<?, ?> axis
                        && Boolean.FALSE.equals(axis.get("visible")));
  }

  private static Map<String, Object> frame(String label, Chart chart, Chart first) {
    if (chart.data().size() != first.data().size()) {
      throw new IllegalArgumentException(
          "slides must have as many traces as the first, %s, found %s at '%s'"
              .formatted(first.data().size(), chart.data().size(), label));
    }
    Map<String, Object> layout = new LinkedHashMap<>();
    for (String changing : List.of("title", "annotations", "shapes")) {
      if (chart.layout().containsKey(changing)) {
        layout.put(changing, chart.layout().get(changing));
      }
    }
    return Map.of("name", label, "data", chart.data(), "layout", layout);
  }

  /** A step of the slider, or a button; {@code frames} null are all of them. */
  private static Map<String, Object> move(
      String label, List<?> frames, Map<String, Object> options) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(frames);
    arguments.add(options);
    return Map.of("label", label, "method", "animate", "args", arguments);
  }
}
