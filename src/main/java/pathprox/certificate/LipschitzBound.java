package pathprox.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import pathprox.metrics.PathNorm;
import pathprox.network.Architecture;
import pathprox.network.Layer;
import pathprox.network.Network;
import pathprox.network.Pairing;
import pathprox.network.ParameterFreeLayer;
import pathprox.network.ParametricLayer;
import pathprox.network.Shape;
import pathprox.network.running.Rows;

/**
 * How far outputs can move at most: ‖f(x) − f(y)‖ ≤ bound·‖x − y‖ in Euclidean norms.
 *
 * <p>A pair moves by at most its path norm Σ‖w_i‖‖v_i‖, a layer in no pair by its Frobenius norm. A
 * pixel lies in at most m patches of a convolution, so that ‖w ⋆ x‖² ≤ m·‖w‖²‖x‖²: each brings the
 * factor √m, 3 for a 3×3 window and stride 1. Rectifiers, flattening and max pooling bring 1,
 * average pooling over s×s brings 1/s. The bound of the network is the product; it is infinite
 * where a layer has no known bound.
 *
 * @param parts the factors in the order of the network, those of 1 left out
 */
public record LipschitzBound(List<Part> parts) {
  /** One factor, with a {@code name} such as pair 1 and a {@code bound} of 0 or more. */
  public record Part(String name, double bound) {}

  public LipschitzBound {
    parts = List.copyOf(parts);
  }

  /** {@return the bound of {@code network}, with a part for each pair and each layer in none} */
  public static LipschitzBound of(Network network) {
    Architecture architecture = network.architecture();
    Pairing pairing = architecture.pairing();
    List<Double> pathNorms = PathNorm.perPair(network);
    List<Part> parts = new ArrayList<>();
    Shape shape = architecture.input();
    int number = 0;
    int pairs = 0;
    double open = 1; // of the pair whose outgoing layer is still to come
    boolean isOpen = false;
    for (Layer layer : architecture.layers()) {
      if (layer instanceof ParametricLayer parametric) {
        double factor = Math.sqrt(parametric.overlap(shape));
        if (!pairing.isPaired(number)) {
          parts.add(unpaired(network, number, factor));
        } else if (pairing.rows(number) == Rows.OUTPUTS) {
          open = factor;
          isOpen = true;
        } else {
          double bound = open * factor * pathNorms.get(pairs);
          parts.add(new Part("pair " + ++pairs, bound));
          isOpen = false;
        }
        number++;
      } else {
        double bound = ((ParameterFreeLayer) layer).lipschitz();
        open *= bound;
        if (!isOpen && bound != 1) {
          parts.add(new Part(layer.toString(), bound));
        }
      }
      shape = layer.outputShape(shape);
    }
    return new LipschitzBound(parts);
  }

  private static Part unpaired(Network network, int layer, double factor) {
    double norm = DoubleStream.of(network.incomingNorms(layer)).reduce(0, Math::hypot);
    return new Part("layer %s (Frobenius norm)".formatted(layer), factor * norm);
  }

  /** {@return the product of all parts; 0 if a part is, as nothing gets past it} */
  public double network() {
    return parts.stream()
        .mapToDouble(Part::bound)
        .reduce(1, (product, each) -> product == 0 || each == 0 ? 0 : product * each);
  }

  @Override
  public String toString() {
    String factors =
        parts.stream()
            .map(part -> String.format(Locale.ROOT, "%s: %.4g", part.name(), part.bound()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "outputs move by at most %.4g times the inputs (%s)", network(), factors);
  }
}
