package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.metrics.InputInfluence;
import pathprox.plot.Chart;

class InfluenceBarsTest {
  @Test
  void of_influence_hasTheStrongestFirstInPercent() {
    List<InputInfluence.Group> groups =
        List.of(
            new InputInfluence.Group("model_year", 1, 0.125),
            new InputInfluence.Group("body_mass_g", 7, 0.875));
    Chart chart = InfluenceBars.of(new InputInfluence(groups, true));

    assertEquals(List.of(87.5, 12.5), chart.data().get(0).get("x"));
    assertEquals(List.of("body mass (g)", "model year"), chart.data().get(0).get("y"));
  }
}
