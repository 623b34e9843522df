package pathprox.method;

import java.util.ArrayList;
import java.util.List;
import pathprox.network.LayerParameters;
import pathprox.network.Parameter;
import pathprox.penalty.SmoothPenalty;

/**
 * One parameter in the descent step.
 *
 * @param parameter live numbers
 * @param decay of its smooth penalty
 */
record Descended(Parameter parameter, double decay) {
  /** What the descent step changes, collected layer by layer. */
  static final class Builder {
    private final List<Descended> parameters = new ArrayList<>();

    void add(LayerParameters layer, SmoothPenalty onWeights, SmoothPenalty onBias) {
      parameters.add(new Descended(layer.weights(), onWeights.decay()));
      parameters.add(new Descended(layer.bias(), onBias.decay()));
    }

    List<Descended> build() {
      return List.copyOf(parameters);
    }
  }
}
