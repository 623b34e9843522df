package pathprox.method;

import java.util.List;
import pathprox.network.Parameter;
import pathprox.network.WorkingCopy;
import pathprox.tensor.Matrix;

/**
 * The descent step on data loss and smooth penalties with inertia: d ← βd − γ·gradient, x ← x + d,
 * where d is how far the last step moved x.
 *
 * <p>With a constant γ and nothing after it, this is heavy-ball momentum.
 */
final class InertialDescent {
  private final WorkingCopy network;
  private final List<Descended> parameters;

  InertialDescent(WorkingCopy network, List<Descended> parameters) {
    this.network = network;
    this.parameters = parameters;
    rest();
  }

  /** Forgets how far the last step went. */
  void rest() {
    for (Descended each : parameters) {
      each.parameter().velocity().fill(0);
    }
  }

  void take(Matrix outputGradient, double learningRate, double inertia) {
    for (int i = 0; i < parameters.size(); i++) { // an iterator would be an allocation
      Parameter parameter = parameters.get(i).parameter();
      parameter.sendGradient(parameter.velocity(), inertia, -learningRate);
    }
    network.backward(outputGradient);
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i).parameter();
      double decay = parameters.get(i).decay();
      if (decay > 0) {
        parameter.velocity().axpy(-learningRate * decay, parameter.value());
      }
      parameter.value().axpy(1, parameter.velocity());
    }
  }

  /** Σ decay/2·‖x‖², the smooth penalty of the present parameters. */
  double penalty() {
    double sum = 0;
    for (int i = 0; i < parameters.size(); i++) {
      double decay = parameters.get(i).decay();
      sum += decay > 0 ? decay / 2 * parameters.get(i).parameter().value().sumOfSquares() : 0;
    }
    return sum;
  }
}
