package pathprox.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pathprox.matrix.Arguments;
import pathprox.network.Dense;
import pathprox.network.Network;
import pathprox.network.ParametricLayer;
import pathprox.network.UnitPair;

/**
 * The active units of each pair against how many a best network needs.
 *
 * <p>For N training samples some global minimizer with two dense layers has at most N² units
 * (Shenouda, Parhi, Lee, Nowak, JMLR 2024, arXiv:2305.16534), and N for one output (Parhi, Nowak,
 * JMLR 2021); also each block of two dense layers in a deeper one. No training need find it.
 *
 * @param pairs one entry for each pair, in the order of the network
 * @param samples N, 1 or more
 */
public record WidthBound(List<Width> pairs, int samples) {
  /**
   * How many of the {@code units} of a pair are {@code active}, and the {@code bound}: N², or N for
   * one output; empty where a layer of the pair is not dense.
   */
  public record Width(int active, int units, OptionalLong bound) {
    @Override
    public String toString() {
      String of = String.format(Locale.ROOT, "%,d of %,d units", active, units);
      return bound.isEmpty()
          ? of + " (no bound for convolutions)"
          : of + String.format(Locale.ROOT, " (%,d are enough)", bound.getAsLong());
    }
  }

  public WidthBound {
    pairs = List.copyOf(pairs);
    Arguments.require(samples >= 1, "samples must be >= 1, was %s", samples);
  }

  /** {@return the active units of the pairs of {@code network}, and bounds for {@code samples}} */
  public static WidthBound of(Network network, int samples) {
    List<ParametricLayer> layers = network.architecture().parametricLayers();
    List<Width> pairs = new ArrayList<>();
    for (UnitPair pair : network.architecture().pairing().pairs()) {
      ParametricLayer out = layers.get(pair.outgoing());
      long enough = out.outputs() == 1 ? samples : (long) samples * samples;
      boolean dense = layers.get(pair.incoming()) instanceof Dense && out instanceof Dense;
      OptionalLong bound = dense ? OptionalLong.of(enough) : OptionalLong.empty();
      pairs.add(new Width(network.activeUnits(pair), pair.units(), bound));
    }
    return new WidthBound(pairs, samples);
  }

  @Override
  public String toString() {
    String enough = "; for %,d samples some global minimizer needs no more";
    return IntStream.range(0, pairs.size())
        .mapToObj(pair -> "pair %s: %s".formatted(pair + 1, pairs.get(pair)))
        .collect(Collectors.joining(", ", "", String.format(Locale.ROOT, enough, samples)));
  }
}
