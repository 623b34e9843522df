package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.plot.Chart;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

class PatienceSlidesTest {
  /** At a rate of 2 the loss jumps, so that it soon does not fall for two records. */
  private static final TrainingOptions JUMPING =
      TrainingOptions.defaults().withIterations(100).withRecordEvery(5).withLearningRate(2);

  private static TrainingResult train(TrainingOptions options) {
    Split data = Digits.split(1);
    Network start = Architecture.mlp(64, 5, 10).initialize(1);
    return Trainer.with(options).train(start, data, new WeightDecay(0));
  }

  @Test
  void end_patience_isThatOfATrainingWithAStop() {
    TrainingResult whole = train(JUMPING);

    for (int patience : new int[] {1, 2, 3}) {
      TrainingResult early = train(JUMPING.stoppingEarly(patience));
      assertEquals(early.iterations(), PatienceSlides.end(whole, patience));
    }
    assertEquals(Outcome.STOPPED_EARLY, train(JUMPING.stoppingEarly(2)).outcome());
    assertEquals(100, PatienceSlides.end(whole, 100));
  }

  @Test
  void of_patiences_markTheLowestRecordUntilTheStop() {
    TrainingResult whole = train(JUMPING);
    Chart chart = PatienceSlides.of(List.of(2, 100), whole, whole);

    assertEquals(
        List.of("all iterations", "until the stop", "given back"),
        each(chart, "name").subList(0, 3));
    List<Double> until = numbers(chart, 0, 1);
    double lowest = Collections.min(until);
    assertEquals(List.of(lowest), numbers(chart, 0, 2));
    assertEquals(lowest, PatienceSlides.lowestLoss(train(JUMPING.stoppingEarly(2))));
    assertEquals(2, until.size() - 1 - until.indexOf(lowest));
    assertEquals(List.of(PatienceSlides.lowestLoss(whole)), numbers(chart, 1, 5));
    List<?> range = (List<?>) at(chart.layout(), "yaxis", "range");
    assertTrue((double) range.get(0) < lowest && lowest < (double) range.get(1));
  }

  @SuppressWarnings("unchecked")
  private static List<Double> numbers(Chart chart, int slide, int trace) {
    List<?> traces = (List<?>) chart.frames().get(slide).get("data");
    return (List<Double>) at(traces.get(trace), "y");
  }
}
