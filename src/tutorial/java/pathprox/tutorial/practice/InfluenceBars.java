package pathprox.tutorial.practice;

import java.util.List;
import java.util.Map;
import pathprox.metrics.InputInfluence;
import pathprox.plot.Chart;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;

/** The influence of columns as bars, the strongest on top. */
public final class InfluenceBars {
  private static final Map<String, Object> BAR =
      PlotlyWords.of(
          """
          {
            type: 'bar', orientation: 'h', marker: {color: '#009E73'}, name: 'influence',
            texttemplate: '%{x:.1f} %', textposition: 'outside', cliponaxis: false, width: 0.65
          }
          """);
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {
            hovermode: 'closest', margin: {l: 150, r: 60, t: 60, b: 60},
            xaxis: {rangemode: 'tozero', hoverformat: '.1f'},
            yaxis: {
              type: 'category', ticks: '', minor: {ticks: ''}, showgrid: false, autorange: 'reversed'
            }
          }
          """);
  private static final int ROW = 34; // pixels

  private InfluenceBars() {}

  /** {@return a bar for each group of {@code influence}, as long as its share in percent} */
  public static Chart of(InputInfluence influence) {
    List<InputInfluence.Group> groups = influence.strongestFirst();
    List<Double> shares = groups.stream().map(group -> 100 * group.share()).toList();
    List<String> names = groups.stream().map(group -> DecisionMaps.words(group.name())).toList();
    Chart axes = Lines.chart("Influence of each column", "share of Σ‖w‖‖v‖ (%)", "", List.of());
    return new Chart(List.of(Map.of("x", shares, "y", names)), axes.layout())
        .withTraces(BAR)
        .withLayout(LAYOUT)
        .withLayout(Map.of("height", 140 + ROW * groups.size()));
  }
}
