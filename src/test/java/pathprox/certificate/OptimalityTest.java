package pathprox.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.certificate.Optimality.LayerResidual;
import pathprox.certificate.Optimality.UnitResidual;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.loss.MeanSquaredError;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.Units;
import pathprox.method.Problem;
import pathprox.metrics.Evaluator;
import pathprox.metrics.Regularity;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.Mcp;
import pathprox.penalty.Powers;
import pathprox.penalty.ProximablePenalty;

class OptimalityTest {
  private static final Loss SQUARED = new MeanSquaredError();
  private static final double STEP = 1e-6;

  private static INDArray array(double... values) {
    return Nd4j.createFromArray(values);
  }

  private static INDArray rows(double[]... values) {
    return Nd4j.createFromArray(values);
  }

  /** The output for the sample (1, 2) is 6 + 0 + 2 − 7 = 1, for the target 0: ∂L/∂output = 2. */
  private static Network known() {
    return new Network(
        Architecture.mlp(2, 3, 1),
        List.of(
            rows(new double[] {3, 4}, new double[] {0, 2}, new double[] {0, 0}),
            rows(new double[] {0.5, 0, 2})),
        List.of(array(1, -1, 1), array(-7)));
  }

  private static Dataset knownSample() {
    return Dataset.regression("one", rows(new double[] {1, 2}), rows(new double[] {0}));
  }

  /**
   * By hand. Unit 0 is 12 before v = 0.5: ∇v = 24, divided by ‖w‖ = 5 and with λ = 2 it is 6.8; ∇w
   * = (1, 2) less its part along (3, 4)/5 is (−0.32, 0.24) of norm 0.4, times 5; ∂b = 1, times 5.
   * Unit 1 is 3: ∇v = 6, divided by ‖w‖ = 2 it is 1 above λ. Unit 2 is the constant 1: ∇v = 2, ∇w =
   * (4, 8) less λ‖v‖ = 4, ∂b = 4. The last bias has the gradient 2.
   */
  @Test
  void of_knownWeights_isWhatTheConditionsSay() {
    Optimality optimality = Optimality.of(known(), knownSample(), SQUARED, 2);

    List<UnitResidual> units = optimality.units();
    assertUnit(true, 2.5, 6.8, 2, 5, units.get(0));
    assertUnit(false, 0, 1, 0, 0, units.get(1));
    assertUnit(false, 0, 2, Math.sqrt(80) - 4, 4, units.get(2));
    assertEquals(List.of(new LayerResidual(1, 0, 2)), optimality.layers());
    assertEquals(3.4, optimality.residual(), Tolerance.ROUNDING, "6.8 relative to λ = 2");
  }

  private static void assertUnit(
      boolean active, double pathNorm, double v, double w, double bias, UnitResidual found) {
    assertEquals(active, found.active());
    assertEquals(pathNorm, found.pathNorm(), Tolerance.ROUNDING);
    assertEquals(v, found.outgoing(), Tolerance.ROUNDING);
    assertEquals(w, found.incoming(), Tolerance.ROUNDING);
    assertEquals(bias, found.bias(), Tolerance.ROUNDING);
  }

  /** Without λ nothing pulls: 24/5 in place of 6.8, 6/2 in place of 1, √80 in place of √80 − 4. */
  @Test
  void of_lambdaZero_isAbsoluteAndSaysSo() {
    Optimality optimality = Optimality.of(known(), knownSample(), SQUARED, 0);

    assertEquals(4.8, optimality.units().get(0).outgoing(), Tolerance.ROUNDING);
    assertEquals(3, optimality.units().get(1).outgoing(), Tolerance.ROUNDING);
    assertEquals(Math.sqrt(80), optimality.residual(), Tolerance.ROUNDING);
    assertTrue(optimality.toString().startsWith("largest residual 8.94, absolute, as λ = 0"));
  }

  @Test
  void toString_knownWeights_namesTheWorstUnits() {
    Optimality optimality = Optimality.of(known(), knownSample(), SQUARED, 2);
    assertEquals(
        """
        largest residual 3.40, relative to λ = 2.0
          pair 1: 1 of 3 units active, unit 0 (active) has outgoing 3.40, incoming 1.00, bias 2.50
          layer 1: weights 0.00, bias 1.00\
        """,
        optimality.toString());
  }

  /**
   * Flat from 5 on, the slope at the path norm 2.5 of unit 0 is half of λ = 6, so it is pulled by 3
   * in place of 2; at 0 it is 6, more than the 3 that pull at unit 1; unit 2 has √80 less 6·2.
   */
  @Test
  void measure_penalty_pullsByItsSlopeUnitByUnit() {
    OptimalityMeasure measure =
        new OptimalityMeasure(
            known().working(), Examples.of(knownSample(), known().type(), new Arena()), SQUARED);
    Optimality flattening = measure.measure(new Mcp(6, 5));

    assertEquals(4.8 + 3, flattening.units().get(0).outgoing(), Tolerance.ROUNDING);
    assertEquals(0, flattening.units().get(1).outgoing());
    assertEquals(0, flattening.units().get(2).incoming());
    assertEquals(7.8 / 6, flattening.residual(), Tolerance.ROUNDING, "relative to λ");
    Optimality again = measure.measure(new GroupLasso(2));
    assertEquals(3.4, again.residual(), Tolerance.ROUNDING, "nothing is left over");
    assertThrows(
        IllegalArgumentException.class, () -> Optimality.of(known(), knownSample(), SQUARED, -1));
  }

