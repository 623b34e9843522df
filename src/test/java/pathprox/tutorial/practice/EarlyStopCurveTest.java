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

class EarlyStopCurveTest {
  /** At a rate of 2 the loss jumps, so that it soon does not fall for two records. */
  private static final TrainingOptions JUMPING =
      TrainingOptions.defaults().withIterations(100).withRecordEvery(5).withLearningRate(2);

  private static TrainingResult train(TrainingOptions options) {
    Split data = Digits.split(1);
    Network start = Architecture.mlp(64, 5, 10).initialize(1);
    return Trainer.with(options).train(start, data, new WeightDecay(0));
  }

  @Test
  void of_earlyStop_marksTheLowestRecordAndShowsItsSurroundings() {
    TrainingResult early = train(JUMPING.stoppingEarly(2));
    Chart chart = EarlyStopCurve.of(train(JUMPING), early);

    assertEquals(Outcome.STOPPED_EARLY, early.outcome());
    assertEquals(List.of("without a stop", "until the stop", "gone back to"), each(chart, "name"));
    List<Double> until = numbers(chart, 1);
    double lowest = Collections.min(until);
    assertEquals(List.of(lowest), numbers(chart, 2));
    assertEquals(lowest, EarlyStopCurve.lowestLoss(early));
    assertEquals(2, until.size() - until.indexOf(lowest)); // one more row, and that gone back to
    List<?> range = (List<?>) at(chart.layout(), "yaxis", "range");
    assertTrue((double) range.get(0) < lowest && lowest < (double) range.get(1));
  }

  @SuppressWarnings("unchecked")
  private static List<Double> numbers(Chart chart, int trace) {
    return (List<Double>) chart.data().get(trace).get("y");
  }
}
