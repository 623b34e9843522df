package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pathprox.network.running.Rows;

/**
 * Which layers form pairs, and why: pairs are disjoint, found from the input on, and have between
 * their two layers only such as {@linkplain ParameterFreeLayer#keepsUnits keep units}.
 *
 * @param pairs the pairs in the order of the network
 * @param reasons one sentence for each layer with parameters
 */
public record Pairing(List<UnitPair> pairs, List<String> reasons) {
  public Pairing {
    pairs = List.copyOf(pairs);
    reasons = List.copyOf(reasons);
  }

  static Pairing of(Architecture architecture) {
    List<UnitPair> pairs = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    while (reasons.size() < architecture.parametricLayers().size()) {
      int layer = reasons.size();
      Optional<String> obstacle = obstacleAfter(architecture, layer);
      if (obstacle.isPresent()) {
        reasons.add("unpaired: " + obstacle.get());
      } else {
        int units = architecture.parametricLayers().get(layer).outputs();
        pairs.add(new UnitPair(layer, layer + 1, units));
        reasons.add("pair %s: weights into its %s units".formatted(pairs.size(), units));
        reasons.add("pair %s: weights out of its %s units".formatted(pairs.size(), units));
      }
    }
    return new Pairing(pairs, reasons);
  }

  private static Optional<String> obstacleAfter(Architecture architecture, int layer) {
    if (layer + 1 == architecture.parametricLayers().size()) {
      return Optional.of("no layer with parameters follows that is not in a pair");
    }
    return architecture.layersAfter(architecture.place(layer)).stream()
        .filter(between -> !between.keepsUnits())
        .findFirst()
        .map(between -> between + " after it is not positively homogeneous in each unit");
  }

  /** {@return whether {@code layer}, numbered among those with parameters, belongs to a pair} */
  public boolean isPaired(int layer) {
    return pairs.stream().anyMatch(pair -> pair.incoming() == layer || pair.outgoing() == layer);
  }

  /** {@return what a row of the weights of {@code layer} stands for at work} */
  public Rows rows(int layer) {
    return pairs.stream().anyMatch(pair -> pair.outgoing() == layer) ? Rows.INPUTS : Rows.OUTPUTS;
  }

  @Override
  public String toString() {
    return IntStream.range(0, reasons.size())
        .mapToObj(layer -> "layer %s, %s".formatted(layer, reasons.get(layer)))
        .collect(Collectors.joining("\n"));
  }
}
