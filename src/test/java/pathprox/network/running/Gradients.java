package pathprox.network.running;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;

/** Gradients as they are, in arrays of their own. */
public final class Gradients implements GradientSink {
  private final Map<Parameter, Matrix> arrays = new HashMap<>();

  /** Makes an array for each parameter. */
  public Gradients(LayerParameters... layers) {
    Arena arena = new Arena();
    Arrays.stream(layers)
        .flatMap(layer -> Arrays.asList(layer.weights(), layer.bias()).stream())
        .forEach(each -> arrays.put(each, each.zeros(arena).value()));
  }

  /** Makes an array for each parameter of a network. */
  public static Gradients of(WorkingNetwork network) {
    return new Gradients(network.layers().toArray(LayerParameters[]::new));
  }

  @Override
  public Matrix destination(Parameter parameter) {
    return arrays.get(parameter);
  }
}
