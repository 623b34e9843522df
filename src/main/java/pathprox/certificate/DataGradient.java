package pathprox.certificate;

import java.util.ArrayList;
import java.util.List;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.network.running.GradientSink;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.PairUnits;
import pathprox.network.running.Parameter;
import pathprox.network.running.WorkingNetwork;

/** ∇L = (1/N)·Σ_n ∇ℓ_n over all samples, of all units; each {@link #measure} overwrites it. */
final class DataGradient implements GradientSink {
  private final WorkingNetwork network;
  private final Examples examples;
  private final Loss loss;
  private final List<Matrix> gradients = new ArrayList<>(); // by the number of the parameter
  private final List<Matrix> inactive = new ArrayList<>(); // of outgoing weights, by pair
  private final Buffer targetBuffer;
  private final Buffer gradientBuffer;
  private double share;

  DataGradient(WorkingNetwork network, Examples examples, Loss loss) {
    this.network = network;
    this.examples = examples;
    this.loss = loss;
    targetBuffer = network.arena().buffer();
    gradientBuffer = network.arena().buffer();
    for (LayerParameters layer : network.layers()) {
      gradients.add(layer.weights().zeros(network.arena()).value());
      gradients.add(layer.bias().zeros(network.arena()).value());
    }
    for (PairUnits pair : network.pairs()) {
      inactive.add(pair.outgoing().weights().zeros(network.arena()).value());
    }
  }

  /** The mean loss, differentiated at the present parameters; overwrites the last batch. */
  double measure() {
    clear();
    double sum = 0;
    for (int from = 0; from < examples.size(); ) {
      Matrix outputs = network.forward(examples.inputs(), from);
      int count = outputs.rows();
      Matrix targets = targetBuffer.copyRows(examples.targets(), from, count);
      Matrix gradient = gradientBuffer.matrix(outputs.type(), count, outputs.columns());
      sum += count * loss.gradient(outputs, targets, gradient);
      share = (double) count / examples.size(); // the loss is the mean over the chunk
      network.backward(gradient, this, true);
      for (int k = 0; k < inactive.size(); k++) {
        if (network.pairs().get(k).inactive() > 0) {
          inactive.get(k).axpy(share, network.pairs().get(k).inactiveGradient());
        }
      }
      from += count;
    }
    return sum / examples.size();
  }

  private void clear() {
    for (LayerParameters layer : network.layers()) {
      for (Parameter each : List.of(layer.weights(), layer.bias())) {
        of(each).reshape(each.value().rows(), each.value().columns()).fill(0);
      }
    }
    for (int k = 0; k < inactive.size(); k++) {
      PairUnits pair = network.pairs().get(k);
      inactive.get(k).reshape(pair.taps() * pair.inactive(), inactive.get(k).columns()).fill(0);
    }
  }

  Matrix of(Parameter parameter) {
    return gradients.get(parameter.number());
  }

  /** Of the weights out of the inactive units; row r belongs to unit r modulo their number. */
  Matrix ofInactive(int pair) {
    return inactive.get(pair);
  }

  @Override
  public Matrix destination(Parameter parameter) {
    return of(parameter);
  }

  @Override
  public double keep(Parameter parameter) {
    return 1;
  }

  @Override
  public double factor(Parameter parameter) {
    return share;
  }
}
