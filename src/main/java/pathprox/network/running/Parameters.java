package pathprox.network.running;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.matrix.Arena;
import pathprox.matrix.State;

/**
 * All weights and biases of a network in native memory, one unit a row.
 *
 * @param layers one entry for each layer that has parameters
 * @param pairs the units of each pair of layers, in the order of the network
 */
public record Parameters(List<LayerParameters> layers, List<PairUnits> pairs) {
  public Parameters {
    layers = List.copyOf(layers);
    pairs = List.copyOf(pairs);
  }

  /**
   * {@return {@code layers} with all units in the working sets, and their pairs: a layer whose rows
   * are inputs leads out of the units of the one before} Scratch memory is from {@code arena}.
   */
  public static Parameters of(List<LayerParameters> layers, Arena arena) {
    List<PairUnits> pairs = new ArrayList<>();
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i).rows() == Rows.INPUTS) {
        pairs.add(new PairUnits(layers.get(i - 1), layers.get(i), arena));
      }
    }
    return new Parameters(layers, pairs);
  }

  /** {@return the type of the numbers, {@code FLOAT} or {@code DOUBLE}} */
  public DataType type() {
    return layers.get(0).weights().value().type();
  }

  /** {@return whether {@code layer}, numbered from 0, leads into or out of the units of a pair} */
  public boolean isPaired(int layer) {
    return layers.get(layer).rows() == Rows.INPUTS
        || layer + 1 < layers.size() && layers.get(layer + 1).rows() == Rows.INPUTS;
  }

  /** {@return a copy in {@code arena}, as {@link #copyFrom} makes it} */
  public Parameters copy(Arena arena) {
    Parameters copy = of(layers.stream().map(layer -> layer.zeros(arena)).toList(), arena);
    copy.copyFrom(this);
    return copy;
  }

  /**
   * Takes over the numbers of {@code other}, all units in the order of the network, whatever the
   * working sets; allocates no memory.
   *
   * @throws IllegalArgumentException if its layers or type are others
   */
  public void copyFrom(Parameters other) {
    if (type() != other.type() || !sizes().equals(other.sizes())) {
      throw new IllegalArgumentException(
          "expected the parameters of the same layers in %s, found %s".formatted(this, other));
    }
    for (int k = 0; k < pairs.size(); k++) {
      pairs.get(k).copyFrom(other.pairs.get(k));
    }
    for (int i = 0; i < layers.size(); i++) {
      if (!isPaired(i)) {
        copy(other.layers.get(i).weights(), layers.get(i).weights());
      }
      if (!isPaired(i) || layers.get(i).rows() == Rows.INPUTS) {
        copy(other.layers.get(i).bias(), layers.get(i).bias());
      }
    }
  }

  /** Keeps all numbers and velocities in {@code state}, with the places of units in memory. */
  public void keep(State state) {
    for (int k = 0; k < pairs.size(); k++) {
      pairs.get(k).keep(state.part("pair" + k));
    }
    for (int i = 0; i < layers.size(); i++) {
      if (!isPaired(i)) {
        layers.get(i).weights().keep(state.part("weight" + i));
      }
      if (!isPaired(i) || layers.get(i).rows() == Rows.INPUTS) {
        layers.get(i).bias().keep(state.part("bias" + i));
      }
    }
  }

  /** Those of the weights with all units, whatever the working sets. */
  private List<String> sizes() {
    return layers.stream().map(layer -> layer.weights().size()).toList();
  }

  private static void copy(Parameter from, Parameter to) {
    to.value().putRows(0, from.value(), 0, from.value().rows());
  }

  @Override
  public String toString() {
    return type() + " " + sizes();
  }
}
