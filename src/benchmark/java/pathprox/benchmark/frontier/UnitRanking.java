package pathprox.benchmark.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import pathprox.network.Network;
import pathprox.network.UnitPair;

/** Units by their path norms ‖w_i‖‖v_i‖, and networks without the weaker ones. */
final class UnitRanking {
  /** What is below this share of the strongest unit of its pair does not count as a unit. */
  private static final double NEGLIGIBLE = 1e-3;

  /** A pair keeps at least this part of what would be its share of the units. */
  private static final double FLOOR = 0.25;

  private final Network network;
  private final List<UnitPair> pairs;
  private final List<double[]> pathNorms;

  private UnitRanking(Network network) {
    this.network = network;
    pairs = network.architecture().pairing().pairs();
    pathNorms = pairs.stream().map(pair -> pathNorms(network, pair)).toList();
  }

  private static double[] pathNorms(Network network, UnitPair pair) {
    double[] w = network.incomingNorms(pair.incoming());
    double[] v = network.outgoingNorms(pair.outgoing());
    return IntStream.range(0, pair.units()).mapToDouble(i -> w[i] * v[i]).toArray();
  }

  /** The network without units whose path norm is below a thousandth of the pair's largest. */
  static Network strong(Network network) {
    UnitRanking ranking = new UnitRanking(network);
    List<boolean[]> kept = new ArrayList<>();
    for (double[] norms : ranking.pathNorms) {
      double least = NEGLIGIBLE * DoubleStream.of(norms).max().orElseThrow();
      boolean[] keeps = new boolean[norms.length];
      for (int i = 0; i < norms.length; i++) {
        keeps[i] = norms[i] > 0 && norms[i] >= least;
      }
      kept.add(keeps);
    }
    return ranking.only(kept);
  }

  /** Counts active units. */
  static int units(Network network) {
    return network.architecture().pairing().pairs().stream().mapToInt(network::activeUnits).sum();
  }

  /**
   * The network with the units of the largest path norms, each divided by the sum over its pair.
   *
   * @param units how many, over all pairs
   */
  static Network strongest(Network network, int units) {
    return new UnitRanking(network).strongest(units);
  }

  /** One unit of a pair; a larger score is kept before a smaller one. */
  private record Scored(int pair, int unit, double score) {}

  private Network strongest(int units) {
    int all = pairs.stream().mapToInt(UnitPair::units).sum();
    List<Scored> scores = new ArrayList<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      int floor = (int) Math.ceil(FLOOR * units * pairs.get(pair).units() / all);
      addScores(pair, Math.max(1, floor), scores);
    }
    scores.sort(Comparator.comparingDouble(Scored::score).reversed());
    List<boolean[]> kept = pairs.stream().map(pair -> new boolean[pair.units()]).toList();
    for (Scored each : scores.subList(0, Math.min(units, all))) {
      kept.get(each.pair)[each.unit] = true;
    }
    return only(kept);
  }

  private void addScores(int pair, int floor, List<Scored> scores) {
    double[] norms = pathNorms.get(pair);
    double sum = DoubleStream.of(norms).sum();
    double[] sorted = Arrays.stream(norms).sorted().toArray();
    double least = sorted[Math.max(0, sorted.length - floor)];
    for (int unit = 0; unit < norms.length; unit++) {
      scores.add(new Scored(pair, unit, norms[unit] / sum + (norms[unit] >= least ? 1 : 0)));
    }
  }

  private Network only(List<boolean[]> kept) {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (int layer = 0; layer < network.architecture().parametricLayers().size(); layer++) {
      weights.add(network.weights(layer));
      biases.add(network.bias(layer));
    }
    for (int pair = 0; pair < pairs.size(); pair++) {
      int outgoing = pairs.get(pair).outgoing();
      weights.set(outgoing, without(weights.get(outgoing), kept.get(pair)));
    }
    return new Network(network.architecture(), weights, biases).compact();
  }

  /** The second index of weights is the unit, or a pixel of a unit. */
  private static INDArray without(INDArray weights, boolean[] kept) {
    long outputs = weights.size(0);
    long taps = weights.length() / outputs / kept.length;
    INDArray byUnit = weights.dup('c').reshape('c', outputs, kept.length, taps);
    for (int unit = 0; unit < kept.length; unit++) {
      if (!kept[unit]) {
        byUnit.get(NDArrayIndex.all(), NDArrayIndex.point(unit), NDArrayIndex.all()).assign(0);
      }
    }
    return byUnit.reshape('c', weights.shape());
  }
}
