package pathprox.tutorial.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.plot.Chart;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class UnitStrengthsTest {
  private static final Split DATA = Digits.split(1);
  private static final Network START = Architecture.mlp(64, 20, 10).initialize(1);
  private static final TrainingOptions OPTIONS =
      TrainingOptions.defaults().withIterations(40).withRecordEvery(20);

  private final UnitStrengths watch = new UnitStrengths();

  @Test
  void chart_trainings_hasASlideForEachRecordAndALineOfActiveUnits() {
    TrainingResult sparse =
        Trainer.with(OPTIONS.withLearningRate(0.5))
            .listening(watch)
            .train(START, DATA, PathProx.of(0.05));
    TrainingResult dense =
        Trainer.with(OPTIONS).listening(watch).train(START, DATA, new WeightDecay(0.05));

    Chart chart = watch.chart(sparse.named("PathProx"), dense.named("weight decay"));

    assertEquals(
        List.of("0", "20", "40"), chart.frames().stream().map(it -> it.get("name")).toList());
    List<?> last = (List<?>) chart.frames().get(2).get("data");
    String name = "PathProx: " + ActiveUnits.of(sparse.network()) + " units";
    assertEquals(name, ((Map<?, ?>) last.get(0)).get("name"));
    List<?> norms = (List<?>) ((Map<?, ?>) last.get(0)).get("y");
    long drawn = norms.stream().filter(norm -> norm != null).count();
    assertEquals(ActiveUnits.of(sparse.network()), drawn);
    assertEquals("weight decay: 20 units", ((Map<?, ?>) last.get(1)).get("name"));
  }

  @Test
  void chart_trainingsOfOtherRecords_isRefused() {
    TrainingResult few =
        Trainer.with(OPTIONS).listening(watch).train(START, DATA, new WeightDecay(0.05));
    TrainingResult many =
        Trainer.with(OPTIONS.withRecordEvery(10))
            .listening(watch)
            .train(START, DATA, new WeightDecay(0.05));
    assertThrows(IllegalArgumentException.class, () -> watch.chart(few, many));
  }
}
