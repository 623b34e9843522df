package pathprox.metrics;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pathprox.data.Dataset;
import pathprox.network.Dense;
import pathprox.network.Network;
import pathprox.network.Pairing;
import pathprox.network.ParametricLayer;

/**
 * Which inputs a network looks at, told by its first layer: for a group g of inputs Σ_i
 * ‖w_i,g‖·‖v_i‖ over the units i, where w_i,g are the weights from the group into unit i and v_i
 * those out of it; Σ_i ‖w_i,g‖ where the first layer is in no pair. Rescaling of units does not
 * change it. It compares inputs of the same scale, such as standardized ones. 0 is certain: the
 * outputs do not depend on this input; what is above 0 says how strong the weights are, not how
 * much predictions would lose, and groups of many inputs have more weights than those of one.
 *
 * @param groups the groups in the order in which they were given
 * @param paired whether ‖v_i‖ is a factor
 */
public record InputInfluence(List<Group> groups, boolean paired) {
  private static final int MOST_LISTED = 10;

  /**
   * One input or several, such as those that stand for one column of a table.
   *
   * @param name what it is called
   * @param value its influence, 0 or more
   * @param share the part of the sum over all groups, 0 to 1; 0 if that is 0
   */
  public record Group(String name, double value, double share) {}

  public InputInfluence {
    groups = List.copyOf(groups);
  }

  /**
   * {@return the influence of each input of {@code network}, called {@code input 1} and so on; an
   * IllegalArgumentException if its first layer with parameters is not dense}
   */
  public static InputInfluence of(Network network) {
    int inputs = network.architecture().input().elements();
    return of(network, IntStream.rangeClosed(1, inputs).mapToObj(i -> "input " + i).toList());
  }

  /**
   * {@return the same for {@code network} with the features of {@code dataset} as names; they must
   * be as many as it has inputs}
   */
  public static InputInfluence of(Network network, Dataset dataset) {
    List<String> names = dataset.columnNames();
    return of(network, names.subList(names.size() - dataset.inputs(), names.size()));
  }

  private static InputInfluence of(Network network, List<String> names) {
    Map<String, List<Integer>> single = new LinkedHashMap<>();
    for (String name : names) {
      single.put(name, List.of(single.size()));
    }
    int inputs = network.architecture().input().elements();
    String message = "the network takes %s inputs, found %s different names";
    require(single.size() == inputs, message, inputs, single.size());
    return of(network, single);
  }

  /**
   * {@return the influence of {@code groups} of inputs of {@code network}: names, in their order,
   * with the inputs of each, from 0; inputs may be in several groups or none. The first layer with
   * parameters must be dense, else it is an IllegalArgumentException, as is a wrong input}
   */
  public static InputInfluence of(Network network, Map<String, List<Integer>> groups) {
    ParametricLayer first = network.architecture().parametricLayers().get(0);
    String convolution =
        "the influence of inputs is told by a dense first layer, found %s, whose weights see each"
            + " place of an image; look at UnitPictures.of(network)";
    require(first instanceof Dense, convolution, first);
    String outside = "group '%s' must hold inputs 0 to %s, found %s";
    int last = first.fanIn() - 1;
    groups.forEach(
        (name, inputs) ->
            require(
                inputs.stream().allMatch(each -> each >= 0 && each <= last),
                outside,
                name,
                last,
                inputs));
    Pairing pairing = network.architecture().pairing();
    boolean paired = !pairing.pairs().isEmpty() && pairing.pairs().get(0).incoming() == 0;
    double[] factors = paired ? network.outgoingNorms(1) : new double[first.outputs()];
    Arrays.setAll(factors, i -> paired ? factors[i] : 1);
    double[][] weights = network.weights(0).toDoubleMatrix();
    List<String> names = List.copyOf(groups.keySet());
    double[] values =
        groups.values().stream().mapToDouble(each -> influence(weights, factors, each)).toArray();
    double sum = Arrays.stream(values).sum();
    return new InputInfluence(
        IntStream.range(0, values.length)
            .mapToObj(i -> new Group(names.get(i), values[i], sum > 0 ? values[i] / sum : 0))
            .toList(),
        paired);
  }

  private static double influence(double[][] weights, double[] factors, List<Integer> inputs) {
    double influence = 0;
    for (int i = 0; i < weights.length; i++) {
      double[] row = weights[i];
      double squares = inputs.stream().mapToDouble(j -> row[j] * row[j]).sum();
      influence += Math.sqrt(squares) * factors[i];
    }
    return influence;
  }

  /** {@return the names of those with influence 0, on which the outputs do not depend} */
  public List<String> unused() {
    return groups.stream().filter(each -> each.value() == 0).map(Group::name).toList();
  }

  /** {@return the groups by falling influence, equal ones in their order} */
  public List<Group> strongestFirst() {
    List<Group> sorted = new ArrayList<>(groups);
    sorted.sort(Comparator.comparingDouble(group -> -group.value()));
    return sorted;
  }

  /**
   * {@return such as {@code influence of 13 inputs by Σ‖w‖‖v‖ of the first layer, 4 without any}}
   */
  public String title() {
    String format = "influence of %s inputs by %s of the first layer, %s without any";
    String norm = paired ? "Σ‖w‖‖v‖" : "Σ‖w‖ (it is in no pair)";
    return format.formatted(groups.size(), norm, unused().size());
  }

  @Override
  public String toString() {
    return strongestFirst().stream()
        .limit(MOST_LISTED)
        .map(each -> String.format(Locale.ROOT, "%s: %.1f %%", each.name(), 100 * each.share()))
        .collect(
            Collectors.joining(", ", title() + "\n  ", groups.size() > MOST_LISTED ? ", …" : ""));
  }
}
