package pathprox.tutorial.contest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.plot.Chart;

class ContestTest {
  private static final double[] LAMBDAS = {1, 2};
  private static final double[] RATES = {0.5, 0.25};

  private Contest contest;

  /** Twenty samples of the class that the sign of the input tells; all are tested on, too. */
  private static Split data(long seed) {
    double[][] x = new double[20][1];
    int[] classes = new int[20];
    for (int i = 0; i < 20; i++) {
      classes[i] = i % 2;
      x[i][0] = i % 2 == 0 ? -1 : 1;
    }
    Dataset all =
        Dataset.classification("signs", Nd4j.createFromArray(x), classes, List.of("-", "+"));
    return new Split(all, seed == 8 ? all.rows(0, 0, 1, 0) : all);
  }

  /** Says class "+" for positive inputs if it is {@code right}, else for all. */
  private static Network network(boolean right) {
    return new Network(
        Architecture.mlp(1, 2, 2),
        List.of(
            Nd4j.createFromArray(new double[][] {{1}, {-1}}),
            Nd4j.createFromArray(new double[][] {{0, right ? 1 : 0}, {1, 0}})),
        List.of(
            Nd4j.zeros(2).castTo(DataType.DOUBLE), Nd4j.createFromArray(0.0, right ? 0.0 : 0.5)));
  }

  @BeforeEach
  void begin() {
    contest = Contest.over(ContestTest::data, 7, 2, 10);
  }

  @Test
  void run_severalSettings_takesThatOfTheBestValidation() {
    Contest.Entry entry = contest.run("a", trial -> network(trial.lambda() == 2), LAMBDAS, RATES);

    assertEquals(2, entry.lambda());
    assertEquals(0.5, entry.rate(), "the first of equals");
    assertEquals(4, entry.tried());
    assertArrayEquals(new int[] {2, 2}, entry.units());
    assertArrayEquals(new double[] {100, 100}, entry.percent());
  }

  /** All "+" is right for one in two samples of seed 7 and one in four of seed 8. */
  @Test
  void entry_twoSeeds_hasMeanAndDeviationOfTheSample() {
    Contest.Entry entry =
        contest.run("a", trial -> network(false), new double[] {1}, new double[] {1});

    assertArrayEquals(new double[] {50, 25}, entry.percent());
    assertEquals(37.5, entry.mean());
    assertEquals(12.5 * Math.sqrt(2), entry.deviation(), 1e-12);
    assertEquals(1, entry.meanUnits());
    assertEquals(
        "a: 37.50 ± 17.68 % with 1 units; λ 1.0, rate 1.0, of 1 settings tried", entry.toString());
    assertEquals(entry, contest.entry("a"));
    assertEquals(List.of("a"), contest.table().stringColumn("method").asList());
    assertEquals(17.6777, contest.table().doubleColumn("deviation").getDouble(0));
    assertEquals("1 ways, seeds 7 to 8", contest.toString());
  }

  @Test
  void curve_twoEntries_drawsDotsAndABarForEach() {
    contest.run("a", trial -> network(false), new double[] {1}, new double[] {1});
    contest.run("b", trial -> network(true), new double[] {1}, new double[] {1});
    Chart chart = ContestCurve.of(contest);

    assertEquals(List.of("a, a seed", "a", "b, a seed", "b"), each(chart, "name"));
    assertEquals(List.of("a (1)", "b (2)"), at(chart.layout(), "yaxis", "ticktext"));
    assertEquals(List.of(37.5), at(chart.data().get(1), "x"));
    List<?> bar = (List<?>) at(chart.data().get(1), "error_x", "array");
    assertEquals(12.5 * Math.sqrt(2), (double) bar.get(0), 1e-12);
  }

  @Test
  void over_oneSeedOrAnEntryThatIsNotThere_isRefused() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> Contest.over(ContestTest::data, 7, 1, 10));
    assertEquals("count must be >= 2 seeds, was 1", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> contest.entry("c"));
    assertTrue(e.getMessage().startsWith("there is no 'c'"), e.getMessage());
  }

  @Test
  void run_moreStepsThanAreGiven_isRefused() {
    Function<Trial, Network> greedy =
        trial -> {
          Network half = trial.train(network(true), new WeightDecay(trial.lambda()), 6);
          return trial.trainAtOwnRate(half, PathProx.recommended(trial.lambda()), 5);
        };
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> contest.run("a", greedy, LAMBDAS, RATES));
    assertEquals("the trial has 4 steps left, found 5", e.getMessage());
  }

  @Test
  void run_trainings_makeTheStepsOfTheTrial() {
    Function<Trial, Network> recipe =
        trial -> trial.train(network(true), new WeightDecay(trial.lambda()), 10);
    double accuracy = contest.run("a", recipe, new double[] {1e-3}, new double[] {0.01}).mean();
    assertEquals(100, accuracy);
  }
}
