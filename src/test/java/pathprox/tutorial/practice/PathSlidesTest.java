package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.experiment.Lambdas;
import pathprox.experiment.PathResult;
import pathprox.experiment.RegularizationPath;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Architecture;
import pathprox.plot.Chart;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class PathSlidesTest {
  private static final Split DATA = Digits.split(1);

  private static PathResult path(int... widths) {
    return RegularizationPath.over(Lambdas.of(1, 0.01))
        .withColdStarts()
        .train(
            Trainer.with(TrainingOptions.defaults().withIterations(40).withRecordEvery(20)),
            Architecture.mlp(widths).initialize(1),
            DATA);
  }

  @Test
  void of_path_drawsZerosGrayAndLambdasRising() {
    PathResult path = path(64, 6, 10);
    Chart chart = PathSlides.of(path);

    List<?> names = chart.frames().stream().map(frame -> frame.get("name")).toList();
    assertEquals(List.of("0.010", "1.0"), names);
    TrainingResult last = path.at(1);
    List<?> traces = (List<?>) chart.frames().get(1).get("data");
    List<?> colors = (List<?>) at(traces.get(2), "marker", "color");
    long gray = colors.stream().filter("#D9D9D9"::equals).count();
    assertEquals(6, colors.size());
    assertEquals(6 - ActiveUnits.of(last.network()), gray);
    assertTrue(gray > 0, "λ = 1 sets units to zero");
    Map<?, ?> current = (Map<?, ?>) traces.get(5);
    assertEquals(List.of(6 - (int) gray), ((List<?>) current.get("x")));
  }

  @Test
  void of_otherNetworks_areRefused() {
    PathResult deep = path(64, 6, 6, 10);
    Exception e = assertThrows(IllegalArgumentException.class, () -> PathSlides.of(deep));
    assertTrue(e.getMessage().startsWith("a network of 64 inputs, one hidden"), e.getMessage());
  }
}
