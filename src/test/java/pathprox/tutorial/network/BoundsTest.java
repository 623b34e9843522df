package pathprox.tutorial.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.each;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.certificate.LipschitzBound;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.method.PathProx;
import pathprox.metrics.InputNoise;
import pathprox.network.Architecture;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Network;
import pathprox.network.Shape;
import pathprox.plot.Chart;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

/** How far outputs can move, and how often networks are right on disturbed inputs. */
class BoundsTest {
  private static final TrainingOptions OPTIONS =
      TrainingOptions.defaults().withIterations(4).withRecordEvery(2).withLearningRate(0.01);

  private static TrainingResult trained(BoundTrace trace, long seed) {
    Split data = Digits.split(1);
    Network start = Architecture.mlp(64, 5, 10).initialize(seed);
    return Trainer.with(OPTIONS).listening(trace).train(start, data, PathProx.of(1e-3));
  }

  @Test
  void spectralNorm_knownMatrices_isTheLargestSingularValue() {
    assertEquals(
        4, SpectralNorms.of(Nd4j.createFromArray(new double[][] {{3, 0, 0}, {0, -4, 0}})), 1e-6);
    // [1 1; 0 1] has the golden ratio: its square is the larger root of x² − 3x + 1
    double golden = (1 + Math.sqrt(5)) / 2;
    assertEquals(
        golden, SpectralNorms.of(Nd4j.createFromArray(new double[][] {{1, 1}, {0, 1}})), 1e-6);
    assertEquals(0, SpectralNorms.of(Nd4j.zeros(2, 3)));
  }

  @Test
  void spectralProduct_convolution_isRefused() {
    Network network =
        Architecture.of(Shape.of(1, 2, 2), Conv2d.same(1, 1, 3), new Flatten(), new Dense(4, 1))
            .initialize(1);
    assertThrows(IllegalArgumentException.class, () -> SpectralNorms.product(network));
  }

  @Test
  void trace_training_hasARowForEachRecordButTheFirst() {
    BoundTrace trace = BoundTrace.empty();
    TrainingResult result = trained(trace, 1);
    Table table = trace.table();

    assertEquals(List.of(2, 4), table.intColumn("iteration").asList());
    assertEquals(result.objective(), table.doubleColumn("objective").get(1), 1e-9);
    assertEquals(LipschitzBound.of(result.network()).network(), table.doubleColumn("bound").get(1));
    // one pair: the ceiling is the objective over λ, and all that is below it
    assertEquals(1e3 * result.objective(), table.doubleColumn("ceiling").get(1), 1e-6);
    assertEquals(List.of(table.doubleColumn("bound").get(1)), List.of(trace.atEnd("bound")[0]));
    assertTrue(table.doubleColumn("spectral").get(1) < table.doubleColumn("bound").get(1));
  }

  @Test
  void curve_twoRuns_hasACeilingAndTwoLinesForEach() {
    BoundTrace trace = BoundTrace.empty();
    trained(trace, 1);
    Chart chart = BoundCurve.of(trace.table());

    assertEquals(
        List.of("path norms: highest possible", "PathProx λ=0.001", "PathProx λ=0.001, spectral"),
        each(chart, "name"));
    assertEquals(Arrays.asList(null, null, false), each(chart, "showlegend"));
    Table missing = trace.table().rejectColumns("spectral");
    assertThrows(IllegalArgumentException.class, () -> BoundCurve.of(missing));
  }

  @Test
  void seedRobustness_twoSeeds_hasRowsAndDrops() {
    List<TrainingResult> results =
        List.of(trained(BoundTrace.empty(), 1), trained(BoundTrace.empty(), 2));
    SeedRobustness robustness =
        SeedRobustness.of("some", results, Digits.split(1).test(), new InputNoise(1), 0, 9);
    Table table = robustness.table();

    assertEquals(List.of(0, 0, 1, 1), table.intColumn("seed").asList());
    double clean = table.doubleColumn("accuracy").get(2);
    double noisy = table.doubleColumn("accuracy").get(3);
    assertEquals(100 * (clean - noisy), robustness.drops(9)[1], 1e-9);
    assertEquals(0, robustness.losesMoreThan(robustness, 9)[1]);
  }

  @Test
  void summary_twoSeeds_hasMeansAndEnds() {
    List<TrainingResult> results =
        List.of(trained(BoundTrace.empty(), 1), trained(BoundTrace.empty(), 2));
    Table table = SeedSummary.of(Map.of("some", results));

    assertEquals("some", table.getString(0, "method"));
    assertEquals("5 (5–5)", table.getString(0, "active units"));
    assertEquals(5, SeedSummary.units(results.get(0)));
    double sum = SeedSummary.accuracy(results.get(0)) + SeedSummary.accuracy(results.get(1));
    assertEquals(sum / 2, SeedSummary.meanAccuracy(results), 1e-9);
    Table history = SeedSummary.history(Map.of("some", results));
    assertEquals(List.of(0, 2, 4, 0, 2, 4), history.intColumn("iteration").asList());
    assertEquals(results.get(1).objective(), history.doubleColumn("objective").get(5));
  }

  @Test
  void meanInterval_threeNumbers_isThatOfStudent() {
    // deviation 1, t = 4.303 for two degrees of freedom: ± 4.303/√3
    MeanInterval interval = MeanInterval.of(1, 2, 3);
    assertEquals(2, interval.mean());
    assertEquals(2 - 4.303 / Math.sqrt(3), interval.low(), 1e-12);
    assertEquals("2.0 (95 %: -0.5 to 4.5)", interval.toString());
    assertThrows(IllegalArgumentException.class, () -> MeanInterval.of(1));
  }

  @Test
  void speedup_idleAgainstBusy_isAboveOne() {
    double[] sum = new double[1];
    Runnable busy =
        () -> {
          for (int i = 0; i < 200_000; i++) {
            sum[0] += Math.sqrt(i);
          }
        };
    assertTrue(Speedup.of(busy, () -> {}) > 1);
  }
}
