package pathprox.tutorial.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
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

  @Test
  void of_trainings_hasASlideForEachRecordAndALineOfActiveUnits() {
    UnitStrengths prox = new UnitStrengths();
    UnitStrengths decay = new UnitStrengths();
    TrainingResult sparse =
        Trainer.with(OPTIONS.withLearningRate(0.5))
            .listening(prox)
            .train(START, DATA, PathProx.of(0.05));
    Trainer.with(OPTIONS).listening(decay).train(START, DATA, new WeightDecay(0.05));
    Map<String, UnitStrengths> both = new LinkedHashMap<>();
    both.put("PathProx", prox);
    both.put("weight decay", decay);
    Chart chart = UnitStrengths.of(both);
    assertEquals(
        List.of("0", "20", "40"), chart.frames().stream().map(it -> it.get("name")).toList());
    List<?> last = (List<?>) chart.frames().get(2).get("data");
    String name = "PathProx: " + ActiveUnits.of(sparse.network()) + " units";
    assertEquals(name, ((Map<?, ?>) last.get(0)).get("name"));
    List<?> norms = (List<?>) ((Map<?, ?>) last.get(0)).get("y");
    long drawn = norms.stream().filter(norm -> norm != null).count();
    assertEquals(ActiveUnits.of(sparse.network()), drawn);
  }

  @Test
  void of_trainingsOfOtherRecords_isRefused() {
    UnitStrengths few = new UnitStrengths();
    UnitStrengths many = new UnitStrengths();
    Trainer.with(OPTIONS).listening(few).train(START, DATA, new WeightDecay(0.05));
    Trainer.with(OPTIONS.withRecordEvery(10))
        .listening(many)
        .train(START, DATA, new WeightDecay(0.05));
    Map<String, UnitStrengths> both = new LinkedHashMap<>();
    both.put("a", few);
    both.put("b", many);
    assertThrows(IllegalArgumentException.class, () -> UnitStrengths.of(both));
  }
}
