package pathprox.network;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;

/** Makes one dense layer of some that follow each other, where that has fewer parameters. */
final class Merging {
  private final Network network;
  private final List<Layer> layers = new ArrayList<>();
  private final List<INDArray> weights = new ArrayList<>();
  private final List<INDArray> biases = new ArrayList<>();
  private int number; // of the next layer with parameters

  private Merging(Network network) {
    this.network = network;
  }

  static Network of(Network network) {
    Merging merging = new Merging(network);
    List<Layer> rest = network.architecture().layers();
    while (!rest.isEmpty()) {
      List<Dense> chain =
          rest.stream().takeWhile(Dense.class::isInstance).map(Dense.class::cast).toList();
      if (chain.isEmpty()) {
        merging.keep(rest.get(0));
      } else {
        int from = 0;
        for (int length : lengths(chain)) {
          merging.merge(chain.subList(from, from + length));
          from += length;
        }
      }
      rest = rest.subList(Math.max(1, chain.size()), rest.size());
    }
    boolean isSame = merging.layers.size() == network.architecture().layers().size();
    Architecture smaller = new Architecture(network.architecture().input(), merging.layers);
    return isSame ? network : new Network(smaller, merging.weights, merging.biases);
  }

  /**
   * How many layers of a chain become one each: of all ways to cut it the one with the fewest
   * parameters, and of equal ones that with more layers. The best way to cut the first layers is
   * the same whatever follows, so it is found from the input on.
   */
  private static List<Integer> lengths(List<Dense> chain) {
    long[] fewest = new long[chain.size() + 1];
    int[] from = new int[fewest.length];
    for (int end = 1; end < fewest.length; end++) {
      fewest[end] = Long.MAX_VALUE;
      for (int first = end - 1; first >= 0; first--) {
        long own = (chain.get(first).inputs() + 1L) * chain.get(end - 1).outputs();
        if (fewest[first] + own < fewest[end]) {
          fewest[end] = fewest[first] + own;
          from[end] = first;
        }
      }
    }
    LinkedList<Integer> lengths = new LinkedList<>();
    for (int end = chain.size(); end > 0; end = from[end]) {
      lengths.addFirst(end - from[end]);
    }
    return lengths;
  }

  private void keep(Layer layer) {
    layers.add(layer);
    if (layer instanceof ParametricLayer) {
      weights.add(network.weights().get(number));
      biases.add(network.biases().get(number));
      number++;
    }
  }

  /** W₂(W₁x + b₁) + b₂ = (W₂W₁)x + (W₂b₁ + b₂), in double, rounded once at the end. */
  private void merge(List<Dense> chain) {
    int count = chain.size();
    INDArray w = network.weights().get(number).castTo(DataType.DOUBLE);
    INDArray b = network.biases().get(number).castTo(DataType.DOUBLE);
    for (int next = number + 1; next < number + count; next++) {
      INDArray factor = network.weights().get(next).castTo(DataType.DOUBLE);
      w = product(factor, w);
      b = product(factor, b.reshape(b.length(), 1)).reshape(factor.rows());
      b.addi(network.biases().get(next).castTo(DataType.DOUBLE));
    }
    if (count > 1 && !(isFinite(w) && isFinite(b))) {
      chain.forEach(this::keep);
      return;
    }
    layers.add(new Dense(w.columns(), w.rows()));
    weights.add(w.castTo(network.type()));
    biases.add(b.castTo(network.type()));
    number += count;
  }

  /** Whether the type of the network holds the numbers, which other layers would scale again. */
  private boolean isFinite(INDArray values) {
    DoubleStream numbers = DoubleStream.of(values.dup('c').data().asDouble());
    return network.type() == DataType.FLOAT
        ? numbers.allMatch(value -> Float.isFinite((float) value))
        : numbers.allMatch(Double::isFinite);
  }

  private static INDArray product(INDArray a, INDArray b) {
    try (Arena arena = new Arena()) {
      Matrix left = arena.copyOf(a, DataType.DOUBLE);
      Matrix right = arena.copyOf(b, DataType.DOUBLE);
      Matrix product = arena.zeros(DataType.DOUBLE, a.rows(), b.columns());
      product.gemm(1, left, Transpose.NO, right, Transpose.NO, 0);
      return product.toArray();
    }
  }
}
