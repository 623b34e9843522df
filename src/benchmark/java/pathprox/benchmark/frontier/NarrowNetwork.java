package pathprox.benchmark.frontier;

import java.util.ArrayList;
import java.util.List;
import pathprox.network.Architecture;
import pathprox.network.Layer;
import pathprox.network.ParametricLayer;
import pathprox.network.UnitPair;

/** An architecture with fewer units in each pair: the shape that a pruned network has. */
final class NarrowNetwork {
  private NarrowNetwork() {}

  /**
   * Gives each pair the same share of its units, and all that lies between pairs its full size.
   *
   * @param units how many, over all pairs; at least one for each
   */
  static Architecture of(Architecture wide, int units) {
    List<ParametricLayer> layers = new ArrayList<>(wide.parametricLayers());
    int all = wide.pairing().pairs().stream().mapToInt(UnitPair::units).sum();
    int before = 0;
    for (UnitPair pair : wide.pairing().pairs()) {
      int from = (int) Math.round((double) units * before / all);
      before += pair.units();
      int width = (int) Math.round((double) units * before / all) - from;
      ParametricLayer in = layers.get(pair.incoming());
      ParametricLayer out = layers.get(pair.outgoing());
      int inputs = out.weightShape().sizes().get(1) / pair.units() * width;
      layers.set(pair.incoming(), in.resized(in.weightShape().sizes().get(1), width));
      layers.set(pair.outgoing(), out.resized(inputs, out.outputs()));
    }
    return new Architecture(wide.input(), withParameterFree(wide, layers));
  }

  private static List<Layer> withParameterFree(Architecture wide, List<ParametricLayer> layers) {
    List<Layer> all = new ArrayList<>();
    int next = 0;
    for (Layer layer : wide.layers()) {
      all.add(layer instanceof ParametricLayer ? layers.get(next++) : layer);
    }
    return all;
  }
}
