package pathprox.method;

import pathprox.matrix.Matrix;
import pathprox.network.running.GradientSink;
import pathprox.network.running.Parameter;
import pathprox.network.running.WorkingNetwork;

/** The running averages of the gradients of all parameters, and where these gradients go. */
final class Averages implements GradientSink {
  private final WorkingNetwork network;

  /** By the number of the parameter. */
  private final Averaged[] averages;

  Averages(WorkingNetwork network) {
    this.network = network;
    averages = new Averaged[2 * network.layers().size()];
  }

  /** Makes the average of one parameter. */
  Averaged of(Parameter parameter) {
    averages[parameter.number()] = new Averaged(parameter, network.arena());
    return averages[parameter.number()];
  }

  /** Computes all gradients of the last batch; the averages fade. */
  void backward(Matrix outputGradient, boolean measuresInactive) {
    for (Averaged each : averages) {
      each.fade();
    }
    network.backward(outputGradient, this, measuresInactive);
  }

  @Override
  public Matrix destination(Parameter parameter) {
    return averages[parameter.number()].gradient();
  }

  @Override
  public double keep(Parameter parameter) {
    return 0;
  }

  @Override
  public double factor(Parameter parameter) {
    return 1;
  }
}