  /**
   * In one dimension with positive inputs the problem in v and c is a lasso: v* = (s_xy − λ/2)/s_xx
   * with the means s of centered products, c* = ȳ − v*x̄. There all residuals are 0; v too long by
   * δ gives ∂v = 2δ·mean(x²).
   */
  @Test
  void of_closedFormMinimum_isZeroThereAndNotBeside() {
    double[] x = {0.5, 1, 2, 4};
    double[] y = {1, 1.5, 3, 3.5};
    double lambda = 0.3;
    double v = (sum(x, y) / 4 - mean(x) * mean(y) - lambda / 2) / (sum(x, x) / 4 - square(mean(x)));
    double c = mean(y) - v * mean(x);
    Dataset data = Dataset.regression("line", array(x).reshape(4, 1), array(y).reshape(4, 1));

    for (double scale : new double[] {1, 0.2, 7}) { // the units of measurement of w do not matter
      Network best = line(scale, v / scale, c);
      assertEquals(
          0, Optimality.of(best, data, SQUARED, lambda).residual(), 10 * Tolerance.ROUNDING);
    }
    UnitResidual beside = Optimality.of(line(1, v + 0.01, c), data, SQUARED, lambda).units().get(0);
    assertEquals(2 * 0.01 * sum(x, x) / 4, beside.outgoing(), Tolerance.ROUNDING);
  }

  private static Network line(double w, double v, double c) {
    return new Network(
        Architecture.mlp(1, 1, 1),
        List.of(rows(new double[] {w}), rows(new double[] {v})),
        List.of(array(0), array(c)));
  }

  private static double sum(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  private static double mean(double[] values) {
    return sum(values, new double[] {1, 1, 1, 1}) / 4;
  }

  private static double square(double value) {
    return value * value;
  }

  static Stream<Network> networks() {
    return DataGradientTest.networks();
  }

  static Stream<Arguments> penalizedNetworks() {
    List<ProximablePenalty> penalties =
        List.of(new GroupLasso(0.05), Powers.of(0.05, 0.5), new Mcp(0.05, 3));
    return networks()
        .flatMap(network -> penalties.stream().map(penalty -> Arguments.of(network, penalty)));
  }

  /**
   * Central differences of the objective itself, coordinate by coordinate, for each active unit.
   */
  @ParameterizedTest
  @MethodSource("penalizedNetworks")
  void of_anyNetwork_agreesWithDifferencesOfTheObjective(
      Network network, ProximablePenalty penalty) {
    Optimality optimality = Optimality.of(network, Problem.data(), new CrossEntropy(), penalty);
    WorkingNetwork copy = network.working();
    Examples examples = Examples.of(Problem.data(), DataType.DOUBLE, new Arena());
    Evaluator evaluator = new Evaluator(copy, examples, new CrossEntropy());
    DoubleSupplier objective =
        () -> Regularity.of(copy, penalty).objective(evaluator.evaluate().loss());
    List<UnitResidual> units = new ArrayList<>(optimality.units());

    for (UnitPair pair : network.architecture().pairing().pairs()) {
      Matrix w = copy.layers().get(pair.incoming()).weights().value();
      Matrix b = copy.layers().get(pair.incoming()).bias().value();
      Matrix v = copy.layers().get(pair.outgoing()).weights().value();
      for (int i = 0; i < pair.units(); i++) {
        UnitResidual found = units.remove(0);
        double norm = Units.norm(w, i, pair.units());
        double[] slopes = slopes(w, pair.units(), i, objective);
        double radial = 0;
        for (int column = 0; column < slopes.length; column++) {
          radial += slopes[column] * w.get(i, column) / norm;
        }
        double[] bias = slopes(b, pair.units(), i, objective);
        double[] out = slopes(v, pair.units(), i, objective);
        assertEquals(norm(out) / norm, found.outgoing(), Tolerance.CENTRAL_DIFFERENCE);
        assertEquals(
            norm * Math.sqrt(Math.max(0, square(norm(slopes)) - square(radial))),
            found.incoming(),
            Tolerance.CENTRAL_DIFFERENCE);
        assertEquals(norm * Math.abs(bias[0]), found.bias(), Tolerance.CENTRAL_DIFFERENCE);
      }
    }
    for (LayerResidual layer : optimality.layers()) {
      Matrix bias = copy.layers().get(layer.layer()).bias().value();
      Matrix weights = copy.layers().get(layer.layer()).weights().value();
      boolean paired = copy.parameters().isPaired(layer.layer());
      double expected = paired ? 0 : norm(slopes(weights, 1, 0, objective));
      assertEquals(norm(slopes(bias, 1, 0, objective)), layer.bias(), Tolerance.CENTRAL_DIFFERENCE);
      assertEquals(expected, layer.weights(), Tolerance.CENTRAL_DIFFERENCE);
    }
  }

  private static double[] slopes(Matrix at, int units, int unit, DoubleSupplier value) {
    List<Double> slopes = new ArrayList<>();
    for (int row = unit; row < at.rows(); row += units) {
      for (int column = 0; column < at.columns(); column++) {
        double before = at.get(row, column);
        at.set(row, column, before + STEP);
        double above = value.getAsDouble();
        at.set(row, column, before - STEP);
        slopes.add((above - value.getAsDouble()) / (2 * STEP));
        at.set(row, column, before);
      }
    }
    return slopes.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double norm(double[] values) {
    return Math.sqrt(sum(values, values));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void of_bothTypes_agree(Network network) {
    Loss loss = new CrossEntropy();
    double exact = Optimality.of(network, Problem.data(), loss, 0.05).residual();
    Network rounded = network.withType(DataType.FLOAT);
    double inSinglePrecision = Optimality.of(rounded, Problem.data(), loss, 0.05).residual();

    assertEquals(exact, inSinglePrecision, Tolerance.SINGLE_PRECISION);
    assertFalse(exact < 0.1, "there is something to measure");
  }
}
