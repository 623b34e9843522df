package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pathprox.data.Mnist;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.table.HistoryTable;

/**
 * The first 15,000 iterations of the published MNIST-subset experiment: 784-400×5-10 factorized, λ
 * 1e-4, learning rate 0.3, batches of 200. Minutes long: {@code ./mvnw test -Pslow}.
 *
 * <p>Expected numbers come from a run of the authors' PyTorch code on another draw of images and
 * weights, which is why the tolerances are wide.
 */
@Tag("slow")
class PublishedCurveTest {
  private static final Logger LOG = Logger.getLogger(PublishedCurveTest.class.getName());
  private static final int UNITS = 1200;

  /** The authors' objective at one iteration. */
  private record Point(int iteration, double objective) {}

  private static final List<Point> AUTHORS =
      List.of(new Point(5000, 0.028267), new Point(10_000, 0.014989), new Point(15_000, 0.009017));

  private static History train(Method method) {
    TrainingOptions options =
        TrainingOptions.defaults()
            .withIterations(15_000)
            .withBatchSize(200)
            .withLearningRate(0.3)
            .withRecordEvery(1000);
    History history =
        Trainer.with(options)
            .train(
                Architecture.factorizedMlp(784, 400, 3, 10).initialize(42),
                Mnist.subset(100),
                method)
            .history();
    LOG.info(
        () ->
            HistoryTable.of(history)
                .selectColumns("iteration", "objective", "active_units", "test_accuracy")
                .printAll());
    return history;
  }

  @Test
  void pathProx_onTheMnistSubset_followsTheAuthorsCurve() {
    History history = train(PathProx.of(1e-4));

    for (Point point : AUTHORS) {
      Measurement measured =
          history.measurements().stream()
              .filter(row -> row.iteration() == point.iteration)
              .findAny()
              .orElseThrow();
      assertEquals(
          point.objective, history.objective(measured), 0.2 * point.objective, point.toString());
    }
    double active = (double) activeUnits(history) / UNITS;
    assertTrue(active > 0.40 && active < 0.75, "the authors' share is 0.54, ours " + active);
  }

  @Test
  void weightDecay_onTheMnistSubset_keepsEveryUnitActive() {
    assertEquals(UNITS, activeUnits(train(new WeightDecay(1e-4))));
  }

  private static int activeUnits(History history) {
    return history.last().regularity().totalActiveUnits();
  }
}
