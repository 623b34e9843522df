package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pathprox.plot.Records.at;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {
  private static Chart chart(String... names) {
    List<LineStyle> styles = LineStyle.forNames(List.of(names));
    List<Line> lines =
        Arrays.stream(names)
            .map(name -> new Line(name, new double[] {0, 1}, new double[] {1, 2}, styles.get(0)))
            .toList();
    return Lines.chart("title", "x", "y", lines);
  }

  @Test
  void chart_names_placeTheLegendWhereThePlotKeepsItsWidth() {
    String name = "weight decay, momentum 0.95, rate 0.03";
    assertEquals(1.02, at(chart("a", name).layout(), "legend", "y"), "two: above");
    assertEquals(1.02, at(chart("a", "b", "c").layout(), "legend", "x"), "short names: beside");
    assertEquals(440, at(chart("a", "b", "c").layout(), "height"));
    assertEquals(-0.2, at(chart("a", "b", name).layout(), "legend", "y"), "long names: below");
    assertEquals(440 + 3 * 22, at(chart("a", "b", name).layout(), "height"));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 1, D2", "0.001, 1, D2", "0.0001, 1, 1"})
  void logLambda_range_labelsAsManyAsThereIsRoomFor(double low, double high, String step) {
    Object labels = at(Lines.logLambda(new double[] {high, low}), "xaxis", "dtick");
    assertEquals(step, labels.toString());
  }
}
