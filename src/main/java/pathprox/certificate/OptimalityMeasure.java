package pathprox.certificate;

import java.util.ArrayList;
import java.util.List;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.Parameter;
import pathprox.network.running.Rows;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.ProximablePenalty;
import pathprox.penalty.SquaredNorm;

/** Measures {@link Optimality} on the same samples again and again, in the same memory. */
public final class OptimalityMeasure {
  private final DataGradient gradient;

  /**
   * Makes a measure of {@code network}, whose last batch is overwritten, for the mean of {@code
   * loss} over {@code examples} of its type.
   */
  public OptimalityMeasure(WorkingNetwork network, Examples examples, Loss loss) {
    gradient = new DataGradient(network, examples, loss);
  }

  /** {@return the residuals of the present parameters for f = {@code penalty}} */
  public Optimality measure(ProximablePenalty penalty) {
    double decay = new SquaredNorm(penalty.lambda()).decay();
    gradient.measure();
    List<UnitResidual> units = new ArrayList<>();
    for (int pair = 0; pair < gradient.network().pairs().size(); pair++) {
      units.addAll(UnitResiduals.of(gradient, pair, penalty));
    }
    return new Optimality(penalty.lambda(), units, layers(decay));
  }

  private List<LayerResidual> layers(double decay) {
    List<LayerResidual> layers = new ArrayList<>();
    for (int i = 0; i < gradient.network().layers().size(); i++) {
      LayerParameters layer = gradient.network().layers().get(i);
      boolean paired = gradient.network().parameters().isPaired(i);
      if (!paired || layer.rows() == Rows.INPUTS) {
        double weights = paired ? 0 : weights(layer.weights(), decay);
        double bias = Math.sqrt(gradient.of(layer.bias()).sumOfSquares());
        layers.add(new LayerResidual(i, weights, bias));
      }
    }
    return layers;
  }

  /** ‖∇_W L + λW‖. */
  private double weights(Parameter weights, double decay) {
    return UnitSums.normsOfSum(gradient.of(weights), new double[] {decay}, weights.value())[0];
  }

  @Override
  public String toString() {
    return "optimality by the " + gradient;
  }
}
