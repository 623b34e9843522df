package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.certificate.Guarantees;
import pathprox.certificate.Optimality;
import pathprox.certificate.Optimality.UnitResidual;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.loss.CrossEntropy;
import pathprox.loss.MeanSquaredError;
import pathprox.matrix.RandomNumbers;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.method.WorkingSet;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.UnitPair;

/** The residual in histories, and trainings that end when it is small. */
class OptimalityTrainingTest {
  private static final double TOLERANCE = 1e-9;
  private static final double LAMBDA = 0.5;
  private static final int SAMPLES = 12;

  /**
   * Two noisy linear targets of two positive inputs, with positive slopes. Units with positive w
   * see all samples, so their biases do what the last one does too: published PathProx drives them
   * to 0, and ends in a stationary point, which it does not with other biases.
   */
  private static Dataset positive() {
    RandomNumbers random = RandomNumbers.of(1, "a", 0);
    double[][] x = new double[SAMPLES][2];
    double[][] y = new double[SAMPLES][2];
    for (int i = 0; i < SAMPLES; i++) {
      x[i][0] = Math.abs(random.nextGaussian());
      x[i][1] = Math.abs(random.nextGaussian());
      y[i][0] = 2 * x[i][0] + x[i][1] + 0.1 * random.nextGaussian();
      y[i][1] = x[i][0] + 3 * x[i][1] + 0.1 * random.nextGaussian();
    }
    return Dataset.regression("positive", Nd4j.createFromArray(x), Nd4j.createFromArray(y));
  }

  private static TrainingOptions fullBatch() {
    return TrainingOptions.defaults()
        .withIterations(20_000)
        .withBatchSize(SAMPLES)
        .withLoss(new MeanSquaredError())
        .withLearningRate(0.05)
        .withoutShuffling();
  }

