package pathprox.tutorial.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.experiment.Sweep;
import pathprox.experiment.SweepResult;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Architecture;
import pathprox.plot.Chart;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class UnitSlidesTest {
  private static final Split DATA = Digits.split(1);
  private static final Architecture TWO_PAIRS = Architecture.factorizedMlp(64, 30, 2, 10);
  private static final TrainingOptions OPTIONS =
      TrainingOptions.defaults().withIterations(60).withRecordEvery(20).withLearningRate(0.5);

  @Test
  void chart_ofTrainingsOfSweeps_hasASquareForEachUnitAndGraysZeros() {
    UnitSlides watch = new UnitSlides();
    Trainer trainer = Trainer.with(OPTIONS).listening(watch);
    Sweep sweep = Sweep.of(TWO_PAIRS).withSeeds(1, 2);
    SweepResult both =
        sweep.withMethods(new WeightDecay(0.01), PathProx.of(0.05)).train(trainer, DATA);
    TrainingResult decay = both.results().get(0).named("decay");
    TrainingResult prox = both.results().get(3).named("prox");

    Chart chart = watch.chart(decay, prox);

    int active = ActiveUnits.of(prox.network());
    assertTrue(active < 60, "λ = 0.05 sets units to zero, active: " + active);
    assertEquals("0", chart.frames().get(0).get("name"));
    Map<String, Object> last = chart.frames().get(chart.frames().size() - 1);
    assertEquals("60", last.get("name"));
    List<String> headings =
        ((List<?>) at(last, "layout", "annotations"))
            .stream().map(it -> at(it, "text").toString()).toList();
    assertEquals(
        List.of("decay<br>60 of 60 units", "prox<br>%s of 60 units".formatted(active)), headings);
    List<Double> squares =
        ((List<?>) at(((List<?>) last.get("data")).get(1), "z"))
            .stream()
                .flatMap(row -> ((List<?>) row).stream())
                .filter(Objects::nonNull)
                .map(norm -> ((Number) norm).doubleValue())
                .toList();
    assertEquals(60, squares.size());
    assertEquals(active, squares.stream().filter(norm -> norm > 0).count());
  }

  @Test
  void chart_ofRecordsAtWhichNothingChanges_showsTheFirstAndTheLast() {
    UnitSlides watch = new UnitSlides();
    TrainingResult decay =
        Trainer.with(OPTIONS)
            .listening(watch)
            .train(TWO_PAIRS.initialize(1), DATA, new WeightDecay(0.01));
    Chart chart = watch.chart(decay, decay);
    assertEquals(List.of("0", "60"), chart.frames().stream().map(it -> it.get("name")).toList());
  }

  @Test
  void chart_ofOtherRecordsOrAnotherTraining_isRefused() {
    UnitSlides watch = new UnitSlides();
    Trainer trainer = Trainer.with(OPTIONS).listening(watch);
    TrainingResult few = trainer.train(TWO_PAIRS.initialize(1), DATA, new WeightDecay(0.01));
    TrainingResult many =
        trainer
            .withOptions(OPTIONS.withRecordEvery(10))
            .train(TWO_PAIRS.initialize(1), DATA, new WeightDecay(0.01));
    TrainingResult unseen =
        Trainer.with(OPTIONS).train(TWO_PAIRS.initialize(1), DATA, new WeightDecay(0.01));
    assertThrows(IllegalArgumentException.class, () -> watch.chart(few, many));
    Exception e = assertThrows(IllegalArgumentException.class, () -> watch.chart(few, unseen));
    assertTrue(e.getMessage().endsWith("was not listened to"), e.getMessage());
  }
}
