package pathprox.certificate;

import java.util.ArrayList;
import java.util.List;
import pathprox.certificate.Optimality.LayerResidual;
import pathprox.certificate.Optimality.UnitResidual;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.matrix.Matrix;
import pathprox.matrix.Units;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.PairUnits;
import pathprox.network.running.Rows;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.ProximablePenalty;
import pathprox.penalty.SquaredNorm;

/** Measures {@link Optimality} on the same samples again and again, in the same memory. */
public final class OptimalityMeasure {
  private final WorkingNetwork network;
  private final DataGradient gradient;

  /**
   * Makes a measure of {@code network}, whose last batch is overwritten, for the mean of {@code
   * loss} over {@code examples} of its type.
   */
  public OptimalityMeasure(WorkingNetwork network, Examples examples, Loss loss) {
    this.network = network;
    gradient = new DataGradient(network, examples, loss);
  }

  /** {@return the residuals of the present parameters for f = {@code penalty}} */
  public Optimality measure(ProximablePenalty penalty) {
    double lambda = new SquaredNorm(penalty.lambda()).lambda();
    gradient.measure();
    List<UnitResidual> units = new ArrayList<>();
    for (int pair = 0; pair < network.pairs().size(); pair++) {
      units.addAll(units(pair, penalty));
    }
    return new Optimality(lambda, units, layers(lambda));
  }

  /** One residual for each unit, in the order of the network. */
  private List<UnitResidual> units(int number, ProximablePenalty penalty) {
    PairUnits pair = network.pairs().get(number);
    UnitResidual[] residuals = new UnitResidual[pair.all()];
    for (int place = 0; place < pair.active(); place++) {
      residuals[pair.unit(place)] = active(number, place, penalty);
    }
    int inactive = pair.inactive();
    for (int i = 0; i < inactive; i++) {
      int unit = pair.unit(pair.active() + i);
      double w = Units.norm(pair.inactiveWeights(), i, inactive);
      double pull = Units.norm(gradient.ofInactive(number), i, inactive);
      double outgoing = w == 0 ? pull : penalty.distance(0, pull / w);
      residuals[unit] = new UnitResidual(number, unit, false, 0, outgoing, 0, 0);
    }
    return List.of(residuals);
  }

  private UnitResidual active(int number, int i, ProximablePenalty penalty) {
    PairUnits pair = network.pairs().get(number);
    int units = pair.active();
    int unit = pair.unit(i);
    Matrix incoming = pair.incoming().weights().value();
    Matrix outgoing = pair.outgoing().weights().value();
    Matrix wGradient = gradient.of(pair.incoming().weights());
    Matrix vGradient = gradient.of(pair.outgoing().weights());
    double w = Units.norm(incoming, i, units);
    double v = Units.norm(outgoing, i, units);
    double pull = Units.norm(vGradient, i, units);
    double bias = Math.abs(gradient.of(pair.incoming().bias()).get(i, 0));
    if (w == 0) {
      double size = Units.norm(wGradient, i, units);
      double excess = v > 0 ? v * penalty.distance(0, size / v) : size;
      return new UnitResidual(number, unit, false, 0, pull, excess, bias);
    }
    double ofV = penalty.distance(0, pull / w);
    if (v > 0) {
      double radial = product(outgoing, vGradient, i, units) / v; // which changes the path norm
      double tangential = tangential(vGradient, outgoing, i, units, v);
      ofV = Math.hypot(penalty.distance(w * v, radial / w), tangential / w);
    }
    double ofW = w * tangential(wGradient, incoming, i, units, w);
    return new UnitResidual(number, unit, v > 0, w * v, ofV, ofW, w * bias);
  }

  /** ‖∇ − ⟨w, ∇⟩w/‖w‖²‖, the part of the gradient of a unit along the sphere of its weights. */
  private static double tangential(Matrix of, Matrix weights, int unit, int units, double norm) {
    return normOfSum(of, -product(weights, of, unit, units) / norm / norm, weights, unit, units);
  }

  private List<LayerResidual> layers(double decay) {
    List<LayerResidual> layers = new ArrayList<>();
    for (int i = 0; i < network.layers().size(); i++) {
      LayerParameters layer = network.layers().get(i);
      Matrix ofWeights = gradient.of(layer.weights());
      boolean paired = network.parameters().isPaired(i);
      if (!paired || layer.rows() == Rows.INPUTS) {
        double weights = paired ? 0 : normOfSum(ofWeights, decay, layer.weights().value(), 0, 1);
        double bias = Math.sqrt(gradient.of(layer.bias()).sumOfSquares());
        layers.add(new LayerResidual(i, weights, bias));
      }
    }
    return layers;
  }

  /** The inner product of one unit in both matrices, in float64. */
  static double product(Matrix left, Matrix right, int unit, int units) {
    double product = 0;
    for (int row = unit; row < left.rows(); row += units) {
      double sum = 0;
      for (int column = 0; column < left.columns(); column++) {
        sum += left.get(row, column) * right.get(row, column);
      }
      product += sum;
    }
    return product;
  }

  /**
   * ‖left + factor·right‖ of one unit; expanding the square would lose digits where both cancel.
   */
  private static double normOfSum(Matrix left, double factor, Matrix right, int unit, int units) {
    double squares = 0;
    for (int row = unit; row < left.rows(); row += units) {
      double sum = 0;
      for (int column = 0; column < left.columns(); column++) {
        double value = left.get(row, column) + factor * right.get(row, column);
        sum += value * value;
      }
      squares += sum;
    }
    return Math.sqrt(squares);
  }

  @Override
  public String toString() {
    return "optimality of a " + network;
  }
}