  private static TrainingResult train(TrainingOptions options, int seed) {
    Network start = Architecture.mlp(2, 6, 2).initialize(seed, DataType.DOUBLE);
    return Trainer.with(options).train(start, positive(), PathProx.of(LAMBDA));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void stopWhenOptimal_convergingTraining_endsThere(int seed) {
    TrainingResult result = train(fullBatch().stopWhenOptimal(TOLERANCE), seed);

    assertEquals(Outcome.OPTIMAL, result.outcome(), result.toString());
    assertTrue(result.iterations() < 20_000, result.toString());
    assertEquals(result.iterations(), result.history().last().iteration());
    assertTrue(result.title().contains(": optimal after "), result.title());
    assertTrue(result.toString().contains("optimality residual "), result.toString());
    assertTrue(result.history().last().regularity().totalActiveUnits() > 0);
    Optimality again = Optimality.of(result.network(), positive(), new MeanSquaredError(), LAMBDA);
    assertTrue(again.residual() <= TOLERANCE, again.toString());
    List<Measurement> rows = result.history().measurements();
    assertTrue(
        rows.subList(0, rows.size() - 1).stream().allMatch(row -> row.optimality() > TOLERANCE),
        "it ends at the first such record");
  }

  /** Two starts with units that stay alive find the same value: the problem is a convex one. */
  @Test
  void stopWhenOptimal_anotherStart_findsTheSameObjective() {
    TrainingOptions options = fullBatch().stopWhenOptimal(TOLERANCE);

    assertEquals(train(options, 1).objective(), train(options, 3).objective(), 1e-9);
  }

  /** Stationary is not best: units that see no sample have no reason to come alive. */
  @Test
  void stopWhenOptimal_allUnitsDead_isStationaryToo() {
    Network blind =
        new Network(
            Architecture.mlp(2, 1, 2),
            List.of(
                Nd4j.createFromArray(new double[][] {{-1, 0}}), Nd4j.zeros(DataType.DOUBLE, 2, 1)),
            List.of(Nd4j.createFromArray(new double[] {-1}), Nd4j.zeros(DataType.DOUBLE, 2)));
    TrainingOptions options = fullBatch().stopWhenOptimal(TOLERANCE);

    TrainingResult dead = Trainer.with(options).train(blind, positive(), PathProx.of(LAMBDA));

    assertEquals(Outcome.OPTIMAL, dead.outcome());
    assertEquals(0, dead.history().last().regularity().totalActiveUnits());
    assertTrue(dead.objective() > train(options, 1).objective() + 0.1);
  }

  @Test
  void stopWhenOptimal_trainingThatIsNotThere_makesAllIterations() {
    TrainingResult result = train(fullBatch().withIterations(300).stopWhenOptimal(TOLERANCE), 1);

    assertEquals(Outcome.COMPLETED, result.outcome());
    assertEquals(300, result.iterations());
    assertTrue(result.history().last().optimality() > TOLERANCE);
  }

  @Test
  void stopWhenOptimal_resumedWhereItEnded_stopsAtOnce() {
    TrainingOptions options = fullBatch().stopWhenOptimal(TOLERANCE);
    TrainingResult result = train(options, 3);
    TrainingResult resumed =
        Trainer.with(options)
            .resume(result, new Split(positive(), positive()), PathProx.of(LAMBDA));

    assertEquals(Outcome.OPTIMAL, resumed.outcome());
    assertEquals(result.iterations(), resumed.iterations());
  }

  @Test
  void measuringOptimality_changesNothingElse() {
    TrainingResult with = train(fullBatch().withIterations(200).measuringOptimality(), 1);
    TrainingResult without = train(fullBatch().withIterations(200), 1);

    assertEquals(with.network().weights(0), without.network().weights(0));
    assertEquals(Outcome.COMPLETED, with.outcome());
    assertFalse(Double.isNaN(with.history().last().optimality()));
    assertTrue(Double.isNaN(without.history().last().optimality()));
    assertFalse(without.toString().contains("residual"), without.toString());
  }

  /**
   * A fixed point of the published step divides b by ‖w‖ > 1 each time, so b − γ∂b = b·‖w − γ∇w‖;
   * by the homogeneity identity that is |∂b| = λ‖v‖·|b|/(1 + b²), not the 0 of a stationary point.
   * Units that have a sample at the kink of their rectifier do not settle and are left out.
   */
  @Test
  void train_publishedMethodWithBiases_endsBesideTheStationaryPoint() {
    double lambda = 0.05;
    Network end =
        Trainer.with(
                Problem.options().withBatchSize(48).withIterations(20_000).withRecordEvery(20_000))
            .train(
                Architecture.mlp(6, 12, 2).initialize(5, DataType.DOUBLE),
                Problem.data(),
                PathProx.of(lambda))
            .network();
    Optimality optimality = Optimality.of(end, Problem.data(), new CrossEntropy(), lambda);
    List<UnitResidual> settled =
        optimality.units().stream()
            .filter(unit -> unit.active() && unit.incoming() < 1e-2 * lambda)
            .toList();

    assertFalse(settled.isEmpty());
    for (UnitResidual unit : settled) {
      double b = Math.abs(end.bias(0).getDouble(unit.unit()));
      double expected = lambda * unit.pathNorm() * b / (1 + b * b);
      assertEquals(expected, unit.bias(), 1e-2 * expected);
      assertTrue(unit.bias() > 0.1 * lambda, unit.toString());
    }
  }

  /** The four points of arXiv:2505.21791 on a plateau, where all minimizers have one path norm. */
  private static Dataset plateau() {
    return Dataset.regression(
        "plateau",
        Nd4j.createFromArray(new double[][] {{-1.5}, {-0.5}, {0.5}, {1.5}}),
        Nd4j.createFromArray(new double[][] {{0}, {1}, {1}, {0}}));
  }

  private static Dataset tent() {
    double[][] x = new double[20][1];
    double[][] y = new double[20][1];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = -2 + 4.0 * i / (x.length - 1);
      y[i][0] = Math.max(0, 1.5 - Math.abs(x[i][0]));
    }
    return Dataset.regression("tent", Nd4j.createFromArray(x), Nd4j.createFromArray(y));
  }

  private static Network oneHiddenLayer(int seed) {
    return Architecture.factorizedMlp(1, 40, 1, 1).initialize(seed, DataType.DOUBLE);
  }

