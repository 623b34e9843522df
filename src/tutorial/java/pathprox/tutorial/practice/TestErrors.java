package pathprox.tutorial.practice;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;

/**
 * How far predictions are from the truth on rows that took no part in a training or a choice.
 *
 * @param target what is predicted
 * @param entries one for each method and division
 */
public record TestErrors(String target, List<TestErrors.Entry> entries) {
  /** What the entries of the baseline are called. */
  static final String BASELINE = "always the training mean";

  private static final LineStyle OF_BASELINE = new LineStyle("#9A9A9A", "solid", "x");
  private static final Map<String, Object> POINTS =
      PlotlyWords.of("{mode: 'markers', marker: {size: 11, maxdisplayed: 0, opacity: 0.75}}");
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {
            height: 330, hovermode: 'closest', showlegend: false,
            margin: {l: 230, r: 25, t: 60, b: 60},
            xaxis: {rangemode: 'tozero', hoverformat: '.3~g'},
            yaxis: {type: 'category', ticks: '', minor: {ticks: ''}, autorange: 'reversed'}
          }
          """);

  /** Copies the list. */
  public TestErrors {
    entries = List.copyOf(entries);
  }

  /**
   * What one method came to on one division.
   *
   * @param method its name
   * @param seed of the division
   * @param lambda the λ that validation chose; NaN for the baseline
   * @param rate the learning rate that it chose; NaN where there was no choice
   * @param error the root mean squared error on the test rows, in the unit of the target
   * @param units the active hidden units
   */
  public record Entry(
      String method, long seed, double lambda, double rate, double error, int units) {}

  /** {@return the methods, in the order in which they were named} */
  private List<String> methods() {
    return List.copyOf(new LinkedHashSet<>(entries.stream().map(Entry::method).toList()));
  }

  /**
   * {@return the test errors of the method whose name begins with {@code name}, one a division}
   *
   * @throws IllegalArgumentException if there is none
   */
  public double[] of(String name) {
    return values(name, Entry::error);
  }

  /** {@return the active units of the method {@code name}, as {@link #of} finds it} */
  public double[] units(String name) {
    return values(name, Entry::units);
  }

  /**
   * {@return the errors of method {@code one} divided by those of {@code other} on the same
   * division, as {@link #of} finds them}
   */
  public double[] ratios(String one, String other) {
    double[] ratios = of(one);
    double[] others = of(other);
    Arrays.setAll(ratios, i -> ratios[i] / others[i]);
    return ratios;
  }

  private double[] values(String name, ToDoubleFunction<Entry> value) {
    double[] values =
        entries.stream()
            .filter(entry -> entry.method.startsWith(name))
            .mapToDouble(value)
            .toArray();
    require(values.length > 0, "there is no method '%s' among %s", name, methods());
    return values;
  }

  /** {@return a chart with a row for each method and a point for each division} */
  public Chart chart() {
    List<String> methods = methods();
    List<LineStyle> styles = new ArrayList<>(LineStyle.forNames(methods));
    Collections.replaceAll(styles, styles.get(methods.indexOf(BASELINE)), OF_BASELINE);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      double[] errors = of(methods.get(i));
      lines.add(new Line(methods.get(i), errors, new double[errors.length], styles.get(i)));
    }
    String title = "Test errors on %s divisions of the rows, a point each";
    int divisions = of(BASELINE).length;
    String x = "root mean squared error (" + target + ")";
    Chart chart = Lines.chart(title.formatted(divisions), x, "", lines).withTraces(POINTS);
    for (int i = 0; i < methods.size(); i++) {
      chart = chart.withTrace(i, Map.of("y", Collections.nCopies(divisions, methods.get(i))));
    }
    return chart.withLayout(LAYOUT);
  }

  /** {@return a line for each method: mean, lowest and highest error, and the units} */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    for (String method : methods()) {
      DoubleSummaryStatistics errors = Arrays.stream(of(method)).summaryStatistics();
      DoubleSummaryStatistics units = Arrays.stream(units(method)).summaryStatistics();
      String hidden =
          units.getMax() == 0
              ? ""
              : String.format(
                  Locale.ROOT, ", %.0f to %.0f active units", units.getMin(), units.getMax());
      lines.add(
          String.format(
              Locale.ROOT,
              "%-28s test RMSE %5.2f (%.2f to %.2f)%s",
              method,
              errors.getAverage(),
              errors.getMin(),
              errors.getMax(),
              hidden));
    }
    return String.join("\n", lines);
  }
}
