package pathprox.metrics;

import static java.util.stream.Collectors.joining;
import static pathprox.matrix.Arguments.require;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Architecture;
import pathprox.network.Conv2d;
import pathprox.network.Network;
import pathprox.network.Pairing;
import pathprox.network.ParametricLayer;
import pathprox.network.Shape;

/**
 * The weights into the units of the first layer as images, which a notebook draws.
 *
 * @param units the units by falling norm
 * @param weights [units, channels, height, width] in the same order, with 1 or 3 channels, others
 *     are an IllegalArgumentException; shared, not to be modified
 * @param paired whether the norms are path norms ‖w_i‖‖v_i‖, or ‖w_i‖ alone as the first layer is
 *     in no pair
 */
public record UnitPictures(List<Unit> units, INDArray weights, boolean paired) {
  private static final int MOST_LISTED = 10;

  /**
   * A unit: its place {@code number} in the layer, from 0, and the {@code norm} it is sorted by.
   */
  public record Unit(int number, double norm) {
    /** {@return whether the unit is without effect: true if its norm is 0} */
    public boolean isDead() {
      return norm == 0;
    }
  }

  public UnitPictures {
    units = List.copyOf(units);
    String message = "weights of %s units must be [%1$s, channels, height, width], found %s";
    boolean fit = weights.rank() == 4 && weights.size(0) == units.size();
    require(fit, message, units.size(), weights.shapeInfoToString());
    long channels = weights.size(1);
    boolean drawable = channels == 1 || channels == 3;
    require(drawable, "pictures need 1 channel, or 3 for red, green and blue, found %s", channels);
  }

  /**
   * {@return the first layer of {@code network}, whose inputs are images: what a dense layer
   * weighs, or the windows of a convolution; an IllegalArgumentException if the inputs have no
   * height and width, or not 1 or 3 channels}
   */
  public static UnitPictures of(Network network) {
    Architecture architecture = network.architecture();
    ParametricLayer first = architecture.parametricLayers().get(0);
    if (first instanceof Conv2d) {
      return of(network, first.weightShape().sizes().subList(1, 4));
    }
    List<Shape> images =
        architecture.shapes().stream()
            .limit(architecture.place(0) + 1)
            .filter(shape -> shape.sizes().size() == 3)
            .toList();
    String message =
        "inputs of %s are no images; give their height and width: UnitPictures.of(network, height, width)";
    require(!images.isEmpty(), message, architecture.input());
    return of(network, images.get(images.size() - 1).sizes());
  }

  /**
   * {@return the first layer of {@code network}, if it is dense, for inputs that are the pixels of
   * images channel by channel, {@code height} rows of {@code width} each; an
   * IllegalArgumentException if images of this size are not what it takes}
   */
  public static UnitPictures of(Network network, int height, int width) {
    ParametricLayer first = network.architecture().parametricLayers().get(0);
    String message = "images of %s × %s pixels do not fit %s, which weighs %s inputs";
    boolean fit = height >= 1 && width >= 1 && first.fanIn() % ((long) height * width) == 0;
    require(fit, message, height, width, first, first.fanIn());
    return of(network, List.of(first.fanIn() / (height * width), height, width));
  }

  private static UnitPictures of(Network network, List<Integer> image) {
    Pairing pairing = network.architecture().pairing();
    boolean paired = pairing.isPaired(0);
    double[] norms =
        paired ? PathNorm.perUnit(network, pairing.pairs().get(0)) : network.incomingNorms(0);
    List<Unit> units =
        IntStream.range(0, norms.length)
            .mapToObj(i -> new Unit(i, norms[i]))
            .sorted(Comparator.comparingDouble(unit -> -unit.norm()))
            .toList();
    INDArray weights =
        network
            .weights(0)
            .reshape('c', units.size(), -1)
            .getRows(units.stream().mapToInt(Unit::number).toArray())
            .reshape('c', units.size(), image.get(0), image.get(1), image.get(2));
    return new UnitPictures(units, weights, paired);
  }

  /** {@return the number of units that are without effect} */
  public int dead() {
    return (int) units.stream().filter(Unit::isDead).count();
  }

  /** {@return such as {@code 60 units of the first layer by path norm, 40 active, 20 at zero}} */
  public String title() {
    String format = "%,d units of the first layer by %s, %,d active, %,d at zero";
    String norm = paired ? "path norm" : "the norm of their weights (it is in no pair)";
    int active = units.size() - dead();
    return String.format(Locale.ROOT, format, units.size(), norm, active, dead());
  }

  @Override
  public String toString() {
    return units.stream()
        .limit(MOST_LISTED)
        .map(unit -> String.format(Locale.ROOT, "unit %d: %.4g", unit.number(), unit.norm()))
        .collect(joining(", ", title() + "\n  ", units.size() > MOST_LISTED ? ", …" : ""));
  }
}