  private static TrainingResult solve(
      Dataset data, Network start, double lambda, double tolerance) {
    TrainingOptions options =
        TrainingOptions.defaults()
            .withIterations(10_000)
            .withBatchSize(data.size())
            .withLoss(new MeanSquaredError())
            .withRecordEvery(25)
            .stopWhenOptimal(tolerance);
    return Trainer.with(options).train(start, data, PathProx.recommended(lambda));
  }

  /**
   * Steps relative to gradients end in a stationary point too: v is thresholded by the ‖w‖ that its
   * gradient was measured with, or all residuals would end in proportion to the step, 1e-4 here.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void train_recommendedMethodFullBatch_endsInAStationaryPoint(int seed) {
    TrainingResult result = solve(plateau(), oneHiddenLayer(seed), 1e-3, 1e-8);

    assertEquals(Outcome.OPTIMAL, result.outcome(), result.toString());
  }

  /** What has learned needs neither a growing penalty nor one that comes from above. */
  @Test
  void train_recommendedMethodFromASolution_takesAQuarterOfTheStepsAtMost() {
    Network solution = solve(tent(), oneHiddenLayer(5), 0.03, 1e-4).network();

    int cold = solve(tent(), oneHiddenLayer(5), 0.04, 1e-4).iterations();
    int warm = solve(tent(), solution, 0.04, 1e-4).iterations();

    assertTrue(4 * warm < cold, warm + " against " + cold);
  }

  /** A method, and a start whose units partly leave the working set. */
  record Case(Network start, Method method) {}

  static Stream<Case> cases() {
    Network chained = Architecture.factorizedMlp(6, 24, 3, 2).initialize(5, DataType.DOUBLE);
    Network unpaired = Architecture.mlp(6, 24, 16, 2).initialize(6, DataType.DOUBLE);
    return Stream.of(
        new Case(chained, PathProx.of(0.01)),
        new Case(chained, PathProx.of(0.01).withWorkingSet(WorkingSet.lazy(50))),
        new Case(unpaired, PathProx.of(0.02)),
        new Case(unpaired, new WeightDecay(0.02)));
  }

  /** Three constant inputs are left out inside of the training, and so are dead units. */
  @ParameterizedTest
  @MethodSource("cases")
  void measuringOptimality_constantInputsAndWorkingSets_isThatOfTheWholeNetwork(Case example) {
    INDArray features = Problem.data().features();
    features.getColumn(1).assign(0.5);
    features.getColumn(3).assign(-2);
    features.getColumn(4).assign(1);
    Dataset data =
        Dataset.classification("constant", features, Problem.data().classes(), List.of("a", "b"));

    TrainingResult result =
        Trainer.with(
                Problem.options().withIterations(500).withRecordEvery(100).measuringOptimality())
            .train(example.start, data, example.method);
    Optimality whole =
        Optimality.of(result.network(), data, new CrossEntropy(), result.history().lambda());

    assertEquals(whole.residual(), result.history().last().optimality(), Tolerance.REFERENCE);
    assertTrue(whole.residual() > 0.01, "there is something to measure");
    boolean decays = example.method instanceof WeightDecay;
    int units =
        result.network().architecture().pairing().pairs().stream().mapToInt(UnitPair::units).sum();
    assertEquals(decays, result.history().last().regularity().totalActiveUnits() == units);
  }

  @Test
  void guarantees_ofAResult_countTheTrainingSamples() {
    TrainingResult result = train(fullBatch().withIterations(1), 1);

    assertEquals(SAMPLES, result.samples());
    assertEquals(Guarantees.of(result.network(), SAMPLES), result.guarantees());
    assertEquals(SAMPLES, result.compact().named("other").samples());
  }

  @Test
  void stopWhenOptimal_tolerances_areChecked() {
    for (double tolerance : new double[] {0, -1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> fullBatch().stopWhenOptimal(tolerance));
    }
    assertThrows(IllegalArgumentException.class, () -> new Recording(1, false, 1, 0));
    assertEquals(1, fullBatch().stopWhenOptimal(1).recording().tolerance());
  }
}
