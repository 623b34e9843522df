package pathprox.certificate;

import java.util.ArrayList;
import java.util.List;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.metrics.FittingExamples;
import pathprox.network.LayerParameters;
import pathprox.network.Network;
import pathprox.network.Rows;
import pathprox.network.WorkingCopy;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.ProximablePenalty;
import pathprox.penalty.SquaredNorm;

/** Measures {@link Optimality} on the same samples again and again, in the same memory. */
public final class OptimalityMeasure {
  private final DataGradient gradient;

  /**
   * Makes a measure.
   *
   * @param network what to measure, with all units in its working sets; its gradients are sent here
   *     from now on, its parameters are left alone
   * @param examples samples of the same type. Not modified.
   * @param loss what to average
   */
  public OptimalityMeasure(WorkingCopy network, Examples examples, Loss loss) {
    gradient = new DataGradient(network, examples, loss);
  }

  /**
   * Makes a measure of one network.
   *
   * @param network Not modified.
   * @param dataset Not modified.
   * @param loss what to average
   * @return a measure
   * @throws IllegalArgumentException if network, dataset and loss do not fit together
   */
  public static OptimalityMeasure of(Network network, Dataset dataset, Loss loss) {
    return new OptimalityMeasure(
        new WorkingCopy(network), FittingExamples.of(dataset, network, loss), loss);
  }

  /**
   * Measures the present parameters for the path norm, f(ρ) = λρ.
   *
   * @param lambda λ, 0 or more
   * @return the residuals
   * @throws IllegalArgumentException if λ is negative or not finite
   */
  public Optimality measure(double lambda) {
    return measure(new GroupLasso(lambda));
  }

  /**
   * Measures the present parameters.
   *
   * @param penalty what the path norm of each unit is penalized with; its λ is that of unpaired
   *     weights
   * @return the residuals
   * @throws IllegalArgumentException if λ of the penalty is negative or not finite
   */
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
    for (int i = 0; i < gradient.network().parameters().size(); i++) {
      LayerParameters layer = gradient.network().parameters().get(i);
      boolean paired = gradient.network().pairing().isPaired(i);
      if (!paired || layer.rows() == Rows.INPUTS) {
        double weights = paired ? 0 : weights(layer, i, decay);
        layers.add(new LayerResidual(i, weights, Math.sqrt(gradient.bias(i).sumOfSquares())));
      }
    }
    return layers;
  }

  private double weights(LayerParameters layer, int number, double decay) {
    return UnitSums.normsOfSum(
        gradient.weights(number), new double[] {decay}, layer.weights().value())[0];
  }

  @Override
  public String toString() {
    return "optimality by the " + gradient;
  }
}
